// The fields of a record, by the names that people give them: what JSON objects and rows of CSV have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/json.hpp"
#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// "Publish Date", "publish_date" and "publishDate" are one name.
std::string folded_name(std::string_view name);

// The name under which the documentation has the field; empty when it is none of ours.
std::string_view known_field(std::string_view name);

// An article of an object's members. What is no value of the kind expected, or has a name that is not known, is kept as
// it was given: nothing is lost. Where two members mean one field, the one that is named as documented wins.
RawArticle article_of_record(const Json& record);

}  // namespace dateline::indexer
