// The facts of an article as the values of its document (Slot), and back: the columns and `check` read them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/signature.hpp"
#include "schema/stored_article.hpp"
#include "schema/structure.hpp"
#include "schema/terms.hpp"

namespace dateline::schema {

// By slot, without empty ones.
Values make_values(const StoredArticle& article, const Structure& structure,
                   const std::optional<Signature>& signature = {});

std::string encode_day(std::int32_t day);
std::optional<std::int32_t> decode_day(std::string_view value);

// One speaker of Slot::speakers.
struct SpeakerValue {
  std::string_view id, name;
  SpeakerKind kind = SpeakerKind::person;
  std::vector<std::string_view> spellings;
  std::uint32_t quotes = 0;
};
std::optional<std::vector<SpeakerValue>> decode_speakers(std::string_view value);
std::string encode_speakers(const std::vector<SpeakerValue>& speakers);

// Slot::counts.
struct Counts {
  std::uint32_t quotes = 0;
  std::uint32_t unknown_quotes = 0;  // tied to nobody, or to an anonymous group
  std::uint64_t text_bytes = 0;
};
std::optional<Counts> decode_counts(std::string_view value);

}  // namespace dateline::schema
