// The cast of one article: who is meant by each spelling of a name, inside the article and by the alias table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/speech/attribution.hpp"
#include "indexer/speech/mentions.hpp"
#include "schema/stored_article.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

struct Member {
  std::string name;
  SpeakerKind kind = SpeakerKind::person;
  char gender = '-';
  std::string evidence;
  std::vector<std::string> spellings;
};

class Cast {
 public:
  Cast(const Reading& reading, std::string_view title, const text::AliasTable& aliases);

  // The member that a mention by name is; a new one when nobody has that name. Empty when the name cannot be anybody's.
  std::optional<std::size_t> find_or_add(const Mention& mention, const Lexicon& lexicon, bool oblique);

  // The one person whom the article introduces with that role; empty when there is none or several.
  std::optional<std::size_t> holder_of(const std::string& role, const Lexicon& lexicon);

  // Whether the article calls the member by that role, too.
  bool has_role(std::size_t member, const std::string& role) const;

  bool has_any_role(std::size_t member) const;

  // The one body of the article whose name begins or ends with these words.
  std::optional<std::size_t> body_called(const std::string& words, const Lexicon& lexicon);

  // Whether one word is more than a sentence's first: a surname of somebody, or capitalised inside a sentence, too.
  // `of_singular_verb`: the word is the subject of a verb in the singular, without an article.
  bool is_credible(const Mention& mention, bool of_singular_verb) const;

  // Whether somebody is called that in full somewhere in the article.
  bool introduces(std::string_view surname) const;

  // Whether the alias table knows the name, and it stands in another case than there.
  bool is_declined(const Mention& mention, const Lexicon& lexicon) const {
    return by_table_declined(mention, lexicon).has_value();
  }

  const Member& operator[](std::size_t i) const { return members_[i]; }
  void spelled(std::size_t member, const std::string& name);

 private:
  struct FullName {
    std::string text;
    std::string key;
    std::uint32_t count = 0;
    char gender = '-';
    std::string role;
  };
  struct Identity {
    std::string name, evidence;
    SpeakerKind kind = SpeakerKind::person;
    char gender = '-';
  };

  void collect_full_names(const Reading& reading);
  void collect_from_title(std::string_view title, const Lexicon& lexicon);
  static constexpr std::size_t no_full_name = static_cast<std::size_t>(-1);
  std::size_t add_named(const Mention& mention);
  std::size_t add_full_name(const Mention& mention);  // its index in full_names_, or no_full_name
  void add_short_names(std::string_view name, ShortName which);
  std::string canonical(const FullName& name) const;  // by the alias table; else the text
  std::optional<Identity> by_table(std::string_view name) const;
  std::optional<Identity> by_table_declined(const Mention& mention, const Lexicon& lexicon) const;
  std::optional<Identity> by_table_in_base_form(const std::string& name, const Lexicon& lexicon) const;
  std::optional<Identity> by_members(const std::string& surname) const;
  std::optional<Identity> by_article(const std::string& surname_key) const;
  std::optional<Identity> identify(const std::string& name, const Mention& mention) const;
  static Identity identity_of(const text::Alias& row);
  static std::optional<Identity> of_full_row(text::AliasTable::Rows rows);
  static const text::Alias* only_claimant(text::AliasTable::Rows rows);

  const text::AliasTable& aliases_;
  std::vector<FullName> full_names_;
  std::vector<std::string> bodies_;                                       // names of bodies, as written, each once
  std::unordered_map<std::string, std::vector<std::size_t>> by_surname_;  // key of a word that stands for the name
  std::unordered_map<std::string, std::size_t> by_key_;                   // key of the whole name -> full name
  std::unordered_set<std::string> inside_sentences_;                      // keys of single names that begin no sentence
  bool nouns_have_capitals_ = false;                                      // a capital inside a sentence says nothing
  std::vector<Member> members_;
  std::unordered_map<std::string, std::size_t> member_by_name_;
};

}  // namespace dateline::indexer::speech
