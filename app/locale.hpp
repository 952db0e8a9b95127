// What the name of a locale says about the terminal.
#pragma once

#include <string_view>

namespace dateline::app {

// "en_US.UTF-8", "C.utf8"; not "C", "de_DE", "ja_JP.eucJP".
bool is_utf8_locale(std::string_view name);

}  // namespace dateline::app
