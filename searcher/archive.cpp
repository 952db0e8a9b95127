#include "dateline/archive.hpp"

#include <chrono>
#include <limits>
#include <mutex>

#include "schema/snapshot.hpp"
#include "schema/xapian_errors.hpp"
#include "searcher/answer/browse.hpp"
#include "searcher/answer/search.hpp"
#include "searcher/archive/analyzers.hpp"
#include "searcher/archive/fork_gate.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/similar/similar.hpp"
#include "searcher/suggest/segment_lists.hpp"
#include "searcher/suggest/spelling.hpp"
#include "searcher/suggest/suggest.hpp"

namespace dateline {

using searcher::State;

struct Archive::Impl {
  Impl(const std::filesystem::path& directory, OnLog on_log)
      : directory_(directory.string()),
        on_log_(std::move(on_log)),
        state_(std::make_shared<const State>(schema::Snapshot::open(directory), nullptr)) {
    log_state("opened", *state_);
  }

  // The archive as it stands now.
  std::shared_ptr<const State> current() {
    const auto [state, is_new] = take_up();
    if (is_new) log_state("took up a commit", *state);
    return state;
  }

  // Runs `work(state)`. Databases open their files lazily, so a writer that replaced a generation meanwhile may have
  // removed one that was not opened yet: then the answer is computed on what replaced it.
  template <class Work>
  auto with_state(const char* doing, Work&& work, const bool& is_final = false) {
    constexpr int attempts = 3;
    const searcher::InsideSearch inside;
    for (int attempt = 1;; ++attempt) {
      const std::shared_ptr<const State> state = current();
      try {
        return schema::translating_errors(doing, [&] { return work(*state); });
      } catch (const Error& error) {
        if (is_final || error.code() == ErrorCode::cancelled || attempt == attempts || current() == state) throw;
        log(LogLevel::warning, [&] { return std::string(doing) + " begins again: " + error.what(); });
      }
    }
  }

  // The same for work that hands out its answer in parts and calls `began()` before each: what a caller has seen the
  // first part of is not begun again.
  template <class Work>
  auto stream(const char* doing, Work&& work) {
    bool has_begun = false;
    const auto began = [&has_begun] { has_begun = true; };
    return with_state(
        doing, [&](const State& state) { return work(state, began); }, has_begun);
  }

  bool refresh() {
    const searcher::InsideSearch inside;
    const std::shared_ptr<const State> state = current();
    const std::lock_guard lock(mutex_);
    const bool is_news = state->snapshot().commit() != refreshed_;
    refreshed_ = state->snapshot().commit();
    return is_news;
  }

  // `message()` is asked for when somebody listens.
  template <class Message>
  void log(LogLevel level, Message&& message) const {
    if (on_log_) on_log_({level, directory_ + ": " + message()});
  }

  template <class Answer>
  void log_answer(const Answer& answer) const {
    log(LogLevel::debug, [&] {
      return std::to_string(answer.total) + " found in " + std::to_string(answer.took_ms) + " ms: " + answer.query;
    });
  }

  searcher::Analyzers analyzers;
  searcher::ListsOfSegments lists;

 private:
  // Whether it was another before. Nobody is told while others wait.
  std::pair<std::shared_ptr<const State>, bool> take_up() {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const schema::Snapshot> snapshot = schema::Snapshot::refresh(state_->shared_snapshot());
    const bool is_new = snapshot != state_->shared_snapshot();
    if (is_new) state_ = std::make_shared<const State>(std::move(snapshot), state_.get());
    return {state_, is_new};
  }

  void log_state(const char* what, const State& state) const {
    log(LogLevel::info, [&] { return what + (", with " + std::to_string(state.snapshot().articles())) + " articles"; });
  }

  const std::string directory_;
  const OnLog on_log_;
  std::mutex mutex_;
  std::shared_ptr<const State> state_;
  std::uint64_t refreshed_ = state_->snapshot().commit();
};

namespace {

class Stopwatch {
 public:
  double milliseconds() const { return std::chrono::duration<double, std::milli>(Clock::now() - start_).count(); }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

}  // namespace

Archive Archive::open(const std::filesystem::path& directory, ArchiveOptions options) {
  const searcher::InsideSearch inside;
  return Archive(std::make_unique<Impl>(directory, std::move(options.on_log)));
}

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

SearchAnswer Archive::search(const SearchRequest& request) const {
  const Stopwatch watch;
  searcher::Analyzers::Lease analyzer(impl_->analyzers);
  SearchAnswer answer = impl_->with_state("searching", [&](const State& state) {
    SearchAnswer found = searcher::search(state, *analyzer, request);
    found.suggestion = searcher::spelling_suggestion(state, *analyzer, impl_->lists.of(state), found);
    return found;
  });
  answer.took_ms = watch.milliseconds();
  impl_->log_answer(answer);
  return answer;
}

SearchAnswer Archive::for_each_hit(const SearchRequest& request, const std::function<bool(const Hit&)>& each) const {
  const Stopwatch watch;
  SearchRequest whole = request;
  whole.limit = std::numeric_limits<std::size_t>::max();
  searcher::Analyzers::Lease analyzer(impl_->analyzers);
  SearchAnswer answer = impl_->stream("searching", [&](const State& state, const auto& began) {
    const auto hand_out = [&](const Hit& hit) { return began(), each(hit); };
    return searcher::for_each_hit(state, *analyzer, whole, hand_out);
  });
  answer.took_ms = watch.milliseconds();
  impl_->log_answer(answer);
  return answer;
}

QuoteAnswer Archive::quotes(const QuoteRequest& request) const {
  const Stopwatch watch;
  searcher::Analyzers::Lease analyzer(impl_->analyzers);
  QuoteAnswer answer = impl_->with_state(
      "looking for quotations", [&](const State& state) { return searcher::quotes(state, *analyzer, request); });
  answer.took_ms = watch.milliseconds();
  impl_->log_answer(answer);
  return answer;
}

std::optional<SearchAnswer> Archive::similar(const SimilarRequest& request) const {
  const Stopwatch watch;
  searcher::Analyzers::Lease analyzer(impl_->analyzers);
  std::optional<SearchAnswer> answer = impl_->with_state(
      "looking for similar articles", [&](const State& state) { return searcher::similar(state, *analyzer, request); });
  if (!answer) return answer;
  answer->took_ms = watch.milliseconds();
  impl_->log_answer(*answer);
  return answer;
}

std::vector<Suggestion> Archive::suggest(const SuggestRequest& request) const {
  searcher::Analyzers::Lease analyzer(impl_->analyzers);
  return impl_->with_state("completing a text", [&](const State& state) {
    return searcher::suggest(state, *analyzer, impl_->lists.of(state), request);
  });
}

std::optional<Article> Archive::show(std::string_view id) const {
  return impl_->with_state("reading an article", [&](const State& state) { return searcher::show(state, id); });
}

std::vector<SpeakerEntry> Archive::speakers(std::string_view prefix, std::size_t limit) const {
  return impl_->with_state("listing speakers",
                           [&](const State& state) { return searcher::speakers(state, prefix, limit); });
}

std::vector<SpeakerPair> Archive::unsure_speakers(std::size_t limit) const {
  return impl_->with_state("comparing speakers",
                           [&](const State& state) { return searcher::unsure_speakers(state, limit); });
}

void Archive::for_each(const std::function<bool(const Article&)>& each) const {
  impl_->stream("reading articles", [&](const State& state, const auto& began) {
    searcher::for_each_article(state, [&](const Article& article) { return began(), each(article); });
  });
}

std::vector<IndexPart> Archive::index_parts() const {
  return impl_->with_state("measuring the index", [&](const State& state) { return searcher::index_parts(state); });
}

bool Archive::refresh() const { return impl_->refresh(); }

ArchiveStats Archive::stats() const {
  return impl_->with_state("measuring the archive", [&](const State& state) { return searcher::stats(state); });
}

}  // namespace dateline
