// One input that was indexed, so that an unchanged one costs a stat.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct InputStamp {
  std::string root;   // absolute path that `input` is relative to: what reindex reads again
  std::string input;  // path relative to the indexed root, as recorded
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::string options;  // fingerprint of the options it was read with
  std::uint64_t articles = 0;
};

// By what inputs are told apart, in memory and, as its hash, in the index of recorded inputs.
inline std::string input_key(std::string_view root, std::string_view input) {
  std::string key(root);
  key.push_back('\0');
  return key += input;
}

}  // namespace dateline::indexer
