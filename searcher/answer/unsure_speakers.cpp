// Who may be one person: pairs of names that sound alike, for somebody to confirm.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "schema/people.hpp"
#include "searcher/answer/browse.hpp"
#include "text/names/name_pairs.hpp"

namespace dateline::searcher {
namespace {

using schema::People;
using schema::Person;

SpeakerEntry entry_of(const Person& person) {
  SpeakerEntry entry;
  entry.name = person.name;
  entry.id = person.id;
  entry.articles = person.articles;
  entry.quotes = person.quotes;
  return entry;
}

class Confirmable {
 public:
  explicit Confirmable(const State& state) : state_(state) {
    for_each_segment([&](const schema::Columns& columns, const schema::Bitmap& live) { people_.add(columns, live); });
    std::vector<text::NamedOne> names;
    for (const Person& person : people_.persons()) names.push_back({person.name, person.language});
    pairs_ = text::find_name_pairs(names);
  }

  std::vector<SpeakerPair> list(std::size_t limit) const {
    const std::unordered_set<std::uint64_t> companions = find_companions();
    std::vector<SpeakerPair> listed;
    for (const text::NamePair& pair : pairs_) {
      if (listed.size() == limit) break;
      const Person &a = people_.persons()[pair.a], &b = people_.persons()[pair.b];
      if (companions.count(People::pair(pair.a, pair.b)) > 0 || (is_known(a) && is_known(b))) continue;
      listed.push_back(described(a, b, pair.score));
    }
    return listed;
  }

 private:
  template <class Each>
  void for_each_segment(Each&& each) const {
    for (std::size_t i = 0; i < state_.size(); ++i) each(*state_.segment(i).columns, state_.segment(i).live);
  }

  std::unordered_set<std::uint64_t> find_companions() const {
    std::vector<bool> asked(people_.persons().size());
    for (const text::NamePair& pair : pairs_) asked[pair.a] = asked[pair.b] = true;
    std::unordered_set<std::uint64_t> companions;
    for_each_segment([&](const schema::Columns& columns, const schema::Bitmap& live) {
      people_.collect_companions(columns, live, asked, companions);
    });
    return companions;
  }

  bool is_known(const Person& person) const { return !state_.snapshot().aliases().find(person.name).empty(); }

  SpeakerPair described(const Person& a, const Person& b, double score) const {
    const bool b_leads = is_known(a) != is_known(b) ? is_known(b)
                         : a.articles != b.articles ? b.articles > a.articles
                                                    : b.id < a.id;
    const Person &canonical = b_leads ? b : a, &other = b_leads ? a : b;
    return {entry_of(canonical), entry_of(other), score, canonical.name + "\tperson\t-\t*\t" + other.name + "\tfull"};
  }

  const State& state_;
  People people_;
  std::vector<text::NamePair> pairs_;
};

}  // namespace

std::vector<SpeakerPair> unsure_speakers(const State& state, std::size_t limit) {
  return Confirmable(state).list(limit);
}

}  // namespace dateline::searcher
