#include "indexer/reading/cues.hpp"

#include <algorithm>
#include <bitset>
#include <deque>
#include <unordered_map>
#include <vector>

#include "indexer/reading/letters.hpp"
#include "text/lexicon.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t key_bytes = 3;  // of the shortest cue: one dense letter

std::uint32_t key_at(std::string_view text, std::size_t at) {
  std::uint32_t key = 0;
  for (std::size_t i = at; i < at + key_bytes; ++i) key = key << 8 | static_cast<unsigned char>(text[i]);
  return key;
}

class CueIndex {
 public:
  CueIndex() {
    text::for_each_row(text::data_file("lexicons/boilerplate/cues.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& row) {
                         if (row.size() == 5) add(row[1], row[2], row[3], row[4]);
                       });
  }

  const Cue* equal(const std::string& line) const {
    const auto found = equals_.find(line);
    return found == equals_.end() ? nullptr : found->second;
  }

  const Cue* at_start(std::string_view line) const { return longest_at(starts_, line, 0); }

  const Cue* at_end(std::string_view line) const {
    const Cue* best = nullptr;
    for (const Cue* cue : ends_)
      if (line.ends_with(cue->text)) best = stronger(best, cue);
    return best;
  }

  const Cue* inside(std::string_view line) const {
    const Cue* best = nullptr;
    for (std::size_t at = 0; at + key_bytes <= line.size(); ++at)
      best = stronger(best, longest_at(contained_, line, at));
    return best;
  }

  static const Cue* stronger(const Cue* a, const Cue* b) {
    if (!a || !b) return a ? a : b;
    if (a->strength != b->strength) return a->strength > b->strength ? a : b;
    return a->text.size() >= b->text.size() ? a : b;
  }

 private:
  using Map = std::unordered_map<std::uint32_t, std::vector<const Cue*>>;
  // Most places of a line begin no cue: one bit says so before the map is asked.
  struct Buckets : Map {
    std::bitset<1 << 14> seen;
  };
  static std::size_t bit_of(std::uint32_t key) { return (key * 2654435761u) >> 18; }
  static bool may_hold(const Buckets& buckets, std::uint32_t key) { return buckets.seen[bit_of(key)]; }

  void add(std::string_view reason, std::string_view strength, std::string_view kind, std::string_view text) {
    const bool ends_word = text.ends_with('_');
    if (ends_word) text.remove_suffix(1);
    std::string folded = fold_line(text);
    if (ends_word) folded += ' ';
    if (folded.empty()) return;
    const CueStrength level = strength == "end"    ? CueStrength::end
                              : strength == "hard" ? CueStrength::hard
                                                   : CueStrength::soft;
    cues_.push_back({std::move(folded), reason, level, kind == "line-equals"});
    const Cue* cue = &cues_.back();
    if (cue->whole_line)
      equals_.emplace(cue->text, cue);
    else if (kind == "line-ends")
      ends_.push_back(cue);
    else if (cue->text.size() >= key_bytes) {
      Buckets& buckets = kind == "line-starts" ? starts_ : contained_;
      buckets[key_at(cue->text, 0)].push_back(cue);
      buckets.seen.set(bit_of(key_at(cue->text, 0)));
    }
  }

  static const Cue* longest_at(const Buckets& buckets, std::string_view line, std::size_t at) {
    if (at + key_bytes > line.size()) return nullptr;
    const std::uint32_t key = key_at(line, at);
    if (!may_hold(buckets, key)) return nullptr;
    const auto bucket = buckets.find(key);
    if (bucket == buckets.end()) return nullptr;
    const Cue* best = nullptr;
    for (const Cue* cue : bucket->second)
      if (line.substr(at).starts_with(cue->text)) best = stronger(best, cue);
    return best;
  }

  std::deque<Cue> cues_;  // never moves: the maps point into it
  std::unordered_map<std::string_view, const Cue*> equals_;
  Buckets starts_, contained_;
  std::vector<const Cue*> ends_;
};

const CueIndex& index() {
  static const CueIndex loaded;
  return loaded;
}

}  // namespace

const Cue* find_cue(std::string_view line) {
  const std::string whole = fold_line(line);
  const std::string_view inner = trim_ornaments(line);
  const std::string bare = inner.size() == line.size() ? whole : fold_line(inner);
  const CueIndex& cues = index();
  if (const Cue* cue = cues.equal(whole)) return cue;
  if (const Cue* cue = cues.equal(bare)) return cue;
  const Cue* best = CueIndex::stronger(cues.at_start(whole), cues.at_start(bare));
  best = CueIndex::stronger(best, cues.at_end(bare));
  return best ? best : cues.inside(whole);
}

}  // namespace dateline::indexer
