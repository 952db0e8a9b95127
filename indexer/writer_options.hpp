// What a writer needs of the options of a run.
#pragma once

#include "dateline/indexer.hpp"
#include "indexer/writing/archive_writer.hpp"

namespace dateline::indexer {

inline WriterOptions writer_options(const IndexOptions& options, bool new_generation) {
  return {options.threads, options.memory, new_generation,
          options.api_writer ? DatabaseWriter::api : DatabaseWriter::bulk, options.on_log};
}

}  // namespace dateline::indexer
