// The inputs of tables as seeds of a fuzzer: with DATELINE_WRITE_SEEDS=folder in the environment, each is written
// there.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::tests {

inline void write_seed(std::string_view input) {
  const char* folder = std::getenv("DATELINE_WRITE_SEEDS");
  if (!folder) return;
  const std::string name = std::to_string(std::hash<std::string_view>{}(input));
  std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << input;
}

}  // namespace dateline::tests
