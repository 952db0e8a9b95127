#include "indexer/reading/article_facts.hpp"

namespace dateline::indexer {
void Facts::set(std::optional<std::string>& fact, std::string_view name, std::string value, std::string where) {
  if (fact || value.empty()) return;
  fact = std::move(value);
  evidence.emplace_back(std::string(name), std::move(where));
}

void Facts::add_mentions(std::string_view line, bool owner, const std::string& where) {
  if (owner && !sources.has_publisher()) sources.add_mentions(line, text::SourceKind::publisher, where);
  sources.add_mentions(line, text::SourceKind::agency, where);
}

std::string line_evidence(std::uint32_t line) { return "line " + std::to_string(line); }

}  // namespace dateline::indexer
