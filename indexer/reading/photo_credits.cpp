#include "indexer/reading/photo_credits.hpp"

#include <algorithm>

#include "indexer/reading/letters.hpp"

namespace dateline::indexer {
namespace {

// The part before or behind a slash, back to the last comma or full stop: "Sergei Ivanov, TASS" -> "TASS".
std::string_view last_part(std::string_view text) {
  const std::size_t at = text.find_last_of(",.;(");
  return trim(at == std::string_view::npos ? text : text.substr(at + 1));
}

bool is_host_like(std::string_view text) {
  return text.find(' ') == std::string_view::npos && text.find('.') != std::string_view::npos && text.back() != '.';
}

}  // namespace

bool is_photo_credit(std::string_view line, const SourceCollector& sources) {
  if (line.size() > 300 || weigh(line) > 140 || ends_sentence(line)) return false;
  for (std::size_t at = line.find('/'); at != std::string_view::npos; at = line.find('/', at + 1)) {
    const std::string_view before = last_part(line.substr(0, at));
    const std::string_view behind = trim(line.substr(at + 1));
    if (behind.empty() || behind.starts_with('/')) return false;  // an address
    if (!before.empty() && sources.named(before) &&
        (before.size() < trim(line.substr(0, at)).size() || count_words(behind) <= 4))
      return true;
    if (sources.named(behind.substr(0, behind.find_first_of("/,("))) && !before.empty()) return true;
    if (is_host_like(behind) && line.find(". ") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace dateline::indexer
