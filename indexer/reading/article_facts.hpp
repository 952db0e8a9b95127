// What has been found out about an article while its lines are read, each fact with its evidence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reading/dates.hpp"
#include "indexer/reading/sources.hpp"

namespace dateline::indexer {

// Where a date was found, the most trusted first.
enum class DateOrigin : std::uint8_t { given, labelled, head_line, dateline, url, tail, updated };

class DateChoice {
 public:
  void add(DateOrigin origin, FoundDate found, std::string evidence);

  // The most trusted one. A dateline or URL that lies inside a coarser one makes it finer; a date without a year
  // takes the year of the others, and is none when there are none.
  std::optional<Date> choose(std::string& evidence) const;

 private:
  struct Candidate {
    DateOrigin origin;
    FoundDate found;
    std::string evidence;
  };
  std::vector<Candidate> candidates_;
};

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
