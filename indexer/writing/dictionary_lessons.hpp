// Which dictionaries a segment that is being built has, and which of its articles teach them.
//
// An archive may come in the order of its languages, and what the articles of one language have in common helps no
// other: so each language in which a batch mostly is has a dictionary of its own, learnt from the first such batch.
// That depends on the articles and their order alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "schema/dictionary_training.hpp"

namespace dateline::indexer {

// A dictionary to come.
class DictionaryLesson {
 public:
  // `language`: in which the articles are to be that teach it; empty: in any.
  DictionaryLesson(std::string language, std::uint32_t number) : language_(std::move(language)), number_(number) {}

  // Once, with the batch that teaches it.
  void learn(const std::vector<schema::StoredArticle>& batch);
  // By any thread, which waits for learn(). Null when there was nothing to learn. Throws what that threw.
  const schema::TrainedDictionary* dictionary() const { return learnt_.get().get(); }

 private:
  using Learnt = std::shared_ptr<const schema::TrainedDictionary>;
  std::vector<const schema::StoredArticle*> teachers(const std::vector<schema::StoredArticle>& batch) const;

  const std::string language_;
  const std::uint32_t number_;
  std::promise<Learnt> learning_;
  const std::shared_future<Learnt> learnt_{learning_.get_future()};
};

// One thread at a time.
class DictionaryLessons {
 public:
  // In the order of batches.
  struct Assignment {
    DictionaryLesson* lesson = nullptr;  // by whose dictionary the batch is compressed; null: by none
    bool teaches = false;                // this batch is the one to learn from
  };
  // `is_full`: as many articles as are needed to learn from.
  Assignment assign(const std::vector<schema::StoredArticle>& batch, bool is_full);

  // Waits for all of them. Writes the file and its spare into the segment's folder, or nothing when there are none.
  void write(const std::filesystem::path& segment) const;

 private:
  std::map<std::string, DictionaryLesson*, std::less<>> by_language_;
  std::vector<std::unique_ptr<DictionaryLesson>> lessons_;  // by number
};

}  // namespace dateline::indexer
