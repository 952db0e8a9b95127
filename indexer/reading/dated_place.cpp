#include "indexer/reading/dated_place.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/reading/dates/date_key.hpp"
#include "indexer/reading/dates/names.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "indexer/reading/dates/words.hpp"
#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t longest_place = 80, longest_name = 48;  // bytes
constexpr std::size_t most_words = 5;
constexpr std::uint32_t longest_particle = 3;  // letters: "de", "am", "sur"

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : text::next_code_point(text, at);
}

struct Place {
  bool is_one = false;
  bool in_capitals = false;  // every letter, and the script has capitals
};

// Capitals, or letters of a script without them; small words only between.
Place place_of(std::string_view text) {
  Place place;
  std::size_t words = 0;
  bool has_small = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text = trim(text.substr(word.size()));
    const char32_t first = first_of(trim_ornaments(word));
    const bool small = u_islower(static_cast<UChar32>(first));
    if (!is_letter(first) || (small && (words == 0 || weigh(word) > longest_particle))) return {};
    for (std::size_t at = 0; at < word.size();) {
      const auto c = static_cast<UChar32>(text::next_code_point(word, at));
      has_small |= u_islower(c) != 0;
      place.in_capitals |= u_isupper(c) != 0;
    }
    if (++words > most_words) return {};
  }
  place.is_one = words > 0;
  place.in_capitals &= !has_small;
  return place;
}

// "(ČTK)", "/Agerpres/", "[뉴시스]": who sent it. Empty when there is none.
std::string_view take_sender(std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> brackets{
      {{"(", ")"}, {"/", "/"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"«", "»"}}};
  for (const auto& [open, close] : brackets) {
    if (!text.starts_with(open)) continue;
    const std::size_t end = text.find(close, open.size());
    if (end == std::string_view::npos || end > longest_name) return {};
    const std::string_view name = text.substr(open.size(), end - open.size());
    text.remove_prefix(end + close.size());
    return name;
  }
  return {};
}

bool is_name_of_sender(std::string_view name, std::string_view language) {
  constexpr std::uint32_t longest_small = 5;  // dpa, ots, sda
  name = trim(name);
  const bool small = u_islower(static_cast<UChar32>(first_of(name)));
  return weigh(name) >= 2 && !(small && (weigh(name) > longest_small || name.find(' ') != std::string_view::npos)) &&
         name.find_first_of("0123456789") == std::string_view::npos && !is_only_beside_dates(name, language);
}

bool begins_with_dash(std::string_view text) {
  for (const std::string_view dash : {"- ", "– ", "— ", "-- ", "—", "–", "-", "= "})
    if (text.starts_with(dash)) return true;
  return false;
}

// "БРЕННА. 2 жовтня. УНН. ": behind a full stop, in capitals, before another or a dash.
bool is_sender_in_capitals(std::string_view text) {
  std::size_t end = 0, capitals = 0;
  for (std::size_t next = 0; end < text.size() && end < longest_name; end = next) {
    const auto c = static_cast<UChar32>(text::next_code_point(text, next));
    if (u_islower(c)) return false;
    if (!u_isupper(c)) break;
    ++capitals;
  }
  const std::string_view behind = trim(text.substr(end));
  return capitals >= 2 && (behind.starts_with('.') || begins_with_dash(behind));
}

// "2024. október 2., szerda (MTI) - "
std::string_view behind_weekday(std::string_view text, std::string_view language) {
  const auto without_stops = [](std::string_view rest) {
    for (rest = trim(rest); !rest.empty() && (rest.front() == '.' || rest.front() == ',');) rest = trim(rest.substr(1));
    return rest;
  };
  text = without_stops(text);
  const std::string_view word = text.substr(0, text.find_first_of(" ,("));
  return find_weekday(date_key(word), language) ? without_stops(text.substr(word.size())) : text;
}

// "8.11.2018, 8:18 The council ...", "2023-06-11 10:51:22 (bureau)", "(02.10.2024) The council ...": a machine put it
// there.
bool is_stamp(std::string_view opening, const FoundDate& date) {
  const std::string_view before = trim(opening.substr(0, date.begin));
  const std::string_view after = trim(opening.substr(date.end));
  if (before == "(" || before == "[") return after.starts_with(')') || after.starts_with(']');
  const std::string_view written = opening.substr(date.begin, date.end - date.begin);
  const bool digits_only = weigh(written) == 0 && written.find(' ') == std::string_view::npos;
  if (!before.empty() || !digits_only || date.year_missing) return false;
  const DateTokens tokens(text::beginning(after, 12));
  const std::size_t clock = tokens.is_mark(0, U",|-") ? 1 : 0;
  return tokens.begins_clock(clock) && tokens.is_mark(clock + 1, U':');
}

// Whether what follows a place and a date closes them as a dateline.
bool closes_dateline(std::string_view after, std::string_view before, const Place& place, const DateContext& context) {
  const bool between_slashes = after.starts_with('/');
  if (const std::string_view sender = take_sender(after); !sender.empty()) {
    after = trim(after);
    const bool closed = between_slashes || begins_with_dash(after) || after.starts_with('.') || after.starts_with(':');
    return closed && is_name_of_sender(sender, context.language);
  }
  if (trim(before).ends_with('.') && is_sender_in_capitals(after)) return true;
  const bool parted = place.in_capitals || trim(before).ends_with(',') || trim(before).ends_with("،");
  return parted && begins_with_dash(after);
}

}  // namespace

std::optional<FoundDate> find_dateline_date(std::string_view opening, const DateContext& context) {
  std::optional<FoundDate> date = find_date(opening, context);
  if (!date || date->begin > longest_place) return std::nullopt;
  if (is_stamp(opening, *date)) return date;
  const std::string_view before = opening.substr(0, date->begin);
  const Place place = place_of(without_clock_at_end(before, context.language));
  if (!place.is_one) return std::nullopt;
  const std::string_view after = behind_weekday(opening.substr(date->end), context.language);
  if (!closes_dateline(after, before, place, context)) return std::nullopt;
  return date;
}

std::optional<FoundDate> find_date_before_dash(std::string_view text, const DateContext& context) {
  std::optional<FoundDate> date = find_date(text, context);
  if (!date || date->begin != 0 || !begins_with_dash(trim(text.substr(date->end)))) return std::nullopt;
  return date;
}

std::optional<FoundDate> find_date_behind_place(std::string_view text, const DateContext& context) {
  std::optional<FoundDate> date = find_date(text, context);
  if (!date || date->begin > longest_place) return std::nullopt;
  const std::string_view before = trim_ornaments(text.substr(0, date->begin));
  if (!before.empty() && !place_of(without_clock_at_end(before, context.language)).is_one) return std::nullopt;
  return date;
}

}  // namespace dateline::indexer
