// The kinds of input there are, one a row: how each is recognised, and who reads it. What --input takes, what archives
// record and what the help says follow from the rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/indexer.hpp"
#include "indexer/input/byte_reader.hpp"
#include "indexer/input/containers/expansion.hpp"
#include "indexer/input/place.hpp"

namespace dateline::indexer {

// The beginning of an input, in the shapes in which kinds are recognised.
struct Head {
  Head(std::string_view bytes, std::string_view name);

  std::string_view bytes;  // as they are
  std::string_view name;
  std::string text;   // in UTF-8, from the first character that is no blank
  std::string lower;  // the same, A-Z in lower case

  bool is_named(std::initializer_list<std::string_view> endings) const;
};

// What reading an input needs all the way down.
struct Unpacking {
  InputFormat format;  // what --input says of what is packed
  const InputSink& sink;
  Expansion& expansion;
  int depth = 0;  // containers around it
};

struct InputKind {
  std::optional<InputFormat> format;  // none: a container, or what is not read
  const char* name;                   // stored in archives where there is a format: never change one
  const char* meaning;
  bool expands;  // may hold far more than it is large
  bool (*is)(const Head&);
  void (*read)(ByteReader&, const Place&, const Unpacking&);
};

// In the order in which they are tried; the last is any text. Those before the first format are recognised whatever
// --input says.
const std::vector<InputKind>& input_kinds();

// The kind of an input that begins so. `format`: what it is said to be, once unpacked.
const InputKind& kind_of(const Head& head, InputFormat format);

// Reads what is at `place` by its kind; says why where it broke off.
void read_bytes(ByteReader& bytes, const Place& place, const Unpacking& unpacking);

}  // namespace dateline::indexer
