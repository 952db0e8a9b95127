// The exact family: one folding for every language, so that a phrase means the same in all of them.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// Folds one word (or a run of words): NFKC case folding with both Turkish i to i, combining marks stripped where
// the script's readers treat them as optional (Latin but Vietnamese tones, Greek, Cyrillic but й, Arabic, Hebrew), and
// one fixed map (ł->l ø->o đ->d æ->ae œ->oe ß->ss ё->е ı->i, Arabic and Persian letter variants, Arabic tatweel,
// apostrophe forms, ...). What is stored in archives depends on it: changing a result needs a new feature name in the
// manifest.
std::string fold(std::string_view text);

// The words (runs of letters, digits and their marks) of the folded text with one `separator` between them and nothing
// else: the key under which names are compared.
std::string folded_words(std::string_view text, char separator);

}  // namespace dateline::text
