// Whole articles, one after the other: what `show` and `inspect` print.
#pragma once

#include "app/command.hpp"
#include "dateline/article.hpp"

namespace dateline::app {

class ArticlePrinter {
 public:
  explicit ArticlePrinter(Session& session, bool cited = false) : session_(session), cited_(cited) {}
  void operator()(const Article& article);

 private:
  Session& session_;
  const bool cited_;
  bool first_ = true;
};

}  // namespace dateline::app
