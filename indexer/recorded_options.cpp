#include "indexer/recorded_options.hpp"

#include <sstream>
#include <string_view>

namespace dateline::indexer {
namespace {

std::string encode(std::string_view value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string encoded;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && c != '%' && c != '=') {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::string decode(std::string_view encoded) {
  std::string value;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] == '%' && i + 2 < encoded.size()) {
      value += static_cast<char>(digit(encoded[i + 1]) * 16 + digit(encoded[i + 2]));
      i += 2;
    } else {
      value += encoded[i];
    }
  }
  return value;
}

}  // namespace

std::string record_options(const IndexOptions& options) {
  std::string line;
  const auto add = [&line](std::string_view name, const std::string& value) {
    if (!line.empty()) line += ' ';
    line.append(name).append("=").append(encode(value));
  };
  for (const InputFormatName& row : input_formats())
    if (row.format == options.input) add("input", row.name);
  if (options.source) add("source", *options.source);
  if (options.language) add("language", *options.language);
  if (!options.collection.empty()) add("collection", options.collection);
  if (options.as_given) add("as-given", "1");
  return line;
}

IndexOptions restore_options(const std::string& line, IndexOptions base) {
  base.input = InputFormat::detect;
  base.source.reset();
  base.language.reset();
  base.collection.clear();
  base.as_given = false;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) continue;
    const std::string name = word.substr(0, equals);
    const std::string value = decode(std::string_view(word).substr(equals + 1));
    if (name == "source") base.source = value;
    if (name == "language") base.language = value;
    if (name == "collection") base.collection = value;
    if (name == "as-given") base.as_given = true;
    if (name == "input")
      for (const InputFormatName& row : input_formats())
        if (row.name == value) base.input = row.format;
  }
  return base;
}

}  // namespace dateline::indexer
