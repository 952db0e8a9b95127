#include "searcher/suggest/suggest.hpp"

#include <algorithm>
#include <array>

#include "searcher/query/parse.hpp"
#include "searcher/query/warnings.hpp"
#include "searcher/query/words.hpp"
#include "searcher/suggest/company.hpp"
#include "searcher/suggest/name_completion.hpp"
#include "searcher/suggest/replacement.hpp"
#include "searcher/suggest/typed.hpp"
#include "searcher/suggest/word_completion.hpp"

namespace dateline::searcher {
namespace {

constexpr std::array kinds = {SuggestionKind::word, SuggestionKind::speaker, SuggestionKind::source};
using OfEachKind = std::array<std::vector<Suggestion>, kinds.size()>;

// A headline's "OR" would be an operator.
std::string as_a_word(const std::string& written) {
  Warnings unheard;
  return read_operator(written, unheard) ? in_case_of("small", written) : written;
}

class Suggester {
 public:
  Suggester(const State& state, text::Analyzer& analyzer, const Lists& lists, const SuggestRequest& request)
      : state_(state),
        lease_(state.snapshot().lease()),
        analyzer_(analyzer),
        lists_(lists),
        live_(state, lease_, analyzer),
        request_(request),
        typed_(read_typed(request.text, analyzer)) {}

  OfEachKind run() const {
    OfEachKind found;
    if (!typed_.kind || request_.limit == 0) return found;
    if (asked_for(SuggestionKind::word, WrittenKind::text)) found[0] = words();
    if (asked_for(SuggestionKind::speaker, WrittenKind::speaker)) found[1] = names(SuggestionKind::speaker);
    if (asked_for(SuggestionKind::source, WrittenKind::source)) found[2] = names(SuggestionKind::source);
    return found;
  }

 private:
  // Behind speaker: nothing but speakers is meant.
  bool asked_for(SuggestionKind kind, WrittenKind field) const {
    const auto& wanted = request_.kinds;
    const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), kind) != wanted.end();
    return is_wanted && (typed_.kind == WrittenKind::text || typed_.kind == field);
  }

  std::vector<Suggestion> words() const {
    const WordCompletion completion(state_, lease_, analyzer_, lists_);
    for (const TypedWord& word : typed_.words) {
      const std::string before = typed_.text.substr(0, word.begin);
      const Company company(state_, lease_, analyzer_, before);
      const auto family = word.undivided ? text::Family::stem : text::Family::exact;
      std::vector<Suggestion> found;
      for (const CompletedWord& completed : completion.complete(family, word.folded, company, request_.limit)) {
        const std::string text = before + as_a_word(completed.text);
        found.push_back({text, SuggestionKind::word, completed.articles, "", text});
      }
      if (!found.empty()) return found;
    }
    return {};
  }

  std::vector<Suggestion> names(SuggestionKind kind) const {
    const NameCompletion completion(state_, live_, lists_);
    for (const TypedName& name : typed_.names) {
      std::vector<Suggestion> found;
      const auto completed = kind == SuggestionKind::speaker ? completion.speakers(name.words, request_.limit)
                                                             : completion.sources(name.words, request_.limit);
      for (const CompletedName& full : completed)
        found.push_back({full.name, kind, full.articles, full.id, with_name(name, kind, full.name)});
      if (!found.empty()) return found;
    }
    return {};
  }

  std::string with_name(const TypedName& typed, SuggestionKind kind, const std::string& name) const {
    Node node;
    node.kind = kind == SuggestionKind::speaker ? NodeKind::speaker : NodeKind::source;
    node.text = name;
    std::string fact = print(node);
    if (!typed.has_field) fact.erase(0, fact.find(':') + 1);
    return typed_.text.substr(0, typed.begin) + fact;
  }

  const State& state_;
  schema::Snapshot::Lease lease_;
  text::Analyzer& analyzer_;
  const Lists& lists_;
  LiveWords live_;
  const SuggestRequest& request_;
  Typed typed_;
};

// Each kind has its share, and what another leaves over.
std::vector<Suggestion> shared_out(OfEachKind found, std::size_t limit) {
  std::array<std::size_t, kinds.size()> taken{};
  for (std::size_t left = limit, before = 0; left > 0 && left != before;) {
    before = left;
    for (std::size_t kind = 0; kind < found.size() && left > 0; ++kind) {
      if (taken[kind] == found[kind].size()) continue;
      ++taken[kind];
      --left;
    }
  }
  std::vector<Suggestion> all;
  for (std::size_t kind = 0; kind < found.size(); ++kind)
    for (std::size_t i = 0; i < taken[kind]; ++i) all.push_back(std::move(found[kind][i]));
  return all;
}

}  // namespace

std::vector<Suggestion> suggest(const State& state, text::Analyzer& analyzer, const Lists& lists,
                                const SuggestRequest& request) {
  return shared_out(Suggester(state, analyzer, lists, request).run(), request.limit);
}

}  // namespace dateline::searcher
