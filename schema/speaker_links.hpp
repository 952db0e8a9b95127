// Which speakers of an archive are one person under different spellings, though neither the alias table nor an article
// says so: decided by the sound of their names when they first come, kept from then on with the rule and its score, in
// one sealed file of the generation (docs/QUOTATIONS.md).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/stored_article.hpp"

namespace dateline::schema {

enum class LinkRule : unsigned char { romanisation = 0, sound = 1 };  // on disk

struct SpeakerLink {
  std::string id, name;  // the speaker as articles have it
  std::string language;  // of the first article that named it
  std::string canonical_id, canonical_name;
  LinkRule rule = LinkRule::sound;
  unsigned score = 0;  // in thousandths
  friend bool operator==(const SpeakerLink&, const SpeakerLink&) = default;
};

// Immutable; any thread.
class SpeakerLinks {
 public:
  SpeakerLinks() = default;
  // One link a speaker; nobody is linked to somebody who is linked.
  explicit SpeakerLinks(std::vector<SpeakerLink> links);
  SpeakerLinks(SpeakerLinks&&) = default;
  SpeakerLinks& operator=(SpeakerLinks&&) = default;

  bool empty() const { return links_.empty(); }
  const std::vector<SpeakerLink>& links() const { return links_; }  // by id
  // Null for a speaker who is nobody else.
  const SpeakerLink* find(std::string_view id) const;
  // The ids that are linked to this one.
  std::vector<std::string> linked_to(std::string_view canonical_id) const;

 private:
  std::vector<SpeakerLink> links_;
  std::unordered_map<std::string_view, std::size_t> by_id_;  // views of links_, which never changes
  std::multimap<std::string, std::size_t, std::less<>> by_canonical_;
};

std::string encode(const SpeakerLinks& links);
// Empty when the bytes are damaged.
std::optional<SpeakerLinks> decode_speaker_links(std::string_view bytes);

// Names an article's speakers as the archive does; two entries of one person become one.
void apply(const SpeakerLinks& links, StoredArticle& article);

// A value of Slot::speakers with the archive's names; empty when no name in it is linked, or it is damaged.
std::optional<std::string> linked_value(const SpeakerLinks& links, std::string_view value);

}  // namespace dateline::schema
