// How results are printed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::app {

enum class Format : std::uint8_t { text, json, jsonl, csv, trec };

constexpr std::string_view name_of(Format format) {
  constexpr std::string_view names[] = {"text", "json", "jsonl", "csv", "trec"};
  return names[static_cast<std::size_t>(format)];
}

}  // namespace dateline::app
