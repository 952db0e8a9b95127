#include "app/commands/article_printer.hpp"

#include <ostream>

#include "app/print/article.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"

namespace dateline::app {

void ArticlePrinter::operator()(const Article& article) {
  if (session_.options.format == Format::text) {
    if (!first_) session_.out << divider(session_.page);
    session_.out << article_as_text(article, session_.page, cited_);
  } else if (session_.options.format == Format::csv) {
    if (first_) session_.out << csv_header_of_articles(cited_);
    session_.out << csv_of_article(article, cited_);
  } else {
    const Layout layout = session_.options.format == Format::json ? session_.layout() : Layout::compact;
    session_.out << to_json(article, layout, cited_) << '\n';
  }
  first_ = false;
}

}  // namespace dateline::app
