// Bytes of one input become raw articles or rejections, by its format: detected by content, not only by name.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dateline/indexer.hpp"
#include "indexer/raw_article.hpp"

namespace dateline::indexer {

struct InputSink {
  std::function<void(RawArticle)> article;
  std::function<void(Rejection)> rejection;
};

// `name`: the path as recorded; its extension is a hint. Any thread.
void read_input(std::string_view bytes, const std::string& name, InputFormat format, const InputSink& sink);

}  // namespace dateline::indexer
