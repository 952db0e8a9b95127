// Answers that need no query: articles one by one, who speaks, figures.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/search.hpp"
#include "searcher/archive/state.hpp"

namespace dateline::searcher {

std::optional<Article> show(const State& state, std::string_view id);
void for_each_article(const State& state, const std::function<bool(const Article&)>& each);
std::vector<SpeakerEntry> speakers(const State& state, std::string_view prefix, std::size_t limit);
std::vector<SpeakerPair> unsure_speakers(const State& state, std::size_t limit);
ArchiveStats stats(const State& state);
std::vector<IndexPart> index_parts(const State& state);

}  // namespace dateline::searcher
