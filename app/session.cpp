#include <ostream>

#include "app/command.hpp"
#include "app/print/wrap.hpp"

namespace dateline::app {

void Session::warn(std::string_view sentence) const {
  if (!options.quiet) complain(sentence);
}

void Session::pass_on(const std::vector<std::string>& warnings) const {
  if (options.format == Format::json) return;
  for (const std::string& warning : warnings) warn("warning: " + warning);
}

void Session::complain(std::string_view sentence) const {
  const Page told{err_is_terminal ? page.width : 0, false};
  err << laid_out({"dateline: " + std::string(sentence), {}, Paragraph::Look::plain}, told, 0);
  err.flush();
}

}  // namespace dateline::app
