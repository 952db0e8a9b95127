// Ranked answers in the format that was asked for: the same for every command that has them.
#pragma once

#include <optional>
#include <string>

#include "app/command.hpp"
#include "app/print/answers.hpp"
#include "dateline/search.hpp"

namespace dateline::app {

// Prints one answer after the other.
class AnswerPrinter {
 public:
  // `many`: answers to several queries, told apart by their ids.
  AnswerPrinter(const AnswerStyle& style, bool many, Session& session);

  // `id`: of a query among many.
  void operator()(const SearchAnswer& answer, const std::optional<std::string>& id = std::nullopt) const;

 private:
  void print_text(const SearchAnswer& answer, const std::optional<std::string>& id) const;
  void print_lines(const SearchAnswer& answer, const std::optional<std::string>& id) const;

  const AnswerStyle style_;
  Session& session_;
};

}  // namespace dateline::app
