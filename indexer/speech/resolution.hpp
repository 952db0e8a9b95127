// Who is meant by the words that name a speaker: names through the cast, pronouns and role phrases through what stands
// before them. What stays open stays open, with the reason.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/speech/attribution.hpp"
#include "indexer/speech/cast.hpp"
#include "indexer/speech/mentions.hpp"

namespace dateline::indexer::speech {

struct Resolved {
  std::optional<std::size_t> member;  // of the cast
  std::string reason;                 // why nobody; or how, where it was not by name
  bool drop = false;                  // a medium that relays, a document: no quotation of anybody's
};

class Resolver {
 public:
  Resolver(const Reading& reading, std::string_view title, const text::AliasTable& aliases)
      : reading_(reading), reader_(reading.body, aliases), cast_(reading, title, aliases) {}

  // `cue`: how the words were found; its agreement vetoes a speaker of the other sex.
  Resolved resolve(const Place& place, const Cue* cue);

  // A name that was found as text, where words are not divided.
  Resolved resolve_name(const Attribution& attribution);

  Cast& cast() { return cast_; }

 private:
  Resolved resolve_once(const Place& place, const Cue* cue);
  Resolved resolve_pronoun(const Place& place, char gender);
  Resolved resolve_left_out(const Place& place, char gender);
  Resolved resolve_role(const Place& place, const Mention& mention, const Cue* cue);
  std::optional<std::size_t> recent_holder(const Place& place, const std::string& role);
  bool begins_with(std::uint32_t p, const Sentence& sentence, std::size_t member);
  std::optional<std::size_t> clear_person(std::uint32_t p, const Sentence& sentence, std::uint32_t limit, char gender);
  std::optional<std::size_t> person_without_role(const Place& place, char gender);
  std::optional<std::size_t> body_called(const Place& place);
  template <class Find>
  std::optional<std::size_t> look_back(const Place& place, int farthest, Find&& find);
  template <class Each>
  void for_each_report(std::uint32_t p, const Sentence& sentence, std::uint32_t limit, Each&& each);
  std::optional<std::size_t> body_of_sentence(std::uint32_t p, const Sentence& sentence, std::uint32_t limit);
  std::optional<std::size_t> person_of_sentence(std::uint32_t p, const Sentence& sentence, std::uint32_t limit,
                                                char gender);
  std::optional<std::size_t> person_at(std::uint32_t p, TokenRange phrase, char gender);

  const Reading& reading_;
  MentionReader reader_;
  Cast cast_;
  std::unordered_map<std::uint64_t, Resolved> known_;  // by place: pronouns lead to the same places again and again
  std::unordered_map<std::string_view, std::optional<std::size_t>> known_names_;  // as they are written in the body
};

}  // namespace dateline::indexer::speech
