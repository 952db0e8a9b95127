#include "variants.hpp"

#include <map>
#include <sstream>
#include <stdexcept>

namespace dateline::bench {
namespace {

using Rules = searcher::RankingRules;

const std::map<std::string, double Rules::*>& members() {
  static const std::map<std::string, double Rules::*> known = {
      {"k1", &Rules::k1},         {"b", &Rules::b},           {"long_k1", &Rules::long_k1}, {"long_b", &Rules::long_b},
      {"stem", &Rules::stem},     {"prefix", &Rules::prefix}, {"lone", &Rules::lone},       {"grams", &Rules::grams},
      {"span", &Rules::span},     {"bigram", &Rules::bigram}, {"fuzzy", &Rules::fuzzy},     {"rarity", &Rules::rarity},
      {"asking", &Rules::asking}, {"small", &Rules::small}, {"closeness", &Rules::closeness},
  };
  return known;
}

}  // namespace

Rules rules_of(const std::string& variant) {
  Rules rules;
  std::istringstream in(variant);
  for (std::string part; std::getline(in, part, ',');) {
    const auto equals = part.find('=');
    const auto member = members().find(part.substr(0, equals));
    if (equals == std::string::npos || member == members().end())
      throw std::runtime_error("\"" + part + "\" is none of " + names_of_rules());
    rules.*member->second = std::stod(part.substr(equals + 1));
  }
  return rules;
}

std::string names_of_rules() {
  std::string names;
  for (const auto& [name, member] : members()) names += (names.empty() ? "" : ", ") + name;
  return names;
}

}  // namespace dateline::bench
