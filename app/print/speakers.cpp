#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/table.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {
namespace {

std::string period(const std::optional<Date>& first, const std::optional<Date>& last) {
  if (!first || !last) return "";
  return *first == *last ? to_string(*first) : to_string(*first) + ".." + to_string(*last);
}

}  // namespace

std::string speakers_as_text(const std::vector<SpeakerEntry>& speakers, const Page& page) {
  if (speakers.empty()) return laid_out({"No speaker", {}, Paragraph::Look::dim}, page, 0);
  using Align = Table::Align;
  Table table({{"speaker", Align::left},
               {"quotes", Align::right},
               {"articles", Align::right},
               {"from..to", Align::left, true},
               {"as written", Align::left}});
  for (const SpeakerEntry& speaker : speakers) {
    table.add({speaker.name, grouped_digits(speaker.quotes), grouped_digits(speaker.articles),
               period(speaker.first, speaker.last), joined(speaker.spellings, ", ")});
  }
  return table.as_text(page);
}

std::string pairs_as_text(const std::vector<SpeakerPair>& pairs, const Page& page) {
  if (pairs.empty()) return laid_out({"No two speakers who are perhaps one", {}, Paragraph::Look::dim}, page, 0);
  std::string text;
  for (const SpeakerPair& pair : pairs) {
    const auto described = [](const SpeakerEntry& speaker) {
      return speaker.name + " (" + counted(speaker.articles, "article", "articles") + ")";
    };
    // A comment where the row is pasted, so that both lines can be. The row keeps its tabs and is never wrapped.
    text += "# " + with_decimals(pair.score, 2) + "  " + described(pair.speaker) + " = " + described(pair.other) +
            "\n" + pair.alias_row + "\n";
  }
  return text;
}

}  // namespace dateline::app
