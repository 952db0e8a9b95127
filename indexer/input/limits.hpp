// What can only be read whole has a largest size, so that no input takes more memory than a machine has to spare.
#pragma once

#include <cstddef>

namespace dateline::indexer {

inline constexpr std::size_t largest_record = 64 << 20;  // a line of JSONL, a row of CSV, a message
inline constexpr std::size_t largest_page = 16 << 20;    // the tree of a page is many times its size
inline constexpr std::size_t largest_feed = 128 << 20;   // one document
inline constexpr std::size_t largest_wide = 256 << 20;   // records in UTF-16: they are converted as a whole

inline constexpr const char* no_text = "binary, not text; index the text that it holds instead";

}  // namespace dateline::indexer
