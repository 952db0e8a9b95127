#include "searcher/archive/segment_index.hpp"

#include <algorithm>

#include "schema/terms.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::searcher {

NameWords words_of_id(std::string_view id) {  // folded words joined by '-'
  NameWords words;
  for (std::size_t begin = 0; begin < id.size();) {
    const std::size_t end = std::min(id.find('-', begin), id.size());
    if (end > begin) words.emplace_back(id.substr(begin, end - begin));
    begin = end + 1;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

NameWords name_words(std::string_view name) { return words_of_id(text::name_id(name)); }

bool has_all(const NameWords& name, const NameWords& words) {
  return !words.empty() && std::includes(name.begin(), name.end(), words.begin(), words.end());
}

bool starts_a_word(const NameWords& words, const std::string& beginning) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return word.rfind(beginning, 0) == 0; });
}

const std::vector<std::uint32_t>& SegmentIndex::lengths(const Xapian::Database& database) const {
  std::call_once(lengths_once_, [&] {
    if (pages_) {
      lengths_ = pages_->lengths(columns_->articles());
      return;
    }
    lengths_.resize(columns_->articles());
    const auto end = database.postlist_end("");  // the list of all documents carries their lengths
    for (auto document = database.postlist_begin(""); document != end; ++document) {
      const std::uint32_t article = *document - 1;
      if (article < lengths_.size()) lengths_[article] = document.get_doclength();
    }
  });
  return lengths_;
}

const DayRange& SegmentIndex::days() const {
  std::call_once(days_once_, [&] {
    const auto first = columns_->first_day(), last = columns_->last_day();
    DayRange days{DayRange::open_end, DayRange::open_start};
    for (std::uint32_t article = 0; article < first.size(); ++article) {
      if (first[article] == schema::no_day) continue;
      days.first = std::min(days.first, first[article]);
      days.last = std::max(days.last, last[article]);
    }
    if (days.first <= days.last) days_ = days;
  });
  return days_;
}

const schema::Bitmap& SegmentIndex::articles_in(const std::string& language, const Xapian::Database& database) const {
  const std::lock_guard lock(languages_mutex_);
  if (const auto known = languages_.find(language); known != languages_.end()) return known->second;
  schema::Bitmap articles(columns_->articles());
  const std::string term = schema::term(schema::Field::language, language);
  if (pages_) {
    articles.set_all(pages_->postings(term, columns_->articles()).articles);
    return languages_.emplace(language, std::move(articles)).first->second;
  }
  const auto end = database.postlist_end(term);
  for (auto document = database.postlist_begin(term); document != end; ++document) {
    const std::uint32_t article = *document - 1;
    if (article < articles.size()) articles.set(article);
  }
  return languages_.emplace(language, std::move(articles)).first->second;
}

std::vector<NameWords> SegmentIndex::speaker_words(std::uint32_t speaker) const {
  std::vector<NameWords> all;
  const std::string_view forms = columns_->speaker_forms(speaker);
  for (std::size_t begin = 0; begin <= forms.size();) {
    const std::size_t end = std::min(forms.find('\n', begin), forms.size());
    all.push_back(words_of_id(forms.substr(begin, end - begin)));
    begin = end + 1;
  }
  return all;
}

bool SegmentIndex::may_be_called(std::uint32_t speaker, const NameWords& words) const {
  const std::string_view forms = columns_->speaker_forms(speaker);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return forms.find(word) != std::string_view::npos; });
}

const std::unordered_map<std::string_view, std::uint32_t>& SegmentIndex::speakers_by_id() const {
  std::call_once(ids_once_, [&] {
    for (std::uint32_t i = 0; i < columns_->speaker_count(); ++i) speakers_by_id_.emplace(columns_->speaker(i).id, i);
  });
  return speakers_by_id_;
}

}  // namespace dateline::searcher
