#include "indexer/writing/speaker_linking.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "schema/columns_writer.hpp"
#include "schema/files.hpp"
#include "schema/people.hpp"
#include "schema/xapian_errors.hpp"
#include "text/names/name_pairs.hpp"
#include "text/names/name_sound.hpp"

namespace dateline::indexer {
namespace {

using schema::People;
using schema::Person;
using text::NamePair;
using Number = std::uint32_t;

// Persons joined pair by pair, the surest first; a pair that contradicts what is known is left alone.
class Joining {
 public:
  Joining(const People& people, const text::AliasTable& aliases)
      : people_(people), aliases_(aliases), group_of_(people.persons().size()), rules_(people.persons().size()) {
    std::iota(group_of_.begin(), group_of_.end(), 0);
    members_.resize(group_of_.size());
    for (Number number = 0; number < group_of_.size(); ++number) members_[number] = {number};
  }

  void join(const NamePair& pair, const std::unordered_set<std::uint64_t>& companions) {
    const Number a = group_of_[pair.a], b = group_of_[pair.b];
    if (a == b || !may_be_one(a, b, pair.romanised, companions)) return;
    for (const Number member : members_[b]) group_of_[member] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    for (const Number number : {pair.a, pair.b}) note(number, pair);
  }

  schema::SpeakerLinks links() const {
    std::vector<schema::SpeakerLink> links;
    for (const std::vector<Number>& members : members_)
      if (members.size() > 1) add_links(members, links);
    return schema::SpeakerLinks(std::move(links));
  }

 private:
  struct Rule {
    schema::LinkRule rule = schema::LinkRule::sound;
    double score = 0;
  };

  void note(Number number, const NamePair& pair) {
    if (pair.score <= rules_[number].score) return;
    rules_[number] = {pair.romanised ? schema::LinkRule::romanisation : schema::LinkRule::sound, pair.score};
  }

  const Person& person(Number number) const { return people_.persons()[number]; }
  bool is_known(Number number) const { return !aliases_.find(person(number).name).empty(); }

  // Who speak in one article are two; so are two names of one language, unless only the romanisation differs.
  bool may_be_one(Number a, Number b, bool romanised, const std::unordered_set<std::uint64_t>& companions) const {
    for (const Number x : members_[a])
      for (const Number y : members_[b]) {
        if (companions.count(People::pair(x, y)) > 0 || (is_known(x) && is_known(y))) return false;
        if (!romanised && is_of_one_language(x, y)) return false;
      }
    return true;
  }

  bool is_of_one_language(Number x, Number y) const {
    const text::NameSound a = text::sound_of(person(x).name, person(x).language);
    const text::NameSound b = text::sound_of(person(y).name, person(y).language);
    return a.script == b.script && a.language == b.language;
  }

  // The table's name, else the most frequent; of equals the one that sorts first, Latin letters before others.
  void add_links(const std::vector<Number>& members, std::vector<schema::SpeakerLink>& links) const {
    const auto rank = [&](Number number) {
      return std::tuple(is_known(number) ? 0 : 1, -static_cast<std::int64_t>(person(number).articles),
                        person(number).id);
    };
    const Number canonical =
        *std::min_element(members.begin(), members.end(), [&](Number a, Number b) { return rank(a) < rank(b); });
    for (const Number member : members) {
      if (member == canonical) continue;
      const auto score = static_cast<unsigned>(std::lround(1000 * rules_[member].score));
      links.push_back({person(member).id, person(member).name, person(member).language, person(canonical).id,
                       person(canonical).name, rules_[member].rule, std::min(score, 1000U)});
    }
  }

  const People& people_;
  const text::AliasTable& aliases_;
  std::vector<Number> group_of_;
  std::vector<std::vector<Number>> members_;
  std::vector<Rule> rules_;
};

std::vector<NamePair> sure_pairs(const People& people) {
  std::vector<text::NamedOne> names;
  for (const Person& person : people.persons()) names.push_back({person.name, person.language});
  std::vector<NamePair> pairs = text::find_name_pairs(names);
  pairs.erase(std::remove_if(pairs.begin(), pairs.end(), [](const NamePair& pair) { return !pair.sure; }), pairs.end());
  return pairs;
}

// The values of all documents, read slot by slot as they lie.
class ValueStreams {
 public:
  explicit ValueStreams(const Xapian::Database& database) {
    for (Xapian::valueno slot = 0; slot < schema::slot_count; ++slot)
      streams_.push_back(
          {static_cast<schema::Slot>(slot), database.valuestream_begin(slot), database.valuestream_end(slot)});
  }

  // Of articles in their order.
  std::vector<std::pair<schema::Slot, std::string>> of(std::uint32_t article) {
    std::vector<std::pair<schema::Slot, std::string>> values;
    for (Stream& stream : streams_) {
      if (stream.at == stream.end || stream.at.get_docid() != article + 1) continue;
      values.emplace_back(stream.slot, *stream.at);
      ++stream.at;
    }
    return values;
  }

 private:
  struct Stream {
    schema::Slot slot;
    Xapian::ValueIterator at, end;
  };
  std::vector<Stream> streams_;
};

schema::ColumnsWriter rewritten_columns(const schema::SpeakerLinks& links, const Xapian::Database& database,
                                        std::uint32_t articles) {
  schema::ColumnsWriter columns;
  ValueStreams streams(database);
  for (std::uint32_t article = 0; article < articles; ++article) {
    auto values = streams.of(article);
    for (auto& [slot, value] : values)
      if (slot == schema::Slot::speakers)
        if (auto linked = schema::linked_value(links, value)) value = *std::move(linked);
    columns.add(values);
  }
  return columns;
}

}  // namespace

schema::SpeakerLinks link_speakers(const std::vector<Part>& parts, const std::filesystem::path& generation,
                                   const text::AliasTable& aliases) {
  std::vector<std::shared_ptr<const schema::Columns>> columns;
  People people;
  for (const Part& part : parts) {
    columns.push_back(schema::Columns::open(generation / part.entry.name / schema::columns_name));
    people.add(*columns.back(), part.live);
  }
  const std::vector<NamePair> pairs = sure_pairs(people);
  if (pairs.empty()) return {};
  std::vector<bool> asked(people.persons().size());
  for (const NamePair& pair : pairs) asked[pair.a] = asked[pair.b] = true;
  std::unordered_set<std::uint64_t> companions;
  for (std::size_t i = 0; i < parts.size(); ++i)
    people.collect_companions(*columns[i], parts[i].live, asked, companions);
  Joining joining(people, aliases);
  for (const NamePair& pair : pairs) joining.join(pair, companions);
  return joining.links();
}

void apply_links(const schema::SpeakerLinks& links, const std::filesystem::path& generation,
                 schema::SegmentEntry& segment) {
  const auto folder = generation / segment.name;
  const auto file = folder / schema::columns_name;
  {
    const auto columns = schema::Columns::open(file);
    const schema::Dictionary ids = columns->speaker_ids();
    bool any = false;
    for (std::uint32_t ordinal = 0; ordinal < ids.size() && !any; ++ordinal) any = links.find(ids[ordinal]) != nullptr;
    if (!any) return;
  }
  schema::translating_errors("linking the speakers of " + segment.name, [&] {
    const Xapian::Database database((folder / schema::database_name).string());
    rewritten_columns(links, database, segment.articles).write(file);
  });
  segment.checksums[schema::columns_name] = schema::checksum_of(file);
}

}  // namespace dateline::indexer
