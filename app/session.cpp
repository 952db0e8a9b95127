#include <ostream>

#include "app/command.hpp"
#include "app/print/width.hpp"

namespace dateline::app {

void Session::warn(std::string_view sentence) const {
  if (!options.quiet) complain(sentence);
}

void Session::complain(std::string_view sentence) const {
  err << "dateline: " << printable(sentence) << '\n';
  err.flush();
}

}  // namespace dateline::app
