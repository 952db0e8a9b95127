#include "app/commands/answer_printer.hpp"

#include <ostream>

#include "app/print/json.hpp"
#include "app/print/rows.hpp"

namespace dateline::app {

using Id = std::optional<std::string>;

AnswerPrinter::AnswerPrinter(const AnswerStyle& style, bool many, Session& session) : style_(style), session_(session) {
  if (session.options.format == Format::csv) session.out << csv_header_of_hits(many, style.cited);
}

void AnswerPrinter::operator()(const SearchAnswer& answer, const Id& id) const {
  session_.pass_on(answer.warnings);
  switch (session_.options.format) {
    case Format::text:
      return print_text(answer, id);
    case Format::json:
      session_.out << to_json(answer, id ? Layout::compact : session_.layout(), id, style_.cited) << '\n';
      return;
    case Format::jsonl:
      return print_lines(answer, id);
    case Format::csv:
      session_.out << csv_of_hits(answer, id ? &*id : nullptr, style_.cited);
      return;
    case Format::trec:
      session_.out << trec_lines(answer, style_.offset, id.value_or("1"));
      return;
  }
}

void AnswerPrinter::print_text(const SearchAnswer& answer, const Id& id) const {
  if (id) session_.out << session_.page.bold(*id + ": " + answer.query) << '\n';
  session_.out << answer_as_text(answer, style_, session_.page);
  if (id) session_.out << '\n';
}

void AnswerPrinter::print_lines(const SearchAnswer& answer, const Id& id) const {
  if (id) {
    session_.out << to_json(answer, Layout::compact, id, style_.cited) << '\n';
  } else {
    for (const Hit& hit : answer.hits) session_.out << hit_to_json(hit, style_.cited) << '\n';
  }
}

}  // namespace dateline::app
