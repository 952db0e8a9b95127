#include "indexer/reading/desk_marks.hpp"

#include <algorithm>

#include "indexer/reading/letters.hpp"

namespace dateline::indexer {
namespace {

bool is_initials(std::string_view part) {
  constexpr std::size_t longest = 5;
  return !part.empty() && part.size() <= longest &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<std::string_view> agencies_of_desk_mark(std::string_view line, const SourceCollector& sources) {
  constexpr std::size_t longest = 40;
  line = trim(line);
  if (line.empty() || line.size() > longest) return {};
  const bool enclosed = line.front() == line.back() && line.front() == '/';
  if (enclosed) line = trim(line.substr(1, std::max<std::size_t>(line.size(), 2) - 2));
  std::vector<std::string_view> agencies;
  bool initials = false;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('/', at), line.size());
    const std::string_view part = trim(line.substr(at, end - at));
    const auto source = sources.named(part);
    if (source && source->kind == text::SourceKind::agency)
      agencies.push_back(part);
    else if (is_initials(part))
      initials = true;
    else
      return {};
    at = end + 1;
  }
  return initials || enclosed ? agencies : std::vector<std::string_view>();
}

}  // namespace dateline::indexer
