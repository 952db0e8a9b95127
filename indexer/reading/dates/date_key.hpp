// How words of dates are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// As text::fold() has the word, full stops left out.
std::string date_key(std::string_view word);

}  // namespace dateline::indexer
