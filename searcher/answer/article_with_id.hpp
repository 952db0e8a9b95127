// The article that is shown under an id.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <xapian.h>

#include "schema/snapshot.hpp"

namespace dateline::searcher {

// Its ordinal in that segment; empty: no live article there is shown so.
std::optional<std::uint32_t> article_with_id(const schema::Segment& segment, const Xapian::Database& database,
                                             std::string_view id);

}  // namespace dateline::searcher
