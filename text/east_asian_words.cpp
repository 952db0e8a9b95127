#include "text/east_asian_words.hpp"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <optional>

#include "text/utf8.hpp"

namespace dateline::text {
namespace {

// A cost is the logarithm of how rare a word is. Those of ICU's engine, so that words are divided as there.
constexpr std::uint32_t kUnknownCharacterCost = 255;
constexpr std::array<std::uint32_t, 9> kKatakanaCosts{8192, 984, 408, 240, 204, 252, 300, 372, 480};  // by length
constexpr std::uint32_t kLongKatakanaCost = 8192;
constexpr std::size_t kMostKatakana = 20;
constexpr std::size_t kMostWordCharacters = 20;

constexpr char32_t kKatakanaMiddleDot = 0x30FB;
bool is_katakana(char32_t c) { return c >= 0x30A1 && c <= 0x30FE && c != kKatakanaMiddleDot; }

std::uint32_t katakana_cost(std::size_t length) {
  return length < kKatakanaCosts.size() ? kKatakanaCosts[length] : kLongKatakanaCost;
}

// What the file of a dictionary begins with; more follows that is not asked for.
enum Header : std::size_t { kTrieOffset = 0, kTrieType = 4, kHeaderSize = 8 };
constexpr std::int32_t kTrieTypeMask = 7;
constexpr std::int32_t kTrieOfUnits = 1;

class DictionaryFile {
 public:
  DictionaryFile() {
    UErrorCode status = U_ZERO_ERROR;
    file_ = udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "dict", "cjdict", &status);
    if (U_FAILURE(status)) file_ = nullptr;
  }
  ~DictionaryFile() { udata_close(file_); }
  DictionaryFile(const DictionaryFile&) = delete;
  DictionaryFile& operator=(const DictionaryFile&) = delete;

  // Null when it is not what we can read.
  const char16_t* trie() const {
    if (!file_) return nullptr;
    UDataInfo info{};
    info.size = sizeof info;
    udata_getInfo(file_, &info);
    if (std::memcmp(info.dataFormat, "Dict", 4) != 0 || info.formatVersion[0] != 1) return nullptr;
    std::array<std::int32_t, kHeaderSize> header{};
    const auto* bytes = static_cast<const char*>(udata_getMemory(file_));
    std::memcpy(header.data(), bytes, sizeof header);
    if ((header[kTrieType] & kTrieTypeMask) != kTrieOfUnits) return nullptr;
    return reinterpret_cast<const char16_t*>(bytes + header[kTrieOffset]);
  }

 private:
  UDataMemory* file_ = nullptr;
};

}  // namespace

struct EastAsianWords::Impl {
  // The trie behind one character: half of all words begin with few characters, and the first step is the longest.
  struct First {
    std::uint64_t state = 0;
    UStringTrieResult result = USTRINGTRIE_NO_MATCH;
    bool known = false;
  };
  struct Step {
    std::uint32_t cost = std::numeric_limits<std::uint32_t>::max();  // of the cheapest way to here
    std::uint32_t from = 0;                                          // where its last word begins
  };

  DictionaryFile file;
  std::optional<icu::UCharsTrie> trie;
  std::vector<First> firsts;  // by UTF-16 unit

  std::vector<char32_t> characters;
  std::vector<std::uint32_t> begins;  // of each of the caller's characters, which may be several of ours
  std::vector<Step> steps;
  std::vector<std::uint32_t> words;

  void read(const std::vector<std::string_view>& run);
  UStringTrieResult first(char32_t character);
  void reach(std::size_t from, std::size_t to, std::uint32_t cost);
  void try_dictionary(std::size_t from);
  void try_katakana(std::size_t from);
  void collect();

  std::size_t count() const { return begins.size() - 1; }
};

EastAsianWords::EastAsianWords() = default;
EastAsianWords::~EastAsianWords() = default;

bool EastAsianWords::available() {
  if (!impl_) {
    impl_ = std::make_unique<Impl>();
    if (const char16_t* trie = impl_->file.trie()) {
      impl_->trie.emplace(trie);
      impl_->firsts.resize(0x10000);
    }
  }
  return impl_->trie.has_value();
}

const std::vector<std::uint32_t>& EastAsianWords::divide(const std::vector<std::string_view>& characters) {
  impl_->read(characters);
  for (std::size_t from = 0; from < impl_->count(); ++from) {
    impl_->reach(from, from + 1, kUnknownCharacterCost);
    impl_->try_dictionary(from);
    impl_->try_katakana(from);
  }
  impl_->collect();
  return impl_->words;
}

void EastAsianWords::Impl::read(const std::vector<std::string_view>& run) {
  characters.clear();
  begins.assign(1, 0);
  for (const std::string_view character : run) {
    for (std::size_t at = 0; at < character.size();) characters.push_back(next_code_point(character, at));
    begins.push_back(static_cast<std::uint32_t>(characters.size()));
  }
  steps.assign(run.size() + 1, Step{});
  steps[0].cost = 0;
}

UStringTrieResult EastAsianWords::Impl::first(char32_t character) {
  if (character >= firsts.size()) return trie->firstForCodePoint(static_cast<UChar32>(character));
  First& known = firsts[character];
  if (!known.known) {
    known.result = trie->first(static_cast<std::int32_t>(character));
    known.state = trie->getState64();
    known.known = true;
  } else if (USTRINGTRIE_MATCHES(known.result)) {
    trie->resetToState64(known.state);
  }
  return known.result;
}

void EastAsianWords::Impl::reach(std::size_t from, std::size_t to, std::uint32_t cost) {
  cost += steps[from].cost;
  if (cost < steps[to].cost) steps[to] = {cost, static_cast<std::uint32_t>(from)};
}

void EastAsianWords::Impl::try_dictionary(std::size_t from) {
  const std::size_t last = std::min(from + kMostWordCharacters, count());
  UStringTrieResult result = USTRINGTRIE_NO_VALUE;
  for (std::size_t to = from; to < last; ++to) {
    for (std::uint32_t at = begins[to]; at < begins[to + 1]; ++at) {
      result =
          at == begins[from] ? first(characters[at]) : trie->nextForCodePoint(static_cast<UChar32>(characters[at]));
      if (!USTRINGTRIE_MATCHES(result)) return;
    }
    if (USTRINGTRIE_HAS_VALUE(result)) reach(from, to + 1, static_cast<std::uint32_t>(trie->getValue()));
    if (!USTRINGTRIE_HAS_NEXT(result)) return;
  }
}

// Names and loans are written in Katakana and in no dictionary: a whole run of it may be one word.
void EastAsianWords::Impl::try_katakana(std::size_t from) {
  const auto katakana_at = [&](std::size_t at) { return is_katakana(characters[begins[at]]); };
  if (!katakana_at(from) || (from > 0 && katakana_at(from - 1))) return;
  std::size_t to = from + 1;
  while (to < count() && to - from < kMostKatakana && katakana_at(to)) ++to;
  if (to - from < kMostKatakana) reach(from, to, katakana_cost(to - from));
}

void EastAsianWords::Impl::collect() {
  words.clear();
  for (std::size_t end = count(); end > 0; end = steps[end].from)
    words.push_back(static_cast<std::uint32_t>(end) - steps[end].from);
  std::reverse(words.begin(), words.end());
}

}  // namespace dateline::text
