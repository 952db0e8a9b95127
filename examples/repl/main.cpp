// Queries typed one after the other, with the facets of each answer; a line that starts with a question mark is
// completed, one that starts with a number sign and an id is shown whole. What is committed meanwhile is found at once.
#include <dateline/dateline.hpp>

#include <iostream>
#include <string>

namespace {

using namespace std::chrono_literals;

void print_hits(const dateline::SearchAnswer& answer) {
  std::cout << answer.total << " articles: " << answer.interpreted << '\n';
  for (const std::string& warning : answer.warnings) std::cout << "  (" << warning << ")\n";
  for (const dateline::Hit& hit : answer.hits) {
    std::cout << "  #" << hit.id << "  " << hit.title.value_or("(no title)") << '\n';
    for (const dateline::Snippet& snippet : hit.snippets) std::cout << "      " << snippet.text << '\n';
  }
  if (answer.suggestion) std::cout << "  did you mean: " << *answer.suggestion << '\n';
}

void print_facets(const dateline::SearchAnswer& answer) {
  for (const dateline::FacetAnswer& facet : answer.facets)
    for (const dateline::FacetCount& count : facet.counts)
      std::cout << "  " << count.count << " by " << count.value.value_or("somebody unnamed") << '\n';
}

void search(const dateline::Archive& archive, const std::string& query) {
  const auto answer = archive.search({.query = query,
                                      .limit = 5,
                                      .facets = {dateline::Facet::speaker},
                                      .snippets = 1,
                                      .stop = dateline::stop_after(2s)});
  print_hits(answer);
  print_facets(answer);
}

void complete(const dateline::Archive& archive, const std::string& text) {
  for (const dateline::Suggestion& suggestion : archive.suggest({.text = text}))
    std::cout << "  " << suggestion.text << " (" << suggestion.articles << ")\n";
}

void show(const dateline::Archive& archive, const std::string& id) {
  const auto article = archive.show(id);
  std::cout << (article ? article->title.value_or("") + "\n\n" + article->body : "no such article") << '\n';
}

void answer(const dateline::Archive& archive, const std::string& line) try {
  if (line.starts_with('?'))
    complete(archive, line.substr(1));
  else if (line.starts_with('#'))
    show(archive, line.substr(1));
  else
    search(archive, line);
} catch (const dateline::Error& error) {
  std::cout << error.what() << ". " << error.remedy() << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) return std::cerr << "usage: repl ARCHIVE\n", 2;
  const auto archive = dateline::Archive::open(argv[1]);
  for (std::string line; std::getline(std::cin, line);) answer(archive, line);
} catch (const dateline::Error& error) {
  return std::cerr << error.what() << ". " << error.remedy() << '\n', 1;
}
