#include "app/commands/filters.hpp"

#include "app/print/facts.hpp"

namespace dateline::app {

const OptionSet::Choices<Facet>& facet_choices() {
  static const OptionSet::Choices<Facet> choices = [] {
    OptionSet::Choices<Facet> all;
    for (const Facet facet : {Facet::source, Facet::speaker, Facet::date, Facet::year, Facet::month, Facet::week,
                              Facet::day, Facet::language, Facet::byline, Facet::tag}) {
      all.emplace_back(std::string(name_of(facet)), facet);
    }
    return all;
  }();
  return choices;
}

std::string query_of(const std::vector<std::string>& words) { return joined(words, " "); }

}  // namespace dateline::app
