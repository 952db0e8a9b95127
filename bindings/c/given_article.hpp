// An article that a program gives as JSON.
#pragma once

#include "dateline/article.hpp"

namespace dateline::c {

// Throws invalid_request.
Article given_article(const char* text);

}  // namespace dateline::c
