#include "text/lexicon.hpp"

#include <algorithm>

#include "text/embedded_data.hpp"

namespace dateline::text {

std::string_view data_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.name == name) return file.content;
  return {};
}

std::vector<std::string_view> data_files(std::string_view folder) {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : embedded_files())
    if (file.name.starts_with(folder)) names.push_back(file.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace dateline::text
