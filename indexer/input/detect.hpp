// What is this input? By content; the name only breaks ties.
#pragma once

#include <string_view>

#include "dateline/indexer.hpp"

namespace dateline::indexer {

// Never InputFormat::detect.
InputFormat detect_format(std::string_view bytes, std::string_view name);

}  // namespace dateline::indexer
