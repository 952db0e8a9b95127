#include "searcher/snippets/sentences.hpp"

#include <algorithm>

#include "searcher/snippets/blanks.hpp"
#include "searcher/snippets/quotations.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

// A paragraph to be divided, in whole or in part.
class Divider {
 public:
  Divider(std::string_view paragraph, std::string_view language, const std::vector<ByteRange>& quotations,
          std::size_t length)
      : paragraph_(paragraph), language_(language), quotations_(quotations), length_(length) {}

  ByteRange whole() const { return {0, static_cast<std::uint32_t>(paragraph_.size())}; }

  std::vector<ByteRange> units_in(ByteRange stretch) const {
    std::vector<ByteRange> units;
    std::vector<std::uint32_t> ends = text::sentence_ends(slice(stretch), language_);
    for (std::uint32_t& end : ends) end += stretch.begin;
    std::uint32_t begin = stretch.begin;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (i + 1 < ends.size() && hold_together({begin, ends[i]}, ends[i + 1])) continue;
      const ByteRange unit = without_outer_blanks(paragraph_, {begin, ends[i]});
      if (unit.begin < unit.end) units.push_back(unit);
      begin = ends[i];
    }
    return units;
  }

  // The stretch need not begin or end where a sentence does: what it cuts is left out. So are the units up to the first
  // end outside of quotations, for inside one it is their lengths from its beginning that decide where they end.
  std::vector<ByteRange> whole_units_in(ByteRange stretch) const {
    std::vector<ByteRange> units = units_in(stretch);
    if (stretch.end < whole().end && !units.empty()) units.pop_back();
    if (stretch.begin == 0) return units;
    const auto certain = std::find_if(units.begin(), units.end(),
                                      [&](ByteRange unit) { return !pair_divided_at(quotations_, unit.end); });
    units.erase(units.begin(), certain == units.end() ? certain : certain + 1);
    return units;
  }

  // So many bytes more on both sides, not inside a word or a quotation.
  ByteRange around(ByteRange wanted, std::uint32_t reach) const {
    constexpr std::string_view blanks = " \n";
    std::size_t begin = wanted.begin > reach ? wanted.begin - reach : 0;
    if (const ByteRange* pair = pair_divided_at(quotations_, begin)) begin = pair->begin;
    const std::size_t blank = begin == 0 ? std::string_view::npos : paragraph_.find_last_of(blanks, begin - 1);
    begin = blank == std::string_view::npos ? 0 : blank + 1;
    std::size_t end = std::min<std::size_t>(std::size_t{wanted.end} + reach, paragraph_.size());
    if (const ByteRange* pair = pair_divided_at(quotations_, end)) end = pair->end;
    end = std::min(paragraph_.find_first_of(blanks, end), paragraph_.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

 private:
  // Whether this and the sentence behind it, which ends at `next`, share a pair of quotation marks that fits into a
  // snippet, or fit together.
  bool hold_together(ByteRange unit, std::uint32_t next) const {
    const ByteRange* pair = pair_divided_at(quotations_, unit.end);
    if (!pair) return false;
    constexpr std::size_t ellipses = 2;
    return text::count_code_points(slice(*pair)) + ellipses <= length_ ||
           text::count_code_points(slice({unit.begin, next})) <= length_;
  }

  std::string_view slice(ByteRange range) const { return paragraph_.substr(range.begin, range.end - range.begin); }

  std::string_view paragraph_, language_;
  const std::vector<ByteRange>& quotations_;
  std::size_t length_;
};

bool is_inside(ByteRange inner, ByteRange outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// Some neighbours of `wanted`, and the units around them.
struct Cluster {
  std::size_t end = 0;  // of its part of `wanted`
  std::vector<ByteRange> units;
};

Cluster cluster_from(std::size_t first, const std::vector<ByteRange>& wanted, const Divider& divider,
                     std::uint32_t reach) {
  Cluster cluster;
  for (;; reach *= 2) {
    ByteRange stretch = divider.around(wanted[first], reach);
    for (cluster.end = first + 1; cluster.end < wanted.size(); ++cluster.end) {
      const ByteRange next = divider.around(wanted[cluster.end], reach);
      if (next.begin > stretch.end) break;
      stretch.end = std::max(stretch.end, next.end);
    }
    cluster.units = divider.whole_units_in(stretch);
    const bool holds_all = std::all_of(wanted.begin() + static_cast<std::ptrdiff_t>(first),
                                       wanted.begin() + static_cast<std::ptrdiff_t>(cluster.end), [&](ByteRange one) {
                                         return std::any_of(cluster.units.begin(), cluster.units.end(),
                                                            [&](ByteRange unit) { return is_inside(one, unit); });
                                       });
    if (holds_all || stretch == divider.whole()) return cluster;
  }
}

}  // namespace

std::vector<ByteRange> sentence_units(std::string_view paragraph, std::string_view language,
                                      const std::vector<ByteRange>& quotations, std::size_t length) {
  const Divider divider(paragraph, language, quotations, length);
  return divider.units_in(divider.whole());
}

std::vector<ByteRange> sentence_units_around(const std::vector<ByteRange>& wanted, std::string_view paragraph,
                                             std::string_view language, const std::vector<ByteRange>& quotations,
                                             std::size_t length) {
  const Divider divider(paragraph, language, quotations, length);
  const bool two_bytes_a_letter =
      !wanted.empty() && static_cast<unsigned char>(paragraph[wanted.front().begin]) >= 0x80;
  const std::size_t reach = length * (two_bytes_a_letter ? 2 : 1);
  if (wanted.empty() || paragraph.size() <= 4 * reach) return divider.units_in(divider.whole());
  std::vector<ByteRange> units;
  for (std::size_t at = 0; at < wanted.size();) {
    const Cluster cluster =
        cluster_from(at, wanted, divider, static_cast<std::uint32_t>(std::max<std::size_t>(reach, 1)));
    for (const ByteRange unit : cluster.units)
      if (units.empty() || unit.begin >= units.back().end) units.push_back(unit);
    at = cluster.end;
  }
  return units;
}

}  // namespace dateline::searcher
