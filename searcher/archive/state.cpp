#include "searcher/archive/state.hpp"

#include <algorithm>
#include <map>

#include "text/fold.hpp"

namespace dateline::searcher {

State::State(std::shared_ptr<const schema::Snapshot> snapshot, const State* before) : snapshot_(std::move(snapshot)) {
  for (const schema::Segment& segment : snapshot_->segments()) {
    std::shared_ptr<const SegmentIndex> index;
    std::shared_ptr<Names> names;
    for (std::size_t i = 0; before && i < before->size() && !index; ++i) {
      if (before->segment(i).columns != segment.columns) continue;
      index = before->indexes_[i];
      if (before->segment(i).live == segment.live) names = before->names_[i];
    }
    indexes_.push_back(index ? std::move(index) : std::make_shared<const SegmentIndex>(segment));
    names_.push_back(names ? std::move(names) : std::make_shared<Names>());
  }
}

const LiveNames& State::live_names(std::size_t at) const {
  Names& names = *names_[at];
  std::call_once(names.once, [&] {
    const schema::Snapshot::Lease lease = snapshot_->lease();
    names.live.emplace(segment(at), indexes_[at], lease.segment(at));
  });
  return *names.live;
}

const std::vector<State::AliasWords>& State::alias_words() const {
  std::call_once(aliases_once_, [&] {
    for (const text::Alias& row : snapshot_->aliases().rows())
      aliases_.push_back({name_words(row.alias), text::name_id(row.canonical)});
  });
  return aliases_;
}

const std::vector<State::SourceName>& State::source_names() const {
  std::call_once(sources_once_, [&] {
    const ValueTable& sources = values(Facet::source);
    std::vector<bool> live(sources.size());
    for (std::size_t i = 0; i < size(); ++i)
      for (std::uint32_t ordinal = 0; ordinal < sources.ordinals_in(i); ++ordinal)
        if (live_names(i).has_source(ordinal)) live[sources.value(i, ordinal)] = true;
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      const std::string_view value = sources.name(i);
      if (!live[i] || value.empty()) continue;
      source_names_.push_back({value, text::fold(value), name_words(value), snapshot_->sources().find(value)});
    }
  });
  return source_names_;
}

const ValueTable& State::values(Facet facet) const {
  LazyTable& lazy = values_[static_cast<std::size_t>(facet)];
  std::call_once(lazy.once, [&] { lazy.table.emplace(snapshot_->segments(), facet); });
  return *lazy.table;
}

double State::average_length(const std::function<const Xapian::Database&(std::size_t)>& database_of) const {
  std::call_once(length_once_, [&] {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      const std::vector<std::uint32_t>& lengths = index(i).lengths(database_of(i));
      segment(i).live.for_each([&](std::uint32_t article) { sum += lengths[article]; });
    }
    if (sum > 0) average_length_ = static_cast<double>(sum) / snapshot_->articles();
  });
  return average_length_;
}

const std::vector<std::pair<std::string, std::size_t>>& State::languages() const {
  std::call_once(languages_once_, [&] {
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const schema::Segment& segment : snapshot_->segments()) {
      const schema::Dictionary names = segment.columns->languages();
      std::vector<std::size_t> articles(names.size());
      const auto ordinals = segment.columns->language();
      segment.live.for_each([&](std::uint32_t article) {
        if (ordinals[article] < articles.size()) ++articles[ordinals[article]];
      });
      for (std::uint32_t i = 0; i < names.size(); ++i)
        if (articles[i] > 0) counts[std::string(names[i])] += articles[i];
    }
    languages_.assign(counts.begin(), counts.end());
    std::stable_sort(languages_.begin(), languages_.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  });
  return languages_;
}

const std::shared_ptr<const WrittenLanguages>& State::written_languages() const {
  std::call_once(written_once_, [&] {
    std::vector<std::string> codes;
    for (const auto& [language, articles] : languages()) codes.push_back(language);
    written_languages_ = std::make_shared<const WrittenLanguages>(std::move(codes));
  });
  return written_languages_;
}

}  // namespace dateline::searcher
