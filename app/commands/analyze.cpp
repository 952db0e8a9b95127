#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "app/print/tokens.hpp"
#include "text/analyzer.hpp"
#include "text/identify.hpp"
#include "text/utf8.hpp"

namespace dateline::app {
namespace {

struct AnalyzeOptions {
  std::vector<std::string> words;
  std::optional<std::string> language;
};

void declare_analyze(OptionSet& set, AnalyzeOptions& options) {
  set.positionals("TEXT", options.words, 1, any_number);
  set.value("--language", options.language, "CODE", "the text's language, such as en (default: detected)");
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

AnalyzedText analyzed(std::string_view given, const std::optional<std::string>& language) {
  AnalyzedText result;
  result.text = text::repair(given).text;
  result.language = language ? *language : text::identify(result.text).language;
  text::Analyzer analyzer;
  const text::Analysis& analysis = analyzer.analyze(result.text, result.language);
  const auto surface = [&](const auto& part) { return result.text.substr(part.begin, part.end - part.begin); };
  text::CodePointCounter code_points(result.text);
  for (const text::Token& token : analysis.tokens) {
    result.tokens.push_back({surface(token), std::string(token.exact), std::string(token.stem),
                             std::string(token.prefix), token.position, code_points.at(token.begin),
                             code_points.at(token.end)});
  }
  for (const text::Span& span : analysis.spans) {
    const std::string_view family = span.family == text::Family::bigram ? "bigram" : "word";
    result.spans.push_back({surface(span), std::string(span.term), family, span.first_token, span.last_token});
  }
  return result;
}

ExitCode run_analyze(const AnalyzeOptions& options, Session& session) {
  const AnalyzedText result = analyzed(query_of(options.words), options.language);
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(result, session.layout()) << '\n';
      break;
    case Format::jsonl:
      for (const AnalyzedToken& token : result.tokens) session.out << token_to_json(token) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_tokens(result);
      break;
    default:
      session.out << tokens_as_text(result, session.page);
  }
  return ExitCode::done;
}

}  // namespace

Command analyze_command() {
  return make_command<AnalyzeOptions>("analyze", "the tokens and terms that a text becomes, and so what it matches",
                                      "dateline analyze 'Ships were striking'\n"
                                      "dateline analyze 東京都知事 --language ja --json",
                                      declare_analyze, run_analyze);
}

}  // namespace dateline::app
