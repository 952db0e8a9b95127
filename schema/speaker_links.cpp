#include "schema/speaker_links.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "schema/article_values.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

constexpr std::string_view kind = "SPKR";

enum Tag : std::uint32_t { tag_link = 1 };
enum LinkTag : std::uint32_t {
  tag_id = 1,
  tag_name = 2,
  tag_language = 3,
  tag_canonical_id = 4,
  tag_canonical_name = 5,
  tag_rule = 6,
  tag_score = 7
};

std::string encode(const SpeakerLink& link) {
  RecordWriter out;
  out.text(tag_id, link.id);
  out.text(tag_name, link.name);
  out.text(tag_language, link.language);
  out.text(tag_canonical_id, link.canonical_id);
  out.text(tag_canonical_name, link.canonical_name);
  out.number(tag_rule, static_cast<std::uint64_t>(link.rule));
  out.number(tag_score, link.score);
  return out.bytes();
}

bool read_number(std::string_view bytes, std::uint64_t& value) { return take_varint(bytes, value) && bytes.empty(); }

std::optional<SpeakerLink> decode_link(std::string_view bytes) {
  SpeakerLink link;
  RecordReader reader(bytes);
  std::uint64_t number = 0;
  for (RecordField field; reader.next(field);) {
    switch (field.tag) {
      case tag_id:
        link.id = field.bytes;
        break;
      case tag_name:
        link.name = field.bytes;
        break;
      case tag_language:
        link.language = field.bytes;
        break;
      case tag_canonical_id:
        link.canonical_id = field.bytes;
        break;
      case tag_canonical_name:
        link.canonical_name = field.bytes;
        break;
      case tag_rule:
        if (!read_number(field.bytes, number) || number > 1) return std::nullopt;
        link.rule = static_cast<LinkRule>(number);
        break;
      case tag_score:
        if (!read_number(field.bytes, number) || number > 1000) return std::nullopt;
        link.score = static_cast<unsigned>(number);
        break;
      default:
        break;
    }
  }
  if (reader.damaged() || link.id.empty() || link.canonical_id.empty() || link.id == link.canonical_id)
    return std::nullopt;
  return link;
}

std::string describe(const SpeakerLink& link) {
  char score[8];
  std::snprintf(score, sizeof score, "%.2f", link.score / 1000.0);
  return std::string(link.rule == LinkRule::sound ? "sounds like " : "another romanisation of ") + link.canonical_name +
         (link.rule == LinkRule::sound ? std::string(" (") + score + ")" : std::string());
}

void merge(StoredSpeaker& into, StoredSpeaker&& other) {
  for (std::string& spelling : other.as_written)
    if (std::find(into.as_written.begin(), into.as_written.end(), spelling) == into.as_written.end())
      into.as_written.push_back(std::move(spelling));
  if (into.evidence != other.evidence) into.evidence += "; " + other.evidence;
}

void name_speakers(const SpeakerLinks& links, StoredArticle& article) {
  for (StoredSpeaker& speaker : article.speakers) {
    const SpeakerLink* link = links.find(speaker.id);
    if (!link) continue;
    speaker.id = link->canonical_id;
    speaker.name = link->canonical_name;
    speaker.evidence += (speaker.evidence.empty() ? "" : "; ") + describe(*link);
  }
}

// Two spellings that stood for one person are one entry from now on.
void join_namesakes(StoredArticle& article) {
  std::vector<StoredSpeaker> speakers;
  std::vector<std::uint32_t> place_of;
  for (StoredSpeaker& speaker : article.speakers) {
    const auto known = std::find_if(speakers.begin(), speakers.end(),
                                    [&](const StoredSpeaker& other) { return other.id == speaker.id; });
    place_of.push_back(static_cast<std::uint32_t>(known - speakers.begin()));
    if (known != speakers.end())
      merge(*known, std::move(speaker));
    else
      speakers.push_back(std::move(speaker));
  }
  article.speakers = std::move(speakers);
  for (StoredQuote& quote : article.quotes)
    if (quote.speaker) quote.speaker = place_of[*quote.speaker];
}

}  // namespace

SpeakerLinks::SpeakerLinks(std::vector<SpeakerLink> links) : links_(std::move(links)) {
  std::sort(links_.begin(), links_.end(), [](const SpeakerLink& a, const SpeakerLink& b) { return a.id < b.id; });
  for (std::size_t i = 0; i < links_.size(); ++i) {
    by_id_.emplace(links_[i].id, i);
    by_canonical_.emplace(links_[i].canonical_id, i);
  }
}

const SpeakerLink* SpeakerLinks::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &links_[found->second];
}

std::vector<std::string> SpeakerLinks::linked_to(std::string_view canonical_id) const {
  std::vector<std::string> ids;
  const auto [first, last] = by_canonical_.equal_range(canonical_id);
  for (auto link = first; link != last; ++link) ids.push_back(links_[link->second].id);
  return ids;
}

std::string encode(const SpeakerLinks& links) {
  RecordWriter out;
  for (const SpeakerLink& link : links.links()) out.field(tag_link, encode(link));
  return seal(kind, out.bytes());
}

std::optional<SpeakerLinks> decode_speaker_links(std::string_view bytes) {
  const auto payload = unseal(kind, bytes);
  if (!payload) return std::nullopt;
  std::vector<SpeakerLink> links;
  RecordReader reader(*payload);
  for (RecordField field; reader.next(field);) {
    if (field.tag != tag_link) continue;
    auto link = decode_link(field.bytes);
    if (!link) return std::nullopt;
    links.push_back(*std::move(link));
  }
  if (reader.damaged()) return std::nullopt;
  return SpeakerLinks(std::move(links));
}

void apply(const SpeakerLinks& links, StoredArticle& article) {
  if (links.empty() || std::none_of(article.speakers.begin(), article.speakers.end(),
                                    [&](const StoredSpeaker& speaker) { return links.find(speaker.id); }))
    return;
  name_speakers(links, article);
  join_namesakes(article);
}

std::optional<std::string> linked_value(const SpeakerLinks& links, std::string_view value) {
  auto speakers = decode_speakers(value);
  if (!speakers) return std::nullopt;
  bool changed = false;
  for (SpeakerValue& speaker : *speakers) {
    const SpeakerLink* link = links.find(speaker.id);
    if (!link) continue;
    speaker.id = link->canonical_id;
    speaker.name = link->canonical_name;
    changed = true;
  }
  if (!changed) return std::nullopt;
  return encode_speakers(*speakers);
}

}  // namespace dateline::schema
