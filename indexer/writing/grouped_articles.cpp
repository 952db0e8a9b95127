#include "indexer/writing/grouped_articles.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "dateline/error.hpp"
#include "schema/manifest.hpp"
#include "schema/segment_articles.hpp"
#include "schema/signature.hpp"
#include "schema/terms.hpp"
#include "schema/xapian_errors.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t most_shingle_bytes = std::size_t{32} << 20;

[[noreturn]] void damaged(const std::filesystem::path& segment) {
  throw Error(ErrorCode::archive_damaged, segment.string() + " has damaged signatures",
              "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
}

// The first value from `from` on that is not below `value`. Takes a step where the values asked for lie close, and few
// where they lie far apart.
std::size_t advance(std::span<const std::uint32_t> values, std::size_t from, std::uint32_t value) {
  std::size_t step = 1;
  while (from + step <= values.size() && values[from + step - 1] < value) {
    from += step;
    step *= 2;
  }
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, values.size()));
  return static_cast<std::size_t>(std::lower_bound(values.begin() + static_cast<std::ptrdiff_t>(from), end, value) -
                                  values.begin());
}

std::size_t runs_of_first_sample(std::span<const GroupedArticles::Run> runs) {
  std::size_t count = 1;
  while (count < runs.size() && runs[count].sample == runs.front().sample) ++count;
  return count;
}

}  // namespace

// A sample of an article that is asked for: which of those it is.
struct GroupedArticles::Sample {
  std::uint32_t value;
  std::uint32_t at;
  friend auto operator<=>(const Sample&, const Sample&) = default;
};

struct GroupedArticles::Opened {
  explicit Opened(const std::filesystem::path& folder)
      : database((folder / schema::database_name).string(), Xapian::DB_BACKEND_GLASS), stored(folder) {}
  Xapian::Database database;
  schema::SegmentArticles stored;
};

GroupedArticles::~GroupedArticles() = default;

GroupedArticles::GroupedArticles(std::vector<Segment> segments)
    : segments_(std::move(segments)), opened_(segments_.size()) {
  for (const Segment& segment : segments_) begins_.push_back(begins_.back() + segment.columns->articles());
  counts_.resize(size());
}

schema::ArticlePlace GroupedArticles::place(Number article) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), article);
  const auto segment = static_cast<std::uint32_t>(after - begins_.begin() - 1);
  return {segment, article - begins_[segment]};
}

std::uint32_t GroupedArticles::shingle_count(Number article) const {
  const auto [segment, ordinal] = place(article);
  return segments_[segment].columns->shingles()[ordinal];
}

GroupedArticles::Rank GroupedArticles::rank(Number article) const {
  const auto [segment, ordinal] = place(article);
  const schema::Columns& columns = *segments_[segment].columns;
  const std::int32_t day = columns.first_day()[ordinal];
  return {day == schema::no_day ? std::numeric_limits<std::int32_t>::max() : day, ~columns.shingles()[ordinal],
          columns.key_hash()[ordinal]};
}

const GroupedArticles::Opened& GroupedArticles::opened(std::uint32_t segment) const {
  auto& known = opened_[segment];
  if (!known) known = std::make_unique<const Opened>(segments_[segment].folder);
  return *known;
}

// Rising. The values of a slot are read in the order of the documents.
std::vector<GroupedArticles::Sample> GroupedArticles::samples_of(const std::vector<Number>& articles) const {
  std::vector<std::uint32_t> order(articles.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return articles[a] < articles[b]; });
  std::vector<Sample> samples;
  samples.reserve(articles.size() * schema::signature_samples);
  std::optional<std::uint32_t> open;
  Xapian::ValueIterator value;
  for (const std::uint32_t at : order) {
    const auto [segment, ordinal] = place(articles[at]);
    if (segments_[segment].columns->shingles()[ordinal] == 0) continue;
    if (open != segment)
      value = opened(segment).database.valuestream_begin(static_cast<Xapian::valueno>(schema::Slot::signature));
    open = segment;
    value.skip_to(ordinal + 1);
    const bool found =
        value != opened(segment).database.valuestream_end(static_cast<Xapian::valueno>(schema::Slot::signature)) &&
        value.get_docid() == ordinal + 1;
    const auto signature = found ? schema::decode_signature(*value) : std::nullopt;
    if (!signature) damaged(segments_[segment].folder);
    for (const std::uint32_t sample : signature->samples) samples.push_back({sample, at});
  }
  std::sort(samples.begin(), samples.end());
  return samples;
}

// The runs of one sample, for each of the articles that have it; none when only one article has.
void GroupedArticles::add_runs(const Sample* first, const Sample* last, std::vector<std::size_t>& cursors,
                               std::vector<std::vector<Run>>& runs) const {
  std::vector<Run> found;
  std::uint32_t sharing = 0;
  for (std::uint32_t i = 0; i < segments_.size(); ++i) {
    const auto values = segments_[i].columns->sample_values();
    const std::size_t begin = cursors[i] = advance(values, cursors[i], first->value);
    std::size_t end = begin;
    while (end < values.size() && values[end] == first->value) ++end;
    if (begin == end) continue;
    found.push_back({i, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0, first->value});
    sharing += static_cast<std::uint32_t>(end - begin);
  }
  if (sharing < 2) return;
  for (Run& run : found) {
    run.sharing = sharing;
    for (const std::uint32_t ordinal : articles_in(run))
      if (ordinal >= segments_[run.segment].columns->articles()) damaged(segments_[run.segment].folder);
  }
  for (const Sample* sample = first; sample != last; ++sample)
    runs[sample->at].insert(runs[sample->at].end(), found.begin(), found.end());
}

GroupedArticles::Shared GroupedArticles::shared_samples(const std::vector<Number>& articles) const {
  return schema::translating_errors("reading signatures", [&] {
    const std::vector<Sample> samples = samples_of(articles);
    std::vector<std::vector<Run>> runs(articles.size());
    std::vector<std::size_t> cursors(segments_.size());
    const Sample* const end = samples.data() + samples.size();
    for (const Sample* first = samples.data(); first != end;) {
      const Sample* last = first;
      while (last != end && last->value == first->value) ++last;
      add_runs(first, last, cursors, runs);
      first = last;
    }
    Shared shared;
    for (std::vector<Run>& of_one : runs) {
      std::sort(of_one.begin(), of_one.end(), [](const Run& a, const Run& b) {
        return std::tie(a.sharing, a.sample, a.segment) < std::tie(b.sharing, b.sample, b.segment);
      });
      shared.runs_.insert(shared.runs_.end(), of_one.begin(), of_one.end());
      shared.begins_.push_back(shared.runs_.size());
      of_one = {};
    }
    return shared;
  });
}

std::span<const std::uint32_t> GroupedArticles::articles_in(const Run& run) const {
  return segments_[run.segment].columns->sample_articles().subspan(run.begin, run.end - run.begin);
}

// Every archive has phrases that thousands of articles share. Who shares only the most frequent sample shares too few,
// so its articles are not gone through.
void GroupedArticles::find_candidates(Number article, std::span<const Run> shared, const Accepts& accepts,
                                      const Narrowed& narrowed, std::vector<Number>& found) const {
  static_assert(schema::fewest_shared_samples == 2);
  if (shared.empty()) return;
  std::vector<Number> seen;
  const auto count = [&](Number other) {
    if (accepts(other) && counts_[other]++ == 0) seen.push_back(other);
  };
  while (shared.front().sample != shared.back().sample) {
    const auto runs = shared.first(runs_of_first_sample(shared));
    if (const std::vector<Number>* few = narrowed(runs))
      std::for_each(few->begin(), few->end(), count);
    else
      for_each_with(runs, count);
    shared = shared.subspan(runs.size());
  }
  for (const Number other : seen) {
    const auto [segment, ordinal] = place(other);
    for (const Run& most_frequent : shared) {
      if (most_frequent.segment != segment) continue;
      const auto articles = articles_in(most_frequent);
      counts_[other] += std::binary_search(articles.begin(), articles.end(), ordinal);
    }
    if (other != article && schema::may_be_copies(counts_[other], shingle_count(article), shingle_count(other)))
      found.push_back(other);
    counts_[other] = 0;
  }
}

std::shared_ptr<const schema::ShingleSet> GroupedArticles::shingles(Number article) const {
  if (const auto known = shingles_.find(article); known != shingles_.end()) return known->second;
  const auto [segment, ordinal] = place(article);
  auto set = schema::translating_errors("comparing articles", [&, in = segment, at = ordinal] {
    const auto stored = opened(in).stored.article(opened(in).database, at);
    return std::make_shared<const schema::ShingleSet>(schema::shingles_of(stored, words_));
  });
  if (shingles_bytes_ > most_shingle_bytes) {
    shingles_.clear();
    shingles_bytes_ = 0;
  }
  shingles_bytes_ += set->size() * sizeof(std::uint64_t);
  shingles_.emplace(article, set);
  return set;
}

schema::PrintedOn GroupedArticles::printed_on(Number article) const {
  const auto [segment, ordinal] = place(article);
  const schema::Columns& columns = *segments_[segment].columns;
  return {columns.first_day()[ordinal], columns.last_day()[ordinal]};
}

std::size_t GroupedArticles::shared_by_copies(Number a, Number b) const {
  const auto in_a = shingles(a), in_b = shingles(b);
  return schema::shared_by_copies(*in_a, printed_on(a), *in_b, printed_on(b));
}

}  // namespace dateline::indexer
