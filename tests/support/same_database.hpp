// Where two databases differ: in a term, frequency, posting, position, length, value, datum or synonym.
//
// Without Catch, because fuzzers compare too.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include <xapian.h>

namespace dateline::tests {

// Empty while all that was compared is the same; then the first difference.
class Difference {
 public:
  explicit operator bool() const { return !words_.empty(); }
  const std::string& words() const { return words_; }

  // Both `a` and `b` print. Returns whether they are the same.
  template <class Value>
  bool compare(const std::string& what, const Value& a, const Value& b) {
    if (a == b) return true;
    std::ostringstream words;
    words << what << ": " << a << " and " << b;
    words_ = words.str();
    return false;
  }
  bool require(const std::string& what, bool same) {
    if (!same) words_ = what;
    return same;
  }

 private:
  std::string words_;
};

inline bool same_posting(const Xapian::PostingIterator& a, const Xapian::PostingIterator& b) {
  if (*a != *b || a.get_wdf() != b.get_wdf() || a.get_doclength() != b.get_doclength()) return false;
  const std::vector<Xapian::termpos> positions(a.positionlist_begin(), a.positionlist_end());
  return positions == std::vector<Xapian::termpos>(b.positionlist_begin(), b.positionlist_end());
}

inline bool compare_postings(const Xapian::Database& a, const Xapian::Database& b, const std::string& term,
                             Difference& difference) {
  auto other = b.postlist_begin(term);
  for (auto posting = a.postlist_begin(term); posting != a.postlist_end(term); ++posting, ++other) {
    const bool same = other != b.postlist_end(term) && same_posting(posting, other);
    if (!same) return difference.require("term " + term + ", document " + std::to_string(*posting), false);
  }
  return difference.require("term " + term + " has more documents", other == b.postlist_end(term));
}

inline bool compare_terms(const Xapian::Database& a, const Xapian::Database& b, Difference& difference) {
  auto other = b.allterms_begin();
  for (auto term = a.allterms_begin(); term != a.allterms_end(); ++term, ++other) {
    if (!difference.require("no term " + *term, other != b.allterms_end() && *term == *other)) return false;
    const bool same =
        difference.compare("frequency of " + *term, term.get_termfreq(), other.get_termfreq()) &&
        difference.compare("occurrences of " + *term, a.get_collection_freq(*term), b.get_collection_freq(*term)) &&
        difference.compare("most of " + *term, a.get_wdf_upper_bound(*term), b.get_wdf_upper_bound(*term)) &&
        compare_postings(a, b, *term, difference);
    if (!same) return false;
  }
  return difference.require("more terms", other == b.allterms_end());
}

inline bool compare_values(const Xapian::Database& a, const Xapian::Database& b, Xapian::valueno slot,
                           Difference& difference) {
  const std::string name = "slot " + std::to_string(slot);
  if (!difference.compare(name + ", values", a.get_value_freq(slot), b.get_value_freq(slot)) ||
      !difference.compare(name + ", lowest", a.get_value_lower_bound(slot), b.get_value_lower_bound(slot)) ||
      !difference.compare(name + ", highest", a.get_value_upper_bound(slot), b.get_value_upper_bound(slot)))
    return false;
  auto other = b.valuestream_begin(slot);
  for (auto value = a.valuestream_begin(slot); value != a.valuestream_end(slot); ++value, ++other) {
    const bool same = other != b.valuestream_end(slot) && value.get_docid() == other.get_docid() && *value == *other;
    if (!same) return difference.require(name + ", document " + std::to_string(value.get_docid()), false);
  }
  return difference.require(name + " has more documents", other == b.valuestream_end(slot));
}

inline bool compare_documents(const Xapian::Database& a, const Xapian::Database& b, Difference& difference) {
  const bool same = difference.compare("documents", a.get_doccount(), b.get_doccount()) &&
                    difference.compare("last document", a.get_lastdocid(), b.get_lastdocid()) &&
                    difference.compare("total length", a.get_total_length(), b.get_total_length()) &&
                    difference.compare("shortest", a.get_doclength_lower_bound(), b.get_doclength_lower_bound()) &&
                    difference.compare("longest", a.get_doclength_upper_bound(), b.get_doclength_upper_bound()) &&
                    difference.compare("has positions", a.has_positions(), b.has_positions());
  if (!same) return false;
  auto other = b.postlist_begin("");
  for (auto document = a.postlist_begin(""); document != a.postlist_end(""); ++document, ++other) {
    const bool equal = other != b.postlist_end("") && *document == *other &&
                       a.get_doclength(*document) == b.get_doclength(*document) &&
                       a.get_document(*document).get_data() == b.get_document(*document).get_data();
    if (!equal) return difference.require("document " + std::to_string(*document), false);
  }
  return difference.require("more documents", other == b.postlist_end(""));
}

inline bool compare_synonyms(const Xapian::Database& a, const Xapian::Database& b, Difference& difference) {
  auto other = b.synonym_keys_begin();
  for (auto key = a.synonym_keys_begin(); key != a.synonym_keys_end(); ++key, ++other) {
    if (!difference.require("no stem " + *key, other != b.synonym_keys_end() && *key == *other)) return false;
    const std::vector<std::string> words(a.synonyms_begin(*key), a.synonyms_end(*key));
    const std::vector<std::string> others(b.synonyms_begin(*key), b.synonyms_end(*key));
    if (!difference.require("words of stem " + *key, words == others)) return false;
  }
  return difference.require("more stems", other == b.synonym_keys_end());
}

// The first difference in words; empty when there is none.
inline std::string difference_between(const Xapian::Database& a, const Xapian::Database& b,
                                      const std::vector<Xapian::valueno>& slots) {
  Difference difference;
  if (!compare_documents(a, b, difference) || !compare_terms(a, b, difference)) return difference.words();
  for (const Xapian::valueno slot : slots)
    if (!compare_values(a, b, slot, difference)) return difference.words();
  compare_synonyms(a, b, difference);
  return difference.words();
}

}  // namespace dateline::tests
