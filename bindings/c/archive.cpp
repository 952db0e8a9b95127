// Searching from C.
#include "dateline/archive.hpp"

#include <atomic>
#include <functional>

#include "bindings/c/boundary.hpp"
#include "bindings/c/requests.hpp"
#include "bindings/c/watching.hpp"
#include "json/answers.hpp"

struct dateline_archive {
  dateline::Archive archive;
};

struct dateline_stop {
  std::atomic<bool> is_on{false};
};

using namespace dateline;
using namespace dateline::c;

namespace {

StopCheck check_of(const dateline_stop* stop) {
  if (!stop) return {};
  return [stop] { return stop->is_on.load(std::memory_order_relaxed); };
}

// Runs `work(archive)`, which returns an answer as JSON, or nothing.
template <class Work>
dateline_code answered(const dateline_archive* archive, char** answer, dateline_error** error, Work&& work) {
  clear(answer);
  return guarded(error, [&] {
    const std::optional<std::string> text = work(needed(archive, "archive")->archive);
    if (text) hand_out(*text, needed(answer, "answer"));
  });
}

}  // namespace

dateline_stop* dateline_stop_new(void) { return new (std::nothrow) dateline_stop; }

void dateline_stop_now(dateline_stop* stop) {
  if (stop) stop->is_on.store(true, std::memory_order_relaxed);
}

void dateline_stop_free(dateline_stop* stop) { delete stop; }

dateline_code dateline_archive_open(const char* directory, dateline_archive** archive, dateline_error** error) {
  return dateline_archive_open_watched(directory, nullptr, archive, error);
}

dateline_code dateline_archive_open_watched(const char* directory, const dateline_watch* watch,
                                            dateline_archive** archive, dateline_error** error) {
  clear(archive);
  return guarded(error, [&] {
    const ArchiveOptions options{.on_log = log_of(watch)};
    *needed(archive, "archive") = new dateline_archive{Archive::open(needed(directory, "directory"), options)};
  });
}

void dateline_archive_close(dateline_archive* archive) { delete archive; }

dateline_code dateline_archive_refresh(const dateline_archive* archive, int* changed, dateline_error** error) {
  clear(changed);
  return guarded(error, [&] {
    const bool is_news = needed(archive, "archive")->archive.refresh();
    if (changed) *changed = is_news ? 1 : 0;
  });
}

dateline_code dateline_archive_search(const dateline_archive* archive, const char* request, const dateline_stop* stop,
                                      char** answer, dateline_error** error) {
  return answered(archive, answer, error, [&](const Archive& opened) {
    const auto asked = search_request(request, check_of(stop));
    return json::to_json(opened.search(asked.request), json::Layout::compact, std::nullopt, asked.cite);
  });
}

dateline_code dateline_archive_quotes(const dateline_archive* archive, const char* request, const dateline_stop* stop,
                                      char** answer, dateline_error** error) {
  return answered(archive, answer, error, [&](const Archive& opened) {
    const auto asked = quote_request(request, check_of(stop));
    return json::to_json(opened.quotes(asked.request), json::Layout::compact, asked.cite);
  });
}

dateline_code dateline_archive_similar(const dateline_archive* archive, const char* request, const dateline_stop* stop,
                                       char** answer, dateline_error** error) {
  return answered(archive, answer, error, [&](const Archive& opened) -> std::optional<std::string> {
    const auto asked = similar_request(request, check_of(stop));
    const auto found = opened.similar(asked.request);
    if (!found) return std::nullopt;
    return json::to_json(*found, json::Layout::compact, std::nullopt, asked.cite);
  });
}

dateline_code dateline_archive_suggest(const dateline_archive* archive, const char* request, char** answer,
                                       dateline_error** error) {
  return answered(archive, answer, error, [&](const Archive& opened) {
    const SuggestRequest asked = suggest_request(request);
    return json::suggestions_to_json(asked.text, opened.suggest(asked));
  });
}

dateline_code dateline_archive_speakers(const dateline_archive* archive, const char* request, char** answer,
                                        dateline_error** error) {
  return answered(archive, answer, error, [&](const Archive& opened) {
    const SpeakersRequest asked = speakers_request(request);
    return json::to_json(opened.speakers(asked.prefix, asked.limit));
  });
}

dateline_code dateline_archive_unsure_speakers(const dateline_archive* archive, const char* request, char** answer,
                                               dateline_error** error) {
  return answered(archive, answer, error, [&](const Archive& opened) {
    return json::to_json(opened.unsure_speakers(unsure_speakers_request(request).limit));
  });
}

dateline_code dateline_archive_show(const dateline_archive* archive, const char* id, char** article,
                                    dateline_error** error) {
  return answered(archive, article, error, [&](const Archive& opened) -> std::optional<std::string> {
    const auto found = opened.show(needed(id, "id"));
    if (!found) return std::nullopt;
    return json::to_json(*found);
  });
}

dateline_code dateline_archive_stats(const dateline_archive* archive, char** stats, dateline_error** error) {
  return answered(archive, stats, error, [](const Archive& opened) { return json::to_json(opened.stats()); });
}

dateline_code dateline_archive_index_parts(const dateline_archive* archive, char** parts, dateline_error** error) {
  return answered(archive, parts, error, [](const Archive& opened) { return json::to_json(opened.index_parts()); });
}

dateline_code dateline_archive_for_each_hit(const dateline_archive* archive, const char* request,
                                            const dateline_stop* stop, dateline_each each, void* context, char** answer,
                                            dateline_error** error) {
  clear(answer);
  return guarded(error, [&] {
    const auto asked = search_request(request, check_of(stop));
    const auto hand_on = [&](const Hit& hit) { return each(context, json::hit_to_json(hit, asked.cite).c_str()) != 0; };
    needed(each, "each");
    const SearchAnswer rest = needed(archive, "archive")->archive.for_each_hit(asked.request, hand_on);
    hand_out(json::to_json(rest), answer);
  });
}

dateline_code dateline_archive_for_each_article(const dateline_archive* archive, dateline_each each, void* context,
                                                dateline_error** error) {
  return guarded(error, [&] {
    needed(each, "each");
    needed(archive, "archive")->archive.for_each([&](const Article& article) {
      return each(context, json::export_to_json(article).c_str()) != 0;
    });
  });
}
