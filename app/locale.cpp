#include "app/locale.hpp"

#include <string>

namespace dateline::app {

bool is_utf8_locale(std::string_view name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return false;
  std::string codeset;
  for (const char c : name.substr(dot + 1, name.find('@', dot) - dot - 1)) {
    if (c != '-' && c != '_') codeset += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return codeset == "utf8";
}

}  // namespace dateline::app
