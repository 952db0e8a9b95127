// What articles have in common, learnt from some for the sake of all of them: one alone is too short for a compressor
// to find that out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "schema/stored_article.hpp"

struct ZSTD_CDict_s;

namespace dateline::schema {

inline constexpr const char* dictionaries_kind = "DICT";  // of the sealed file

// Immutable, for any number of threads.
class TrainedDictionary {
 public:
  // From some of the articles, evenly chosen; the same articles give the same dictionary. `number`: among those of the
  // segment, from 0. Null when nothing can be learnt from them. Throws invalid_request for an article that cannot be
  // stored.
  static std::unique_ptr<const TrainedDictionary> train(const std::vector<const StoredArticle*>& articles,
                                                        std::uint32_t number);

  TrainedDictionary(std::string content, std::uint32_t number);
  ~TrainedDictionary();
  TrainedDictionary(const TrainedDictionary&) = delete;
  TrainedDictionary& operator=(const TrainedDictionary&) = delete;

  std::uint32_t number() const { return number_; }
  const std::string& content() const { return content_; }
  // As zstd takes it, for as long as this lives.
  const ZSTD_CDict_s& ready() const { return *ready_; }

 private:
  struct Free {
    void operator()(ZSTD_CDict_s* dictionary) const;
  };
  const std::string content_;
  const std::uint32_t number_;
  const std::unique_ptr<ZSTD_CDict_s, Free> ready_;
};

// A file for SegmentDictionaries: the contents by their numbers, empty where there is none. Not synced.
void write_dictionaries(const std::vector<std::string>& contents, const std::filesystem::path& file);

}  // namespace dateline::schema
