#include "searcher/query/build.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {

Node make(NodeKind kind, std::string text) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

Node combined(NodeKind kind, std::vector<Node> children) {
  Node result = make(kind);
  for (Node& child : children) {
    if (child.kind == kind)
      std::move(child.children.begin(), child.children.end(), std::back_inserter(result.children));
    else if (child.kind != NodeKind::everything || kind == NodeKind::any)
      result.children.push_back(std::move(child));
  }
  if (result.children.empty()) return make(NodeKind::everything);
  if (result.children.size() > 1) return result;
  Node only = std::move(result.children.front());
  return only;
}

Node negated(Node node) {
  if (node.kind == NodeKind::everything) return make(NodeKind::nothing);
  if (node.kind == NodeKind::nothing) return make(NodeKind::everything);
  if (node.kind == NodeKind::negation) {
    Node inner = std::move(node.children.front());
    return inner;
  }
  Node result = make(NodeKind::negation);
  result.children.push_back(std::move(node));
  return result;
}

Node in_field(QueryField field, Node node) {
  if (node.kind == NodeKind::everything || node.kind == NodeKind::nothing) return node;
  if (node.kind == NodeKind::in_field && node.field == field) return node;
  Node result = make(NodeKind::in_field);
  result.field = field;
  result.children.push_back(std::move(node));
  return result;
}

bool has_places(const Node& node) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::exact_word:
    case NodeKind::prefix:
    case NodeKind::fuzzy:
    case NodeKind::phrase:
      return true;
    case NodeKind::in_field:
      // Bylines and tags are no part of the running text.
      if (node.field == QueryField::by || node.field == QueryField::tag) return false;
      [[fallthrough]];
    case NodeKind::list:
    case NodeKind::all:
    case NodeKind::any:
    case NodeKind::near:
    case NodeKind::ordered:
    case NodeKind::same_sentence:
    case NodeKind::same_paragraph:
      return std::all_of(node.children.begin(), node.children.end(), has_places);
    default:
      return false;
  }
}

bool is_proximity(NodeKind kind) {
  return kind == NodeKind::near || kind == NodeKind::ordered || kind == NodeKind::same_sentence ||
         kind == NodeKind::same_paragraph;
}

}  // namespace dateline::searcher
