#include "indexer/reading/sources.hpp"

#include <algorithm>

#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// Names of sources have no more words, and no more letters where words are not divided.
constexpr std::size_t most_name_words = 5, most_dense_letters = 10, most_line_words = 60;
// Shorter names are parts of other words; and no run that names its owner is longer, in bytes.
constexpr std::size_t shortest_inner_name = 4, longest_run = 150;

std::string_view strip_possessive(std::string_view name) {
  for (const std::string_view ending : {"'s", "’s"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

std::string_view strip_marks(std::string_view name) {
  name = trim_quotes(trim_ornaments(trim_quotes(name)));
  while (!name.empty() && std::string_view(".,;!?").find(name.back()) != std::string_view::npos) name.remove_suffix(1);
  for (const std::string_view mark : {"，", "。", "、", "،"})
    if (name.ends_with(mark)) name.remove_suffix(mark.size());
  return trim_quotes(name);
}

// "paper.example": letters on both sides of a stop, and no address of a person.
bool is_host_like(std::string_view word) {
  word = strip_marks(word);
  const std::size_t stop = word.find('.');
  return stop != std::string_view::npos && stop > 0 && stop + 1 < word.size() &&
         word.find_first_of("@:") == std::string_view::npos;
}

// "AA+", "AP%": a rating or a figure, where the agency would be AA or AP.
bool is_mark_of_value(std::string_view word) { return word.find_first_of("+%$") != std::string_view::npos; }

// "App", "Map": a word of a sentence, where the agency would be APP or MAP.
bool is_short_word(std::string_view word) {
  constexpr std::size_t longest = 3;
  word = strip_marks(word);
  return word.size() >= 2 && word.size() <= longest && word[0] >= 'A' && word[0] <= 'Z' &&
         std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_dense_at(std::string_view text, std::size_t at) { return is_dense(text::next_code_point(text, at)); }

std::vector<std::pair<std::size_t, std::size_t>> words_of(std::string_view line) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (std::size_t at = 0; at < line.size() && words.size() < most_line_words;) {
    const std::size_t begin = line.find_first_not_of(" \t\n/|", at);
    if (begin == std::string_view::npos) break;
    at = std::min(line.find_first_of(" \t\n/|", begin), line.size());
    words.emplace_back(begin, at);
  }
  return words;
}

// One behind the last word that a name beginning at `first` can have: no name goes on behind a comma or bracket.
std::size_t end_of_name(std::string_view line, const std::vector<std::pair<std::size_t, std::size_t>>& words,
                        std::size_t first) {
  std::size_t last = first;
  while (last < words.size() && last < first + most_name_words) {
    const char end = line[words[last++].second - 1];
    if (std::string_view(",;:)").find(end) != std::string_view::npos) break;
  }
  return last;
}

}  // namespace

void SourceCollector::add(const text::Source& source, const std::string& evidence) {
  if (source.kind == text::SourceKind::aggregator) return;
  const bool known = std::any_of(found_.begin(), found_.end(),
                                 [&](const text::Source& one) { return one.canonical == source.canonical; });
  if (known) return;
  found_.push_back(source);
  evidence_.push_back(evidence);
}

void SourceCollector::add_stated(std::string_view name, const std::string& evidence) {
  name = trim(name);
  if (name.empty() || add_known(name, evidence)) return;
  const std::string host = name.starts_with("http") ? host_of(name) : std::string();
  if (!host.empty()) return add_host(name, evidence);
  add({std::string(name), text::SourceKind::publisher}, evidence);
}

bool SourceCollector::add_known(std::string_view name, const std::string& evidence) {
  const auto source = named(name);
  if (source) add(*source, evidence);
  return source.has_value();
}

bool SourceCollector::add_mention(std::string_view name, text::SourceKind kind, const std::string& evidence) {
  const auto source = named(name);
  if (source && source->kind == kind && !(kind == text::SourceKind::publisher && has_publisher()))
    add(*source, evidence);
  return source.has_value();
}

std::optional<text::Source> SourceCollector::named(std::string_view line) const {
  if (line.size() > 120) return std::nullopt;
  const std::string_view whole = trim(line), bare = strip_marks(line);
  if (bare.empty()) return std::nullopt;
  if (auto source = table_.find(bare)) return source;
  if (whole.size() != bare.size())
    if (auto source = table_.find(whole)) return source;
  return bare.find('.') != std::string_view::npos && bare.find(' ') == std::string_view::npos ? table_.find_host(bare)
                                                                                              : std::nullopt;
}

void SourceCollector::add_host(std::string_view url, const std::string& evidence) {
  const std::string host = host_of(url);
  if (host.empty()) return;
  if (const auto source = table_.find_host(host))
    add(*source, evidence);
  else
    add({host, text::SourceKind::publisher}, evidence);
}

void SourceCollector::add_mentions(std::string_view line, text::SourceKind kind, const std::string& evidence) {
  line = line.substr(0, 400);
  const auto words = words_of(line);
  for (std::size_t first = 0; first < words.size(); ++first) {
    // Lower-case words are words, whatever their letters spell.
    const char initial = line[words[first].first];
    const std::string_view word = line.substr(words[first].first, words[first].second - words[first].first);
    if (initial >= 'a' && initial <= 'z' && !word.starts_with("dpa") && !is_host_like(word)) continue;
    const std::string_view run = strip_marks(word);
    if (run.empty() || is_mark_of_value(word)) continue;
    const bool undivided = is_dense_at(run, 0);
    if (!undivided && !table_.begins_name(run)) continue;
    std::size_t longest = 0;
    for (std::size_t last = end_of_name(line, words, first); last > first && !longest; --last) {
      const std::string_view name =
          strip_possessive(strip_marks(line.substr(words[first].first, words[last - 1].second - words[first].first)));
      if (name.size() < 2 || is_short_word(name)) continue;
      if (add_mention(name, kind, evidence)) longest = last - first;
    }
    if (longest) {
      first += longest - 1;
      continue;
    }
    if (undivided) add_mentions_in_run(run, kind, evidence);
  }
}

// Undivided scripts: the name may be the beginning of the run, or, where it is long, any part of it.
void SourceCollector::add_mentions_in_run(std::string_view run, text::SourceKind kind, const std::string& evidence) {
  run = run.substr(0, text::beginning(run, longest_run).size());
  for (std::size_t begin = 0; begin < run.size();) {
    std::size_t at = begin;
    const bool dense = is_dense_at(run, begin);
    for (std::size_t letters = 1; dense && letters <= most_dense_letters && at < run.size(); ++letters) {
      text::next_code_point(run, at);
      const bool is_whole = begin == 0 && at == run.size();
      if (letters >= (begin == 0 ? 2 : shortest_inner_name) && !is_whole)
        add_mention(run.substr(begin, at - begin), kind, evidence);
    }
    text::next_code_point(run, begin);
  }
}

bool SourceCollector::has_publisher() const {
  return std::any_of(found_.begin(), found_.end(),
                     [](const text::Source& source) { return source.kind == text::SourceKind::publisher; });
}

std::vector<std::string> SourceCollector::names() const {
  std::vector<std::string> names;
  for (const text::SourceKind kind : {text::SourceKind::publisher, text::SourceKind::agency})
    for (const text::Source& source : found_)
      if (source.kind == kind) names.push_back(source.canonical);
  return names;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || scheme > 8) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  std::string host(url);
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.find('.') == std::string::npos ? std::string() : host;
}

}  // namespace dateline::indexer
