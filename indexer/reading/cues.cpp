#include "indexer/reading/cues.hpp"

#include <algorithm>
#include <bitset>
#include <string>
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

const Cue* stronger(const Cue* a, const Cue* b) {
  if (!a || !b) return a ? a : b;
  if (a->strength != b->strength) return a->strength > b->strength ? a : b;
  return a->size() >= b->size() ? a : b;
}

// Cues by their first bytes.
class CueBuckets {
 public:
  void add(const Cue& cue) {
    if (cue.size() < key_bytes) return;
    cues_.push_back({key_of(cue), cue});
    seen_.set(bit_of(cues_.back().key));
  }
  void put_in_order() {
    std::stable_sort(cues_.begin(), cues_.end(), [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
  }

  // The strongest that stands there.
  const Cue* at(std::string_view line, std::size_t place) const {
    if (place + key_bytes > line.size()) return nullptr;
    const std::uint32_t key = key_at(line, place);
    if (!seen_[bit_of(key)]) return nullptr;
    const Cue* best = nullptr;
    const std::string_view rest = line.substr(place);
    const auto first =
        std::partition_point(cues_.begin(), cues_.end(), [key](const Keyed& keyed) { return keyed.key < key; });
    for (auto keyed = first; keyed != cues_.end() && keyed->key == key; ++keyed)
      if (begins(rest, keyed->cue)) best = stronger(best, &keyed->cue);
    return best;
  }

 private:
  struct Keyed {
    std::uint32_t key;
    Cue cue;
  };
  static std::uint32_t key_of(const Cue& cue) {
    std::string begin(cue.text.substr(0, key_bytes));
    if (cue.ends_word) begin += ' ';
    return key_at(begin, 0);
  }
  static std::size_t bit_of(std::uint32_t key) { return (key * 2654435761u) >> 18; }
  static bool begins(std::string_view line, const Cue& cue) {
    return line.starts_with(cue.text) && (!cue.ends_word || line.substr(cue.text.size()).starts_with(' '));
  }

  std::vector<Keyed> cues_;
  std::bitset<1 << 14> seen_;  // most places of a line begin no cue: one bit says so before they are searched
};

class CueIndex {
 public:
  CueIndex() {
    text::for_each_row(text::data_file("lexicons/boilerplate/cues.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& row) {
                         if (row.size() == 5) add(row[1], row[2], row[3], row[4]);
                       });
    starts_.put_in_order();
    contained_.put_in_order();
  }

  const Cue* equal(std::string_view line) const {
    const auto found = equals_.find(line);
    return found == equals_.end() ? nullptr : &found->second;
  }

  const Cue* at_start(std::string_view line) const { return starts_.at(line, 0); }

  const Cue* at_end(std::string_view line) const {
    const Cue* best = nullptr;
    for (const Cue& cue : ends_)
      if (line.ends_with(cue.text)) best = stronger(best, &cue);
    return best;
  }

  const Cue* inside(std::string_view line) const {
    const Cue* best = nullptr;
    for (std::size_t at = 0; at < line.size(); ++at) best = stronger(best, contained_.at(line, at));
    return best;
  }

 private:
  void add(std::string_view reason, std::string_view strength, std::string_view kind, std::string_view text) {
    Cue cue{text, reason, CueStrength::soft, kind == "line-equals", text.ends_with('_')};
    if (strength == "end") cue.strength = CueStrength::end;
    if (strength == "hard") cue.strength = CueStrength::hard;
    if (cue.ends_word) cue.text.remove_suffix(1);
    if (cue.whole_line)
      equals_.emplace(cue.text, cue);
    else if (kind == "line-ends")
      ends_.push_back(cue);
    else
      (kind == "line-starts" ? starts_ : contained_).add(cue);
  }

  std::unordered_map<std::string_view, Cue> equals_;
  CueBuckets starts_, contained_;
  std::vector<Cue> ends_;
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
  const Cue* best = stronger(cues.at_start(whole), cues.at_start(bare));
  best = stronger(best, cues.at_end(bare));
  return best ? best : cues.inside(whole);
}

}  // namespace dateline::indexer
