// How unpacked inputs are recognised: by content; the name only breaks ties.
#pragma once

#include "indexer/input/formats.hpp"

namespace dateline::indexer {

bool is_json(const Head& head);
bool is_html(const Head& head);

}  // namespace dateline::indexer
