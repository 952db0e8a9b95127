#include "searcher/query/parse.hpp"

#include <optional>
#include <utility>

#include "searcher/query/build.hpp"
#include "searcher/query/characters.hpp"
#include "searcher/query/dates.hpp"
#include "searcher/query/lex.hpp"
#include "searcher/query/warnings.hpp"

namespace dateline::searcher {

namespace {

constexpr int most_levels = 100;

// The bracket that we are in belongs to this fact: `source:(afp OR tass)`.
struct FactGroup {
  const FieldName* field = nullptr;
  bool exact = false;
};

// Recursive descent, loosest first: OR, AND, side by side, NOT, NEAR and its kin, and what stands alone.
class Parser {
 public:
  Parser(std::vector<Token> tokens, std::int32_t today, Warnings& warnings)
      : tokens_(std::move(tokens)), today_(today), warnings_(warnings) {
    drop_stray_brackets();
  }

  Node query() {
    std::optional<Node> root = either({});
    return root ? std::move(*root) : make(NodeKind::everything);
  }

 private:
  std::optional<Node> either(const FactGroup& group) {
    return operands(TokenKind::either, NodeKind::any, [&] { return both(group); });
  }

  std::optional<Node> both(const FactGroup& group) {
    return operands(TokenKind::both, NodeKind::all, [&] { return side_by_side(group); });
  }

  template <class Operand>
  std::optional<Node> operands(TokenKind sign, NodeKind kind, Operand&& operand) {
    std::vector<Node> children;
    for (const Token* before = nullptr;;) {
      std::optional<Node> child = operand();
      const Token* behind = next_is(sign) ? &tokens_[at_++] : nullptr;
      if (child)
        children.push_back(std::move(*child));
      else if (before || behind)
        warnings_.add({named((before ? before : behind)->text), " has nothing on one side and was ignored."});
      if (!behind) break;
      before = behind;
    }
    if (children.empty()) return {};
    return combined(kind, std::move(children));
  }

  std::optional<Node> side_by_side(const FactGroup& group) {
    std::vector<Node> children;
    while (at_ < tokens_.size() && !next_is(TokenKind::close) && !next_is(TokenKind::both) &&
           !next_is(TokenKind::either)) {
      if (next_is(TokenKind::proximity))
        ignore(tokens_[at_++], " has nothing before it and was ignored.");
      else
        for (Node& node : maybe_excluded(group)) children.push_back(std::move(node));
    }
    if (children.empty()) return {};
    const bool one_of = group.field && !group.field->takes_several_words();
    return combined(one_of ? NodeKind::any : NodeKind::list, std::move(children));
  }

  std::vector<Node> maybe_excluded(const FactGroup& group) {
    bool excludes = false;
    const Token* sign = nullptr;
    for (; next_is(TokenKind::exclude); ++at_) {
      excludes = !excludes;
      sign = &tokens_[at_];
    }
    if (sign && !next_is_operand()) {
      ignore(*sign, " has nothing to exclude and was ignored.");
      return {};
    }
    std::vector<Node> nodes = near_each_other(group);
    if (excludes && !nodes.empty()) nodes.front() = negated(std::move(nodes.front()));
    return nodes;
  }

  // `a NEAR/5 b NEAR/5 c` is one group of three; different operators group from the left. Several nodes when an
  // operator could not be meant.
  std::vector<Node> near_each_other(const FactGroup& group) {
    std::vector<Node> nodes;
    std::optional<Node> first = operand(group);
    if (!first) return nodes;
    nodes.push_back(std::move(*first));
    for (bool grows = false; next_is(TokenKind::proximity);) {
      const Token& sign = tokens_[at_++];
      if (!next_is_operand()) {
        ignore(sign, next_is(TokenKind::exclude) ? " cannot hold with what is excluded and was ignored."
                                                 : " has nothing behind it and was ignored.");
        continue;
      }
      std::optional<Node> right = operand(group);
      if (!right) continue;
      Node& left = nodes.back();
      if (!has_places(left) || !has_places(*right)) {
        ignore(sign, " was ignored: it needs words of the text on both sides.");
        nodes.push_back(std::move(*right));
        grows = false;
      } else if (grows && left.kind == sign.node.kind && left.number == sign.node.number) {
        left.children.push_back(std::move(*right));
      } else {
        Node node = sign.node;
        node.children.push_back(std::move(left));
        node.children.push_back(std::move(*right));
        left = std::move(node);
        grows = true;
      }
    }
    return nodes;
  }

  // Empty when it was left out, with a warning.
  std::optional<Node> operand(const FactGroup& group) {
    if (next_is(TokenKind::open)) return bracket(group);
    if (next_is(TokenKind::field)) return field_value();
    if (group.field) return fact(group, joined_words(group));
    Token& token = tokens_[at_++];
    if (is_proximity(token.node.kind) && levels_ >= most_levels) return too_deep();
    return std::move(token.node);
  }

  std::optional<Node> bracket(const FactGroup& group) {
    const Token& open = tokens_[at_++];
    if (levels_ >= most_levels) {
      skip_bracket();
      return too_deep();
    }
    ++levels_;
    std::optional<Node> inside = either(group);
    --levels_;
    if (next_is(TokenKind::close))
      ++at_;
    else
      ignore(open, " is never closed; the bracket was read to the end.");
    if (!inside) warnings_.add({"There is nothing to search for in a pair of brackets."});
    return inside;
  }

  std::optional<Node> field_value() {
    const Token& field = tokens_[at_++];
    const FactGroup group{field.field, field.exact};
    if (!next_is(TokenKind::open) && !next_is(TokenKind::leaf)) return {};
    if (!field.field->is_text()) {
      if (next_is(TokenKind::open)) return bracket(group);
      return fact(group, std::string(tokens_[at_++].text));
    }
    std::optional<Node> value = operand({});
    if (!value) return {};
    if (value->kind == NodeKind::phrase && value->children.empty()) {
      warnings_.add({named(field.text), " has no words between the quotation marks and was left out."});
      return {};
    }
    return in_field(field.field->field, std::move(*value));
  }

  // The value of a fact inside a bracket: a phrase, or words.
  std::string joined_words(const FactGroup& group) {
    std::string value(tokens_[at_].text);
    const auto is_word = [&] { return next_is(TokenKind::leaf) && tokens_[at_].node.kind != NodeKind::phrase; };
    bool more = is_word() && group.field->takes_several_words();
    for (++at_; more && is_word(); ++at_) value.append(" ").append(tokens_[at_].text);
    return value;
  }

  std::optional<Node> fact(const FactGroup& group, std::string value) {
    if (!has_content(value)) {
      warnings_.add(
          {named(std::string(group.field->name) + ":"), " has no value that can be searched for and was left out."});
      return {};
    }
    if (group.field->kind == NodeKind::date_range) {
      auto dates = read_dates(group.field->dates, value, today_, warnings_);
      if (!dates)
        warnings_.add({named(value), " is no date that ", group.field->name,
                       ": understands (2024, 2024-04, 2024-04-11, 2024-W15, yesterday, 7d) and was left out."});
      return dates;
    }
    Node node = make(group.field->kind, std::move(value));
    node.exact = group.exact;
    return node;
  }

  std::optional<Node> too_deep() {
    warnings_.add({"Brackets are nested too deeply: what is inside more than 100 of them was left out."});
    return {};
  }

  void skip_bracket() {
    for (int depth = 1; at_ < tokens_.size() && depth > 0; ++at_) {
      if (next_is(TokenKind::open)) ++depth;
      if (next_is(TokenKind::close)) --depth;
    }
  }

  void drop_stray_brackets() {
    int depth = 0;
    std::size_t kept = 0;
    for (Token& token : tokens_) {
      if (token.kind == TokenKind::close && depth == 0) {
        ignore(token, " closes a bracket that was never opened and was ignored.");
        continue;
      }
      if (token.kind == TokenKind::open) ++depth;
      if (token.kind == TokenKind::close) --depth;
      Token& place = tokens_[kept++];
      if (&place != &token) place = std::move(token);
    }
    tokens_.resize(kept);
  }

  bool next_is(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }

  bool next_is_operand() const {
    return next_is(TokenKind::leaf) || next_is(TokenKind::open) || next_is(TokenKind::field);
  }

  void ignore(const Token& token, std::string_view why) { warnings_.add({named(token.text), why}); }

  std::vector<Token> tokens_;
  std::int32_t today_;
  Warnings& warnings_;
  std::size_t at_ = 0;
  int levels_ = 0;  // of brackets around us
};

}  // namespace

ParsedQuery parse(std::string_view query, const ParseContext& context) {
  Warnings warnings;
  const std::string text = visible(query);
  ParsedQuery result;
  result.root = Parser(lex(text, warnings), context.today, warnings).query();
  result.warnings = warnings.take();
  return result;
}

}  // namespace dateline::searcher
