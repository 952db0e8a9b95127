// The table behind data_file(); generated when building.
#pragma once

#include <span>
#include <string_view>

namespace dateline::text {

struct EmbeddedFile {
  std::string_view name;  // below data/
  std::string_view content;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace dateline::text
