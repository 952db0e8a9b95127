// What a pass over inputs makes of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/raw_article.hpp"
#include "indexer/reading/seen_lines.hpp"
#include "indexer/writing/input_table.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// An input as it will be recorded, and how it differs from what is recorded.
struct Origin {
  InputStamp stamp;
  bool recordable = true;       // not standard input, nor bytes from a program
  bool options_differ = false;  // it is known, but was read with other options
};

struct ReadArticle {
  std::string place;      // in the input that was read, which is not where an exported article once came from
  bool restored = false;  // from an export
  std::variant<schema::StoredArticle, Rejection> article;
  // For a pass that prepares another.
  std::optional<SeenLines> lines;  // none of an article from which nothing is learnt
  std::string encoded;             // the article; empty when it is not to be kept
};

// A whole small input, one article of a large one, or nothing but that the input has ended.
struct ReadPiece {
  std::vector<ReadArticle> articles;
  std::uint64_t bytes = 0;
  std::shared_ptr<const Origin> origin;  // none: an input that could not be found
  bool last = false;
};

}  // namespace dateline::indexer
