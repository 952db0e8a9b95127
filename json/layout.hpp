// How JSON is laid out: on one line, or for eyes.
#pragma once

namespace dateline::json {

enum class Layout { compact, indented };

}  // namespace dateline::json
