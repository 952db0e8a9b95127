// Mail in files: one message (.eml), or many behind each other (mbox).
#pragma once

#include "indexer/input/formats.hpp"

namespace dateline::indexer {

bool is_mail(const Head& head);

void read_mail(ByteReader& bytes, const Place& place, const InputSink& sink);

}  // namespace dateline::indexer
