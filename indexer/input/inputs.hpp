// Bytes of one input become raw articles or rejections, by its format: detected by content, not only by name.
#pragma once

#include <string>
#include <string_view>

#include "dateline/indexer.hpp"
#include "indexer/input/byte_reader.hpp"
#include "indexer/input/place.hpp"

namespace dateline::indexer {

// `name`: the path as recorded; its extension is a hint. Any thread. What it keeps is bounded: containers and records
// are read one by one, and what can only be read whole has a largest size (docs/INPUTS.md).
void read_input(ByteReader& bytes, const std::string& name, InputFormat format, const InputSink& sink);
void read_input(std::string_view bytes, const std::string& name, InputFormat format, const InputSink& sink);

// Whether an input that begins so may hold far more than it is large.
bool may_expand(std::string_view head);

// Bytes of the beginning that may_expand() looks at.
inline constexpr std::size_t telling_head = 512;

}  // namespace dateline::indexer
