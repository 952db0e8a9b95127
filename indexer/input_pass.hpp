// One pass over inputs: they are found, opened and read on several threads, and what they hold comes back in the order
// in which they were given.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input/byte_reader.hpp"
#include "indexer/input_bytes.hpp"
#include "indexer/ordered_workers.hpp"
#include "indexer/raw_article.hpp"
#include "indexer/rules.hpp"
#include "indexer/walk.hpp"
#include "indexer/writing/archive_writer.hpp"
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
};

// A whole small input, one article of a large one, or nothing but that the input has ended.
struct ReadPiece {
  std::vector<ReadArticle> articles;
  std::uint64_t bytes = 0;
  std::shared_ptr<const Origin> origin;  // none: an input that could not be found
  bool last = false;
};

// Its functions are called on the thread that gives the inputs.
class InputConsumer {
 public:
  // Before a file is opened: whether to read it. May complete what is known of it.
  virtual bool wants(Origin& file) = 0;
  virtual void take(ReadPiece piece) = 0;
  // An article as it was stored, not read again.
  virtual void take_stored(schema::StoredArticle article) = 0;

 protected:
  ~InputConsumer() = default;
};

// Standard input for two passes. It comes once: the first that reads it here keeps it in a temporary file.
using KeptStandardInput = std::optional<SpooledInput>;

class InputPass {
 public:
  // All of these are referred to until the end of the pass. `kept` may be null: then standard input comes once.
  InputPass(InputConsumer& consumer, const IndexOptions& options, const Rules& rules,
            KeptStandardInput* kept = nullptr);

  // Quotations and speakers are not looked for: for one who asks only what the text is.
  void leave_out_speech() { with_speech_ = false; }

  void paths(const std::vector<std::string>& given);
  void expect(const std::vector<InputStamp>& stamps);  // that these will be given
  void recorded_input(const InputStamp& stamp);        // an input that the archive knows, with its own options
  void bytes(ByteReader& content, const std::string& name);
  void stored(schema::StoredArticle article);
  // Waits for what is still being read.
  void finish() { workers_.finish(); }

  std::size_t inputs_found() const { return inputs_found_; }
  // Of all files that were given so far, those that are still to be read too.
  std::uint64_t bytes_found() const { return bytes_found_; }

 private:
  using OriginPointer = std::shared_ptr<const Origin>;

  void file(const InputFile& file, const IndexOptions& options);
  void whole(const InputFile& file, const IndexOptions& options, const OriginPointer& origin);
  void container(const InputFile& file, const IndexOptions& options, const OriginPointer& origin);
  void piecewise(ByteReader& content, const IndexOptions& options, const OriginPointer& origin);
  void standard_input_read();
  void reject(const Rejection& rejection, const OriginPointer& origin = nullptr);
  ReadingContext context_for(const IndexOptions& options) const;

  InputConsumer& consumer_;
  const IndexOptions& options_;
  const Rules& rules_;
  KeptStandardInput* kept_;
  bool with_speech_ = true;
  std::size_t inputs_found_ = 0;
  std::uint64_t bytes_found_ = 0;
  OrderedWorkers<ReadPiece> workers_;  // last: its threads end before anything else does
};

}  // namespace dateline::indexer
