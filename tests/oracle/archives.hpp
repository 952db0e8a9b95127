// The archive under test: the sample corpus and made articles, with a long history; and the same articles indexed at
// once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dateline/archive.hpp"
#include "tests/support/temporary_directory.hpp"

namespace dateline::oracle {

struct Archives {
  tests::TemporaryDirectory folder;
  std::string aliases, sources;    // of the sample corpus
  std::vector<Article> gone;       // as they were before they were replaced or removed
  std::unique_ptr<Archive> old;    // many commits: several segments, masked articles
  std::unique_ptr<Archive> fresh;  // one commit
};

// Made once.
const Archives& archives();

}  // namespace dateline::oracle
