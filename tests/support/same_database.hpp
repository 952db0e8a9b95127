// Two databases hold the same: every term, frequency, posting, position, length, value, datum and synonym.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "tests/support/catch.hpp"

namespace dateline::tests {

inline void require_same_terms(const Xapian::Database& a, const Xapian::Database& b) {
  auto other = b.allterms_begin();
  for (auto term = a.allterms_begin(); term != a.allterms_end(); ++term, ++other) {
    REQUIRE(other != b.allterms_end());
    REQUIRE(*term == *other);
    INFO("term " << *term);
    REQUIRE(term.get_termfreq() == other.get_termfreq());
    REQUIRE(a.get_collection_freq(*term) == b.get_collection_freq(*term));
    REQUIRE(a.get_wdf_upper_bound(*term) == b.get_wdf_upper_bound(*term));
    auto second = b.postlist_begin(*term);
    for (auto first = a.postlist_begin(*term); first != a.postlist_end(*term); ++first, ++second) {
      bool same = second != b.postlist_end(*term) && *first == *second && first.get_wdf() == second.get_wdf() &&
                  first.get_doclength() == second.get_doclength();
      if (same) {
        const std::vector<Xapian::termpos> positions(first.positionlist_begin(), first.positionlist_end());
        const std::vector<Xapian::termpos> others(second.positionlist_begin(), second.positionlist_end());
        same = positions == others;
      }
      INFO("document " << *first);
      REQUIRE(same);
    }
    REQUIRE(second == b.postlist_end(*term));
  }
  REQUIRE(other == b.allterms_end());
}

inline void require_same_values(const Xapian::Database& a, const Xapian::Database& b, Xapian::valueno slot) {
  INFO("slot " << slot);
  REQUIRE(a.get_value_freq(slot) == b.get_value_freq(slot));
  REQUIRE(a.get_value_lower_bound(slot) == b.get_value_lower_bound(slot));
  REQUIRE(a.get_value_upper_bound(slot) == b.get_value_upper_bound(slot));
  auto other = b.valuestream_begin(slot);
  for (auto value = a.valuestream_begin(slot); value != a.valuestream_end(slot); ++value, ++other) {
    const bool same = other != b.valuestream_end(slot) && value.get_docid() == other.get_docid() && *value == *other;
    INFO("document " << value.get_docid());
    REQUIRE(same);
  }
  REQUIRE(other == b.valuestream_end(slot));
}

inline void require_same_documents(const Xapian::Database& a, const Xapian::Database& b) {
  REQUIRE(a.get_doccount() == b.get_doccount());
  REQUIRE(a.get_lastdocid() == b.get_lastdocid());
  REQUIRE(a.get_total_length() == b.get_total_length());
  REQUIRE(a.get_doclength_lower_bound() == b.get_doclength_lower_bound());
  REQUIRE(a.get_doclength_upper_bound() == b.get_doclength_upper_bound());
  REQUIRE(a.has_positions() == b.has_positions());
  auto other = b.postlist_begin("");
  for (auto document = a.postlist_begin(""); document != a.postlist_end(""); ++document, ++other) {
    INFO("document " << *document);
    const bool same = other != b.postlist_end("") && *document == *other &&
                      a.get_doclength(*document) == b.get_doclength(*document) &&
                      a.get_document(*document).get_data() == b.get_document(*document).get_data();
    REQUIRE(same);
  }
  REQUIRE(other == b.postlist_end(""));
}

inline void require_same_synonyms(const Xapian::Database& a, const Xapian::Database& b) {
  auto other = b.synonym_keys_begin();
  for (auto key = a.synonym_keys_begin(); key != a.synonym_keys_end(); ++key, ++other) {
    REQUIRE(other != b.synonym_keys_end());
    REQUIRE(*key == *other);
    const std::vector<std::string> words(a.synonyms_begin(*key), a.synonyms_end(*key));
    const std::vector<std::string> others(b.synonyms_begin(*key), b.synonyms_end(*key));
    REQUIRE(words == others);
  }
  REQUIRE(other == b.synonym_keys_end());
}

inline void require_same_database(const Xapian::Database& a, const Xapian::Database& b,
                                  const std::vector<Xapian::valueno>& slots) {
  require_same_documents(a, b);
  require_same_terms(a, b);
  for (const Xapian::valueno slot : slots) require_same_values(a, b, slot);
  require_same_synonyms(a, b);
}

}  // namespace dateline::tests
