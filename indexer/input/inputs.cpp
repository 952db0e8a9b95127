#include "indexer/input/inputs.hpp"

#include "indexer/input/formats.hpp"

namespace dateline::indexer {

void read_input(ByteReader& bytes, const std::string& name, InputFormat format, const InputSink& sink) {
  Expansion expansion(bytes);
  read_bytes(bytes, {name, "", name}, {format, sink, expansion});
}

void read_input(std::string_view bytes, const std::string& name, InputFormat format, const InputSink& sink) {
  ByteReader reader(bytes);
  read_input(reader, name, format, sink);
}

bool may_expand(std::string_view head) { return kind_of(Head(head, ""), InputFormat::detect).expands; }

}  // namespace dateline::indexer
