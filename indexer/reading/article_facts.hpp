// What has been found out about an article while its lines are read, each fact with its evidence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reading/dates/choice.hpp"
#include "indexer/reading/sources.hpp"

namespace dateline::indexer {

struct Facts {
  explicit Facts(const text::SourceTable& table) : sources(table) {}

  std::optional<std::string> title, subtitle, byline, url;
  std::vector<std::string> tags;
  DateChoice dates;
  SourceCollector sources;
  std::vector<std::pair<std::string, std::string>> evidence;

  // Agencies in a line such as a credit; `owner`: it may name the publisher too, as notices and appeals do.
  void add_mentions(std::string_view line, bool owner, const std::string& where);
  void set(std::optional<std::string>& fact, std::string_view name, std::string value, std::string where);
};

std::string line_evidence(std::uint32_t line);

}  // namespace dateline::indexer
