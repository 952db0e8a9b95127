#include "tests/searcher/news.hpp"

#include <algorithm>
#include <stdexcept>

#include "schema/days.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::tests {

News::News(std::string id) {
  article_.key = "test:" + id;
  article_.id = std::move(id);
  article_.language = "en";
  article_.rules = "test";
}

News& News::title(std::string text) {
  article_.title = std::move(text);
  return *this;
}

News& News::paragraph(const std::string& text) {
  const auto begin = static_cast<std::uint32_t>(article_.text.size());
  article_.text += text + "\n";
  article_.paragraphs.push_back({{begin, begin + static_cast<std::uint32_t>(text.size())}});
  return *this;
}

News& News::said(const std::string& words, const std::string& speaker, const std::string& as_written) {
  const std::size_t at = schema::body_of(article_).rfind(words);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + words);
  schema::StoredQuote quote;
  quote.begin = static_cast<std::uint32_t>(at);
  quote.end = static_cast<std::uint32_t>(at + words.size());
  if (!speaker.empty()) quote.speaker = speaker_index(speaker, as_written.empty() ? speaker : as_written);
  article_.quotes.push_back(quote);
  return *this;
}

std::uint32_t News::speaker_index(const std::string& name, const std::string& as_written) {
  auto& speakers = article_.speakers;
  auto found =
      std::find_if(speakers.begin(), speakers.end(), [&](const auto& speaker) { return speaker.name == name; });
  if (found == speakers.end()) {
    schema::StoredSpeaker speaker;
    speaker.name = name;
    speaker.id = text::name_id(name);
    found = speakers.insert(speakers.end(), std::move(speaker));
  }
  auto& spellings = found->as_written;
  if (std::find(spellings.begin(), spellings.end(), as_written) == spellings.end()) spellings.push_back(as_written);
  return static_cast<std::uint32_t>(found - speakers.begin());
}

News& News::date(const std::string& iso) {
  article_.date = schema::parse_iso(iso);
  return *this;
}

News& News::source(std::string name) {
  article_.sources.push_back(std::move(name));
  return *this;
}

News& News::byline(std::string name) {
  article_.byline = std::move(name);
  return *this;
}

News& News::tag(std::string name) {
  article_.tags.push_back(std::move(name));
  return *this;
}

News& News::language(std::string code) {
  article_.language = std::move(code);
  return *this;
}

News& News::url(std::string address) {
  article_.url = std::move(address);
  return *this;
}

News& News::input(std::string path) {
  article_.input = std::move(path);
  return *this;
}

std::vector<schema::StoredArticle> sample_news() {
  return {
      news("harbour-1")
          .title("Harbour strike ends after nine days")
          .date("2024-03-02")
          .source("Coast Herald")
          .tag("ports")
          .paragraph(
              "Dock workers in Velmora voted to return to the harbour on Saturday. The strike had emptied the shops.")
          .paragraph("\"We ask every side to show restraint,\" said mediator Lena Brandt. Port owners kept silent.")
          .said("We ask every side to show restraint,", "Lena Brandt", "Lena Brandt"),
      news("harbour-2")
          .title("Owners of the port sue the union")
          .date("2024-03-15")
          .source("Coast Herald")
          .source("AFP")
          .byline("Tomas Weir")
          .url("https://www.coast-herald.example/law/2")
          .paragraph("The port's owners went to court. \"The strike was a theft,\" said Karl Osten. \"Restraint is for "
                     "the weak,\" he added.")
          .said("The strike was a theft,", "Karl Osten")
          .said("Restraint is for the weak,", "Karl Osten", "Osten"),
      news("harbour-3")
          .title("Strikes spread along the coast")
          .date("2024-04")
          .source("Evening Post")
          .paragraph("Three more harbours closed. \"Nobody wanted this escalation,\" an official said.")
          .said("Nobody wanted this escalation,")
          .paragraph("Lena Brandt spoke of a long week. She asked for maximum restraint."),
      news("kremlin-en")
          .title("Kremlin calls for calm")
          .date("2024-10-02")
          .source("AFP")
          .tag("Middle East")
          .byline("AFP")
          .paragraph("\"We call all sides to maximum restraint,\" Kremlin spokesman Dmitry Peskov said. Israel did not "
                     "answer.")
          .said("We call all sides to maximum restraint,", "Dmitry Peskov", "Dmitry Peskov"),
      news("kremlin-ru")
          .title("Песков призвал к сдержанности")
          .date("2024-10-03")
          .source("ТАСС")
          .language("ru")
          .paragraph("«Мы призываем все стороны к сдержанности», — заявил Песков журналистам. Эскалация продолжается.")
          .said("Мы призываем все стороны к сдержанности", "Dmitry Peskov", "Песков"),
      news("kremlin-de")
          .title("Kreml mahnt zur Zurückhaltung")
          .date("2024")
          .source("Abendblatt")
          .language("de")
          .paragraph(
              "Kremlsprecher Dmitri Peskow rief zur Zurückhaltung auf. Die Straße war leer, die Kämpfe gingen weiter."),
      news("paris-fr")
          .title("L'Iran réagit aux frappes")
          .date("2024-04-14")
          .source("Le Matin")
          .language("fr")
          .paragraph("Le vice-président de l'Iran a dénoncé les frappes. « Nous appelons à la retenue », a déclaré "
                     "Élise Morel.")
          .said("Nous appelons à la retenue", "Élise Morel"),
      news("tokyo-ja")
          .title("東京都知事が会見")
          .date("2023-07-01")
          .source("東都新聞")
          .language("ja")
          .paragraph("東京都知事は七月一日、港の混乱について自制を求めた。京都の市長も同じ考えだ。"),
      news("osaka-ja")
          .title("大阪の港で集会")
          .date("2023-07-02")
          .source("東都新聞")
          .language("ja")
          .paragraph("大阪の港で東の京と都会の人々が集まった。"),
      news("bangkok-th")
          .title("นายกรัฐมนตรีแถลงข่าว")
          .date("2023-08-05")
          .language("th")
          .paragraph("นายกรัฐมนตรีขอให้ทุกฝ่ายใช้ความอดกลั้นในวันนี้"),
      news("beijing-zh")
          .title("外交部呼吁克制")
          .date("2024-10-04")
          .source("新京快讯")
          .language("zh")
          .paragraph("外交部发言人呼吁各方保持克制，避免局势升级。"),
      news("cairo-ar")
          .title("دعوة إلى ضبط النفس")
          .date("2024-05-06")
          .language("ar")
          .paragraph("دعا المتحدث جميع الأطراف إلى ضبط النفس في المنطقة."),
      news("warsaw-pl")
          .title("Wezwania do powściągliwości")
          .date("2024-06-01")
          .source("Kurier")
          .language("pl")
          .paragraph("Rzecznik wezwał strony do powściągliwości. Powściągliwość jest potrzebna, powiedział."),
      news("undated")
          .title("A note on restraint")
          .source("Coast Herald")
          .input("notes/a.txt")
          .paragraph("Restraint is a word that editors love. This note has no day."),
      news("bakery")
          .title("Bakery wins prize")
          .date("2022-11-30")
          .input("notes/food/b.txt")
          .paragraph("A small bakery in Velmora won a prize for its bread. The café owner Zoë Ångström was delighted."),
      news("polish-case").title("To polish a table").date("2022-12-01").paragraph("Use wax to polish wood."),
      news("Polish-case")
          .title("A Polish table")
          .date("2022-12-02")
          .paragraph("The Polish carpenter spoke of harbours and of strikes in one long sentence. Another sentence is "
                     "about bread."),
  };
}

void write_archive(const std::filesystem::path& folder, const std::vector<schema::StoredArticle>& articles,
                   std::size_t batch) {
  indexer::WriterOptions options;
  options.threads = 1;
  auto writer = indexer::ArchiveWriter::open(folder, options);
  std::size_t written = 0;
  for (const auto& article : articles) {
    writer.add(article);
    if (batch > 0 && ++written % batch == 0) writer.commit();
  }
  writer.commit();
}

std::vector<std::string> ids(const Archive& archive, const SearchRequest& request) {
  SearchRequest all = request;
  all.limit = 1000;
  const SearchAnswer answer = archive.search(all);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < answer.total && i < answer.hits.size(); ++i) found.push_back(answer.hits[i].id);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace dateline::tests
