// Words that end in a full stop and do not end the sentence.
#pragma once

#include <string_view>

namespace dateline::text {

// `word`: folded, without its last full stop ("dr", "z.b").
bool is_abbreviation(std::string_view word, std::string_view language);

// Whether day numbers are written with a full stop: "am 3. März".
bool has_dotted_ordinals(std::string_view language);

// Whether the folded word so often begins a sentence that even "U.S." before it ends one.
bool often_begins_sentence(std::string_view word, std::string_view language);

}  // namespace dateline::text
