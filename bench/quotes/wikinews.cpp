#include <algorithm>
#include <nlohmann/json.hpp>

#include "bench/quotes/gold.hpp"

namespace dateline::bench {
namespace {

std::vector<Range> ranges_of(const nlohmann::json& part, const std::vector<std::uint32_t>& bytes) {
  std::vector<Range> ranges;
  for (const auto& span : part.at("spans")) {
    const auto at = [&](const char* name) {
      return bytes[std::min<std::size_t>(span.at(name).get<std::size_t>(), bytes.size() - 1)];
    };
    ranges.emplace_back(at("charBegin"), at("charEnd"));
  }
  return ranges;
}

}  // namespace

std::vector<GoldArticle> read_wikinews(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<GoldArticle> articles;
  for (const auto& path : paths) {
    const auto json = nlohmann::json::parse(read_file(path));
    GoldArticle article;
    article.name = path.stem().string();
    article.text = json.at("originalText").get<std::string>();
    const auto bytes = byte_offsets(article.text);
    for (const auto& marked : json.at("annotations")) {
      GoldAttribution attribution;
      attribution.content = ranges_of(marked.at("quote"), bytes);
      attribution.source = ranges_of(marked.at("speaker"), bytes);
      attribution.cue = ranges_of(marked.at("cue"), bytes);
      attribution.direct = marked.at("type") == "Direct";
      article.attributions.push_back(std::move(attribution));
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace dateline::bench
