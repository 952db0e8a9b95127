// A program that has articles already, in structures of its own: it puts them into an archive and lists who said what.
#include <dateline/dateline.hpp>

#include <iostream>
#include <string>
#include <vector>

namespace {

// What the program has.
struct Statement {
  std::string who, words;
};
struct Dispatch {
  int number;
  std::string headline, agency;
  int year, month, day;
  std::vector<std::string> paragraphs;
  std::vector<Statement> statements;
};

const std::vector<Dispatch> dispatches = {
    {1,
     "Pilots return to the strait",
     "Coast Wire",
     2024,
     6,
     18,
     {"Pilots boarded the first ships at dawn.", "“The lamps are lit again,” said Ines Almarante."},
     {{"Ines Almarante", "The lamps are lit again,"}}},
    {2,
     "Ferry fares frozen until spring",
     "Coast Wire",
     2024,
     7,
     2,
     {"Fares stay as they are.", "“Nobody pays more this winter,” Joren Halvask said."},
     {{"Joren Halvask", "Nobody pays more this winter,"}}}};

// Offsets count code points, not bytes.
std::size_t code_points(const std::string& text, std::size_t bytes) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes; ++i) count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  return count;
}

dateline::Quote quote_in(const std::string& body, const Statement& statement) {
  dateline::Quote quote;
  const std::size_t at = body.find(statement.words);
  quote.text = statement.words;
  quote.speaker = statement.who;
  quote.start = code_points(body, at);
  quote.end = code_points(body, at + statement.words.size());
  quote.confidence = dateline::Confidence::high;
  return quote;
}

dateline::Article article_of(const Dispatch& dispatch) {
  dateline::Article article;
  article.id = "dispatch-" + std::to_string(dispatch.number);
  article.title = dispatch.headline;
  article.sources = {dispatch.agency};
  article.date = dateline::Date{dispatch.year, dispatch.month, dispatch.day};
  article.language = "en";
  for (const std::string& paragraph : dispatch.paragraphs)
    article.body += (article.body.empty() ? "" : "\n\n") + paragraph;
  for (const Statement& statement : dispatch.statements) {
    article.speakers.emplace_back().name = statement.who;
    article.quotes.push_back(quote_in(article.body, statement));
  }
  article.extra = {{"number", std::to_string(dispatch.number)}};  // JSON; comes back with the article
  return article;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) return std::cerr << "usage: own_articles ARCHIVE\n", 2;
  auto indexer = dateline::Indexer::open(argv[1]);
  for (const Dispatch& dispatch : dispatches) indexer.add(article_of(dispatch));
  indexer.commit();

  const auto archive = dateline::Archive::open(argv[1]);
  for (const dateline::QuoteHit& quote : archive.quotes({.sort = dateline::Sort::oldest}).quotes) {
    const auto article = archive.show(quote.article);
    std::cout << quote.speaker.value_or("somebody") << ": " << quote.text << " (number "
              << article->extra.front().second << ")\n";
  }
} catch (const dateline::Error& error) {
  return std::cerr << error.what() << ". " << error.remedy() << '\n', 1;
}
