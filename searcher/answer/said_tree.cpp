#include "searcher/answer/said_tree.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

// Text that can stand in a quotation: no filter and no field anywhere in it.
bool is_text(const Node& node) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::exact_word:
    case NodeKind::prefix:
    case NodeKind::fuzzy:
    case NodeKind::phrase:
      return true;
    case NodeKind::list:
    case NodeKind::all:
    case NodeKind::any:
    case NodeKind::negation:
    case NodeKind::near:
    case NodeKind::ordered:
    case NodeKind::same_sentence:
    case NodeKind::same_paragraph:
      return std::all_of(node.children.begin(), node.children.end(), is_text);
    default:
      return false;
  }
}

Node said(Node child) {
  Node node;
  node.kind = NodeKind::in_field;
  node.field = QueryField::said;
  node.children.push_back(std::move(child));
  return node;
}

}  // namespace

Node said_tree(const Node& tree) {
  if (is_text(tree)) return said(tree);
  const bool joint = tree.kind == NodeKind::list || tree.kind == NodeKind::all;
  Node rewritten = tree;
  if (!joint) {
    if (tree.kind == NodeKind::any)
      for (Node& child : rewritten.children) child = said_tree(child);
    return rewritten;
  }
  // The words side by side belong into the same quotation.
  Node together = tree;
  together.children.clear();
  rewritten.children.clear();
  for (const Node& child : tree.children) {
    if (is_text(child)) {
      together.children.push_back(child);
    } else {
      rewritten.children.push_back(said_tree(child));
    }
  }
  if (together.children.size() == 1) together = Node(together.children.front());
  if (together.kind != tree.kind || !together.children.empty()) rewritten.children.push_back(said(std::move(together)));
  return rewritten;
}

}  // namespace dateline::searcher
