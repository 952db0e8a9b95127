#include "indexer/input/html_titles.hpp"

#include <algorithm>
#include <unordered_set>

namespace dateline::indexer {
namespace {

constexpr std::size_t longest_compared = 400;  // bytes

struct Divider {
  std::string_view mark;
  bool telling;  // rarely part of a headline
};
constexpr Divider dividers[] = {{" | ", true}, {" — ", false}, {" – ", false}, {" - ", false}, {" · ", true},
                                {" • ", true}, {" :: ", true}, {" » ", true},  {" « ", true},  {" / ", true},
                                {"｜", true},  {"_", false},   {" |", true},   {" ‹ ", true},  {" › ", true}};

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
  return words;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_site(std::string_view part, const std::vector<std::string>& sites) {
  const std::string letters = letters_of(part);
  if (letters.size() < 2) return false;
  return std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
    const std::string name = letters_of(site);
    return name == letters || (letters.size() >= 3 && name.find(letters) != std::string::npos) ||
           (name.size() >= 3 && letters.find(name) != std::string::npos && letters.size() <= name.size() * 2 + 8);
  });
}

// A name of few words behind a headline of more.
bool is_site_like(std::string_view headline, std::string_view part, bool telling) {
  const std::size_t words = count_words(part), before = count_words(headline);
  const bool capital =
      !part.empty() && ((part[0] >= 'A' && part[0] <= 'Z') || static_cast<unsigned char>(part[0]) >= 0x80);
  const bool dense = letters_of(headline).size() >= 24;
  if (telling) return words <= 5 && (before >= 3 || dense);
  return capital && words <= 3 && (before >= 4 || dense) && before > words &&
         part.find_first_of("?!,:") == std::string_view::npos;
}

// One site's name less; the same text when there is none.
std::string_view cut_once(std::string_view title, const std::vector<std::string>& sites) {
  std::size_t at = std::string_view::npos;
  const Divider* divider = nullptr;
  for (const Divider& one : dividers)
    if (const std::size_t found = title.rfind(one.mark); found != std::string_view::npos && found > 0)
      if (at == std::string_view::npos || found > at) {
        at = found;
        divider = &one;
      }
  if (divider) {
    const std::string_view before = trim(title.substr(0, at)), behind = trim(title.substr(at + divider->mark.size()));
    if (behind.empty()) return before;
    if (is_site(behind, sites) || (divider->mark != "_" && is_site_like(before, behind, divider->telling)))
      return before;
  }
  for (const std::string_view mark : {" | ", " - ", " — ", " – ", ": ", "："})
    if (const std::size_t found = title.find(mark); found != std::string_view::npos)
      if (is_site(title.substr(0, found), sites)) return trim(title.substr(found + mark.size()));
  return title;
}

// The heading that says the same, or else the longest that says nearly so: a shorter one may be the site's name.
const std::string* heading_like(const PageTitles& titles, std::string_view text) {
  const std::string letters = letters_of(text);
  const std::string* best = nullptr;
  for (const std::string& heading : titles.headings) {
    if (letters.empty() || !are_alike(heading, text)) continue;
    const std::string printed = letters_of(heading);
    if (printed == letters) return &heading;
    if (printed.ends_with(letters)) continue;  // with the name of its section before it
    if (!best || heading.size() > best->size()) best = &heading;
  }
  return best;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xE2 || byte == 0xC2)  // dashes, curly marks, blanks
      i += byte == 0xE2 ? 2 : 1;
    else if (byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z'))
      letters += text[i];
    else if (byte >= 'A' && byte <= 'Z')
      letters += static_cast<char>(byte | 0x20);
  }
  return letters;
}

bool are_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t width = 4;
  std::string shorter = letters_of(a.substr(0, longest_compared)), longer = letters_of(b.substr(0, longest_compared));
  if (shorter.size() > longer.size()) shorter.swap(longer);
  if (shorter.size() < width) return !shorter.empty() && shorter == longer;
  std::unordered_set<std::string_view> grams;
  for (std::size_t i = 0; i + width <= longer.size(); ++i) grams.insert(std::string_view(longer).substr(i, width));
  std::size_t shared = 0, all = 0;
  for (std::size_t i = 0; i + width <= shorter.size(); ++i, ++all)
    shared += grams.count(std::string_view(shorter).substr(i, width));
  // One word in another title says little.
  return shared * 2 >= all && shorter.size() * 4 >= longer.size();
}

std::string without_site(std::string_view title, const std::vector<std::string>& sites) {
  title = trim(title);
  for (int cuts = 0; cuts < 3; ++cuts) {
    const std::string_view cut = cut_once(title, sites);
    if (cut == title || cut.empty()) break;
    title = cut;
  }
  return std::string(title);
}

std::optional<Stated> choose_title(const PageTitles& titles) {
  const auto printed = [](const std::string& heading) { return Stated{heading, "h1"}; };
  if (titles.structured) {
    // What is structured is often cut short for search engines.
    Stated structured = *titles.structured;
    const std::string* heading = heading_like(titles, structured.value);
    const std::string bare = without_site(structured.value, titles.sites);
    if (heading && letters_of(*heading) == letters_of(bare)) structured.value = bare;
    const std::string letters = letters_of(structured.value);
    const bool fuller = heading && letters_of(*heading).size() >= letters.size();
    return fuller && letters_of(*heading) != letters ? printed(*heading) : structured;
  }
  const std::string element = without_site(titles.element, titles.sites);
  if (titles.social) {
    Stated social{without_site(titles.social->value, titles.sites), titles.social->origin};
    const std::string* heading = heading_like(titles, social.value);
    // What the page's own title adds to it is the name of the site, which may be an <h1> too.
    const bool agreed = element.find(social.value) != std::string::npos;
    if (!heading && !agreed) heading = heading_like(titles, element);
    if (!heading || letters_of(*heading) == letters_of(social.value)) return social;
    return printed(*heading);
  }
  if (const std::string* heading = heading_like(titles, element)) return printed(*heading);
  if (titles.headings.size() == 1 && !is_site(titles.headings.front(), titles.sites))
    return printed(titles.headings.front());
  if (element != trim(titles.element) && !element.empty()) return Stated{element, "title element"};
  if (!titles.headings.empty()) return printed(titles.headings.front());
  return std::nullopt;
}

}  // namespace dateline::indexer
