#include "app/commands/filters.hpp"

#include "app/print/facts.hpp"

namespace dateline::app {

void declare_match(OptionSet& set, SearchRequest& request) {
  set.choice("--match", request.match,
             OptionSet::Choices<Match>{{"auto", Match::match_auto}, {"all", Match::all}, {"any", Match::any}},
             "auto: articles with all words first, then the best that have some of them (default)");
}

void declare_citation(OptionSet& set, bool& cite) {
  set.flag("--cite", cite, "with a line for a footnote: title, sources, date and address, as far as they are known");
}

void declare_grouping(OptionSet& set, SearchRequest& request) {
  set.flag("--group", request.group, "take the copies of a story for one article (default)");
  set.flag("--no-group", request.group, "every article by itself", false);
}

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
