// One pass over inputs: they are found, opened and read on several threads, and what they hold comes back in the order
// in which they were given.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input/byte_reader.hpp"
#include "indexer/input_bytes.hpp"
#include "indexer/kept_readings.hpp"
#include "indexer/ordered_workers.hpp"
#include "indexer/read_article.hpp"
#include "indexer/rules.hpp"
#include "indexer/walk.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

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

// What a pass that prepares another keeps for it.
struct KeptInputs {
  explicit KeptInputs(const IndexOptions& options) : readings(options.memory) {}
  std::optional<SpooledInput> standard_input;  // which comes once
  KeptReadings readings;
};

struct ArticleTask;

class InputPass {
 public:
  // All of these are referred to until the end of the pass. `kept` may be null: then standard input comes once.
  InputPass(InputConsumer& consumer, const IndexOptions& options, const Rules& rules, KeptInputs* kept = nullptr);

  // Each article comes with its lines, and as it is to be kept. Nothing that was kept is made use of.
  void prepare_another() { preparing_ = true; }
  // From now on nothing is kept, and what is not needed for lines is left out.
  void stop_keeping() { keeping_ = false; }

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
  void open_and_read(const InputFile& file, const IndexOptions& options, const OriginPointer& origin,
                     const KeptInput* kept);
  void whole(const InputFile& file, const IndexOptions& options, const OriginPointer& origin);
  void container(const InputFile& file, const IndexOptions& options, const OriginPointer& origin,
                 const KeptInput* kept);
  void piecewise(ByteReader& content, const IndexOptions& options, const OriginPointer& origin, const KeptInput* kept);
  void again(const KeptInput& kept, const OriginPointer& origin);
  void standard_input_read();
  void reject(const Rejection& rejection, const OriginPointer& origin = nullptr);
  const KeptInput* kept_reading(const InputStamp& stamp) const;
  ArticleTask task_for(const IndexOptions& options) const;
  ArticleTask as_it_stands(ArticleTask task) const;

  InputConsumer& consumer_;
  const IndexOptions& options_;
  const Rules& rules_;
  KeptInputs* kept_;
  bool preparing_ = false, keeping_ = true;
  std::size_t inputs_found_ = 0;
  std::uint64_t bytes_found_ = 0;
  OrderedWorkers<ReadPiece> workers_;  // last: its threads end before anything else does
};

}  // namespace dateline::indexer
