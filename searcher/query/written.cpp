#include "searcher/query/written.hpp"

#include <optional>

#include "searcher/query/characters.hpp"
#include "searcher/query/lex.hpp"
#include "searcher/query/warnings.hpp"

namespace dateline::searcher {
namespace {

// Where a word stands: what the brackets and signs around it say about it.
struct Place {
  const FieldName* field = nullptr;
  bool exact = false;  // speaker:=
  bool excluded = false;
};

std::optional<WrittenKind> kind_in(const Place& place) {
  if (place.exact) return {};
  if (!place.field) return WrittenKind::text;
  if (place.field->kind == NodeKind::speaker) return WrittenKind::speaker;
  if (place.field->kind == NodeKind::source) return WrittenKind::source;
  const bool of_the_text =
      place.field->is_text() && place.field->field != QueryField::by && place.field->field != QueryField::tag;
  if (of_the_text) return WrittenKind::text;
  return {};
}

// A phrase with ~5 behind it is NEAR.
bool means_what_it_says(const Node& node) {
  return node.kind == NodeKind::word || node.kind == NodeKind::phrase || node.kind == NodeKind::near;
}

class Reader {
 public:
  explicit Reader(WrittenQuery& query) : query_(query) {}

  void read(const Token& token) {
    switch (token.kind) {
      case TokenKind::field:
        next_.field = token.field;
        next_.exact = token.exact;
        return;
      case TokenKind::exclude:
        next_.excluded = !next_.excluded;
        return;
      case TokenKind::open:
        around_.push_back(next_);
        return;
      case TokenKind::close:
        if (around_.size() > 1) around_.pop_back();
        break;
      case TokenKind::leaf:
        add(token);
        break;
      default:
        break;
    }
    next_ = around_.back();
  }

 private:
  void add(const Token& token) {
    const std::optional<WrittenKind> kind = kind_in(next_);
    if (!kind || !means_what_it_says(token.node)) return;
    const auto begin = static_cast<std::size_t>(token.text.data() - query_.text.data());
    query_.words.push_back({*kind, begin, begin + token.text.size(), next_.excluded});
  }

  WrittenQuery& query_;
  std::vector<Place> around_{Place{}};
  Place next_;
};

}  // namespace

WrittenQuery written_words(std::string_view query) {
  WrittenQuery written;
  written.text = visible(query);
  Warnings unheard;
  Reader reader(written);
  for (const Token& token : lex(written.text, unheard)) reader.read(token);
  return written;
}

}  // namespace dateline::searcher
