#include "indexer/input/header_fields.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t most_fields = 1000;

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view head) {
  while (!head.empty() && fields_.size() < most_fields) {
    const std::string_view line = next_line(head);
    const bool is_folded = line.starts_with(' ') || line.starts_with('\t');
    if (is_folded && !fields_.empty()) {
      fields_.back().second.append(" ").append(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) continue;
    fields_.emplace_back(ascii_lower(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1))));
  }
}

std::string_view HeaderFields::value(std::string_view name) const {
  for (const auto& [its_name, value] : fields_)
    if (its_name == name) return value;
  return {};
}

bool HeaderFields::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
}

std::optional<std::size_t> behind_head(std::string_view bytes) {
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const bool has_end = rest.find('\n') != std::string_view::npos;
    if (next_line(rest).empty() && has_end) return bytes.size() - rest.size();
  }
  return std::nullopt;
}

std::string media_type(std::string_view content_type) {
  return ascii_lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
  const std::string lower = ascii_lower(value);
  for (std::size_t at = lower.find(';'); at != std::string::npos; at = lower.find(';', at)) {
    at = std::min(lower.find_first_not_of("; \t", at), lower.size());
    if (lower.compare(at, name.size(), name) != 0) continue;
    const std::size_t equals = lower.find_first_not_of(" \t", at + name.size());
    if (equals == std::string::npos || lower[equals] != '=') continue;
    std::string_view rest = trim(value.substr(equals + 1));
    if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
    return std::string(trim(rest.substr(0, rest.find(';'))));
  }
  return {};
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

}  // namespace dateline::indexer
