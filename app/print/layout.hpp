// How JSON is laid out: on one line, or for eyes.
#pragma once

namespace dateline::app {

enum class Layout { compact, indented };

}  // namespace dateline::app
