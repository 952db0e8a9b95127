#include "indexer/input/byte_reader.hpp"

#include <algorithm>

namespace dateline::indexer {

std::string_view ByteReader::pull() {
  const std::string_view piece = source_->next();
  taken_ += piece.size();
  if (piece.empty()) {
    broken_ = source_->broken();
    source_ = nullptr;
  }
  return piece;
}

void ByteReader::keep_rest() {
  if (is_kept_) return;
  kept_.assign(rest_);
  rest_ = kept_;
  is_kept_ = true;
}

void ByteReader::append(std::string_view piece) {
  std::size_t passed = kept_.size() - rest_.size();
  if (passed > kept_.size() / 2) {
    kept_.erase(0, passed);
    passed = 0;
  }
  kept_.append(piece);
  rest_ = std::string_view(kept_).substr(passed);
}

std::string_view ByteReader::ahead(std::size_t wanted) {
  while (rest_.size() < wanted && source_) {
    if (rest_.empty()) {
      is_kept_ = false;
      rest_ = pull();
    } else {
      keep_rest();  // the piece that it is of may be gone when the next one comes
      append(pull());
    }
  }
  return rest_;
}

void ByteReader::skip(std::size_t count) {
  while (count > 0 && !at_end()) {
    const std::size_t step = std::min(count, rest_.size());
    rest_.remove_prefix(step);
    count -= step;
  }
}

std::optional<ByteReader::Line> ByteReader::line(std::size_t longest) {
  if (at_end()) return std::nullopt;
  std::size_t end = rest_.find('\n');
  while (end == std::string_view::npos && source_ && rest_.size() <= longest) {
    const std::size_t searched = rest_.size();
    end = ahead(searched + 1).find('\n', searched);
  }
  const bool found = end != std::string_view::npos;
  if (std::min(end, rest_.size()) <= longest) {
    const Line line{rest_.substr(0, end), false, found};
    rest_.remove_prefix(line.text.size() + found);
    return line;
  }
  while (end == std::string_view::npos && !at_end()) {
    rest_.remove_prefix(rest_.size());
    end = ahead(1).find('\n');
  }
  const bool ended = end != std::string_view::npos;
  if (ended) rest_.remove_prefix(end + 1);
  return Line{{}, true, ended};
}

std::optional<std::string_view> ByteReader::whole(std::size_t longest) {
  const std::string_view all = ahead(longest + 1);
  if (all.size() > longest) return std::nullopt;
  return all;
}

}  // namespace dateline::indexer
