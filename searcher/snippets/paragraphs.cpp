#include "searcher/snippets/paragraphs.hpp"

#include <algorithm>
#include <bitset>
#include <tuple>
#include <utility>

#include "searcher/snippets/blanks.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

// Where a piece of at most longest_part bytes ends: behind the last line break or blank, else between characters.
std::size_t end_of_piece(std::string_view text) {
  if (text.size() <= longest_part) return text.size();
  const std::size_t blank = text.substr(0, longest_part).find_last_of(" \n");
  if (blank != std::string_view::npos && blank > 0) return blank + 1;
  const std::size_t end = text::beginning(text, longest_part).size();
  return end > 0 ? end : longest_part;
}

void add_parts(std::vector<BodyPart>& parts, std::string_view paragraph, std::string_view language) {
  while (!paragraph.empty()) {
    const std::string_view piece = paragraph.substr(0, end_of_piece(paragraph));
    const ByteRange inside = without_outer_blanks(piece, {0, static_cast<std::uint32_t>(piece.size())});
    if (inside.begin < inside.end) {
      BodyPart part;
      part.text = piece;
      part.language = language;
      part.order = parts.size();
      parts.push_back(std::move(part));
    }
    paragraph.remove_prefix(piece.size());
  }
}

// Behind the next full stop that a blank follows. Not always the end of a sentence, but no word goes on there.
std::size_t next_stop(std::string_view text, std::size_t at) {
  bool stopped = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (stopped && (c == ' ' || c == '\n')) return at + 1;
    stopped |= c == '.' || c == '!' || c == '?';
  }
  return at;
}

// Behind the next blank, where a word ends in any script that has blanks.
std::size_t next_blank(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
  return std::min(at + 1, text.size());
}

// Analysing is what costs: only stretches that may match are. Neighbours go together, for phrases; where there are
// none, a word at a time.
void find_matches(BodyPart& part, const MatchTargets& targets, text::Analyzer& analyzer) {
  std::size_t begin = 0;  // of the stretch that is to be analysed
  const auto analyze_to = [&](std::size_t end) {
    if (begin == end) return;
    const auto offset = static_cast<std::uint32_t>(begin);
    for (TextMatch match :
         find_matches(analyzer.analyze(part.text.substr(begin, end - begin), part.language), targets)) {
      match.range = {match.range.begin + offset, match.range.end + offset};
      part.matches.push_back(match);
      part.words |= match.words;
    }
  };
  const bool single = targets.are_single_words();
  for (std::size_t at = 0; at < part.text.size();) {
    const std::size_t end = single ? next_blank(part.text, at) : next_stop(part.text, at);
    if (!targets.may_match(part.text.substr(at, end - at), part.language)) {
      analyze_to(at);
      begin = end;
    }
    at = end;
  }
  analyze_to(part.text.size());
}

std::size_t count(WordSet words) { return std::bitset<64>(words).count(); }

// Keeps, behind the first `kept`, for each query word the part that has it beside the fewest others: a sentence with
// several may be too long to show them all.
void move_spare_parts(std::vector<BodyPart>& parts, std::size_t kept) {
  WordSet all = 0;
  for (const BodyPart& part : parts) all |= part.words;
  for (; all; all &= all - 1) {
    const WordSet word = all & ~(all - 1);
    const auto rank = [&](const BodyPart& part) { return part.words & word ? count(part.words) : SIZE_MAX; };
    const auto own = std::min_element(parts.begin(), parts.end(), [&](const BodyPart& a, const BodyPart& b) {
      return rank(a) != rank(b) ? rank(a) < rank(b) : a.order < b.order;
    });
    const auto at = static_cast<std::size_t>(own - parts.begin());
    if (at >= kept) std::swap(parts[kept++], parts[at]);
  }
  parts.resize(kept);
}

}  // namespace

std::vector<BodyPart> parts_of(const BodyText& body) {
  std::vector<BodyPart> parts;
  std::size_t begin = 0;
  for (std::size_t number = 0; begin < std::min(body.text.size(), longest_body); ++number) {
    const std::size_t end = std::min(body.text.find("\n\n", begin), body.text.size());
    const bool own = number < body.paragraph_languages.size();
    const std::string_view language = own ? std::string_view(body.paragraph_languages[number]) : body.language;
    add_parts(parts, body.text.substr(begin, std::min(end - begin, longest_body)), language);
    begin = end + 2;
  }
  return parts;
}

std::vector<BodyPart> matching_parts(std::vector<BodyPart> parts, const MatchTargets& targets, Enough enough,
                                     text::Analyzer& analyzer) {
  std::vector<BodyPart> found;
  WordSet seen = 0;
  std::size_t with_all = 0;
  for (BodyPart& part : parts) {
    if (with_all >= enough.with_all || (seen == targets.all() && found.size() >= enough.together)) break;
    find_matches(part, targets, analyzer);
    if (part.matches.empty()) continue;
    seen |= part.words;
    with_all += part.words == targets.all();
    found.push_back(std::move(part));
  }
  return found;
}

std::vector<BodyPart> best_parts(std::vector<BodyPart> parts, std::size_t most) {
  WordSet seen = 0;
  const std::size_t kept = std::min(parts.size(), most);
  for (std::size_t i = 0; i < kept; ++i) {
    const auto rank = [&](const BodyPart& part) {
      return std::tuple(count(part.words & ~seen), count(part.words), part.matches.size());
    };
    const auto first = parts.begin() + static_cast<std::ptrdiff_t>(i);
    const auto best = std::max_element(first, parts.end(), [&](const BodyPart& a, const BodyPart& b) {
      return rank(a) != rank(b) ? rank(a) < rank(b) : a.order > b.order;
    });
    seen |= best->words;
    std::iter_swap(first, best);
  }
  move_spare_parts(parts, kept);
  return parts;
}

}  // namespace dateline::searcher
