// Which language is this? By script where that decides, else by CLD2.
// Method: Cavnar-style n-grams as implemented in CLD2, with the script rules of docs/LANGUAGES.md before it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::text {

struct Identified {
  std::string language;  // BCP 47; empty when nothing can be said
  bool reliable = false;
};

// Any thread. A few microseconds a kilobyte.
Identified identify(std::string_view text);

// The language that the text looks most like, and how much: for comparing readings of the same bytes in several
// encodings, of which the wrong ones spell no language.
struct Likeness {
  std::string language;  // as above
  bool reliable = false;
  double score = 0;
};
Likeness likeness(std::string_view text);

struct DocumentLanguages {
  std::string language;                                // of most letters; empty when unknown
  std::vector<std::string> paragraphs;                 // one an input paragraph; short ones take the document's
  std::vector<std::pair<std::string, double>> shares;  // by letters, largest first
};

// `given`: what somebody who knows said ("" when nobody did); it decides every paragraph that is not reliably
// another's.
DocumentLanguages identify_paragraphs(const std::vector<std::string_view>& paragraphs, std::string_view given = {});

}  // namespace dateline::text
