#include "indexer/writing/dictionary_lessons.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <utility>

#include "schema/files.hpp"
#include "schema/manifest.hpp"

namespace dateline::indexer {
namespace {

// Each takes some 64 kB in the segment and ten times that while it is built.
constexpr std::size_t most_dictionaries = 64;

// The language of at least half of the articles; empty when they are mixed.
std::string language_of(const std::vector<schema::StoredArticle>& batch) {
  std::map<std::string_view, std::size_t> counts;
  for (const schema::StoredArticle& article : batch) ++counts[article.language];
  for (const auto& [language, count] : counts)
    if (2 * count >= batch.size()) return std::string(language);
  return {};
}

}  // namespace

void DictionaryLesson::learn(const std::vector<schema::StoredArticle>& batch) {
  try {
    learning_.set_value(schema::TrainedDictionary::train(teachers(batch), number_));
  } catch (...) {
    learning_.set_exception(std::current_exception());
  }
}

std::vector<const schema::StoredArticle*> DictionaryLesson::teachers(
    const std::vector<schema::StoredArticle>& batch) const {
  std::vector<const schema::StoredArticle*> found;
  for (const schema::StoredArticle& article : batch)
    if (language_.empty() || article.language == language_) found.push_back(&article);
  return found;
}

DictionaryLessons::Assignment DictionaryLessons::assign(const std::vector<schema::StoredArticle>& batch, bool is_full) {
  std::string language = language_of(batch);
  if (const auto known = by_language_.find(language); known != by_language_.end()) return {known->second, false};
  if (!is_full || lessons_.size() == most_dictionaries) return {};
  lessons_.push_back(std::make_unique<DictionaryLesson>(language, static_cast<std::uint32_t>(lessons_.size())));
  by_language_.emplace(std::move(language), lessons_.back().get());
  return {lessons_.back().get(), true};
}

void DictionaryLessons::write(const std::filesystem::path& segment) const {
  std::vector<std::string> contents;
  for (const auto& lesson : lessons_) {
    const schema::TrainedDictionary* learnt = lesson->dictionary();
    contents.push_back(learnt ? learnt->content() : std::string());
  }
  if (std::all_of(contents.begin(), contents.end(), [](const std::string& one) { return one.empty(); })) return;
  const std::string name = schema::dictionaries_name;
  schema::write_dictionaries(contents, segment / name);
  schema::write_dictionaries(contents, segment / (name + schema::spare_ending));
}

}  // namespace dateline::indexer
