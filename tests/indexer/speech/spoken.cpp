#include "tests/indexer/speech/spoken.hpp"

namespace dateline::tests {

Spoken::Spoken(const std::string& lines, const std::string& language, const std::string& title,
               const text::AliasTable& aliases) {
  for (std::size_t begin = 0; begin <= lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (!body.empty()) body += "\n\n";
    const auto start = static_cast<std::uint32_t>(body.size());
    body.append(lines, begin, end - begin);
    paragraphs.push_back({start, static_cast<std::uint32_t>(body.size())});
    begin = end + 1;
  }
  speech =
      indexer::find_speech(body, paragraphs, std::vector<std::string>(paragraphs.size(), language), title, aliases);
}

std::vector<std::string> Spoken::quotes() const {
  std::vector<std::string> rendered;
  for (const auto& quote : speech.quotes) {
    const std::string said = body.substr(quote.begin, quote.end - quote.begin);
    rendered.push_back((quote.speaker ? speech.speakers.at(*quote.speaker).name : "?") + ": " +
                       (quote.direct ? "«" + said + "»" : said));
  }
  return rendered;
}

std::vector<std::string> Spoken::speakers() const {
  std::vector<std::string> names;
  for (const auto& speaker : speech.speakers) names.push_back(speaker.name);
  return names;
}

}  // namespace dateline::tests
