// An analysis as one line, for tables of expectations.
#pragma once

#include <string>

#include "text/analyzer.hpp"

namespace dateline::tests {

// exact/stem+prefix of each token, then the spans: "talks/talk", "京 都 B:京都 Z:京都".
inline std::string printed(const text::Analysis& analysis) {
  std::string line;
  for (const text::Token& token : analysis.tokens) {
    if (!line.empty()) line += ' ';
    line += token.exact;
    if (!token.stem.empty()) line.append("/").append(token.stem);
    if (!token.prefix.empty()) line.append("+").append(token.prefix);
  }
  for (const text::Span& span : analysis.spans)
    line.append(span.family == text::Family::stem ? " Z:" : " B:").append(span.term);
  return line;
}

}  // namespace dateline::tests
