// The C interface: the same library for C and for every language that can call C.
//
//   dateline_archive *archive = NULL;
//   char *answer = NULL;
//   dateline_error *error = NULL;
//   if (dateline_archive_open("news.dateline", &archive, &error) == DATELINE_OK &&
//       dateline_archive_search(archive, "{\"query\": \"restraint speaker:peskov\"}", NULL, &answer, &error) ==
//       DATELINE_OK)
//     puts(answer);
//   else
//     fprintf(stderr, "%s\n%s\n", dateline_error_message(error), dateline_error_remedy(error));
//   dateline_string_free(answer);
//   dateline_error_free(error);
//   dateline_archive_close(archive);
//
// Text is UTF-8 and ends with a NUL. What goes in beyond a name is an object of JSON, what comes out is the JSON that
// the command prints (docs/JSON.md).
//
// Who frees what: the caller frees each `char *` that it was given with dateline_string_free, each error with
// dateline_error_free, and closes each handle once. All of these take NULL. What the caller passes in is the caller's
// and is needed only during the call; the context of callbacks is needed as long as what they were given to. What a
// callback is given lives until it returns.
//
// Errors: a function that can fail returns a code and takes the place for an error last, which may be NULL. On failure
// it makes an error there and sets its other results to NULL or 0; on success it sets the error to NULL. What is
// expected is no error: an article that is not there is a NULL, a search without hits an empty answer. No exception of
// C++ leaves, and none may come out of a callback.
//
// Threads: any number of threads may use one archive at the same time. An indexer is used by one thread at a time.
// After fork() the child opens its own archives.
//
// Versions: dateline_abi_version() is DATELINE_ABI_VERSION of the library that was found. It changes only when a
// program that was built before would break; new functions, codes, and members of JSON may come without that.
#pragma once

#include <stddef.h>

#include "dateline/export.hpp"

#ifdef __cplusplus
extern "C" {
#endif

// Of this header.
#define DATELINE_ABI_VERSION 1

// The DATELINE_ABI_VERSION of the library that runs.
DATELINE_API int dateline_abi_version(void);
// Of the library that runs: "0.1.0". Never freed.
DATELINE_API const char* dateline_version(void);

// What became of a call. Codes are never renumbered.
typedef enum dateline_code {
  DATELINE_OK = 0,                // all went well
  DATELINE_ARCHIVE_MISSING = 1,   // no archive at that path
  DATELINE_ARCHIVE_FOREIGN = 2,   // something is there, but it is no archive of ours
  DATELINE_FORMAT_UNKNOWN = 3,    // written by a version with a format or feature that this one does not know
  DATELINE_ARCHIVE_DAMAGED = 4,   // a file is missing or does not match its checksum
  DATELINE_ARCHIVE_LOCKED = 5,    // another process or thread is writing
  DATELINE_INPUT_UNREADABLE = 6,  // a file or folder could not be read at all
  DATELINE_INVALID_REQUEST = 7,   // no JSON, a member that is not known, a value out of its range
  DATELINE_IO_FAILURE = 8,        // the system refused a read or a write: disk full, permission, ...
  DATELINE_CANCELLED = 9,         // a callback, a dateline_stop or a time limit ended it
  DATELINE_OUT_OF_MEMORY = 10,    // the system gave none
  DATELINE_BUG = 11               // anything else: please report it
} dateline_code;

// "archive_missing"; "unknown" for what is no code. Never freed.
DATELINE_API const char* dateline_code_name(dateline_code code);

// What went wrong: one sentence that names the culprit, and what to do about it (may be empty).
typedef struct dateline_error dateline_error;
// The code that the call returned.
DATELINE_API dateline_code dateline_error_code(const dateline_error* error);
// What happened; lives as long as the error. Of NULL: "".
DATELINE_API const char* dateline_error_message(const dateline_error* error);
// What to do about it; lives as long as the error. Of NULL: "".
DATELINE_API const char* dateline_error_remedy(const dateline_error* error);
// Frees an error.
DATELINE_API void dateline_error_free(dateline_error* error);

// Frees text that a function gave.
DATELINE_API void dateline_string_free(char* text);

// A switch that ends searches from another thread. It stays switched on; any number of calls may look at it.
typedef struct dateline_stop dateline_stop;
// NULL when there is no memory.
DATELINE_API dateline_stop* dateline_stop_new(void);
// Calls that look at it end with DATELINE_CANCELLED soon. From any thread.
DATELINE_API void dateline_stop_now(dateline_stop* stop);
// When no call looks at it any more.
DATELINE_API void dateline_stop_free(dateline_stop* stop);

// Who wants to know how a long work goes on. Members may be NULL; one that is { NULL } at first has none. Each is
// called while a call of the program's goes on, perhaps on another thread than that of the call, but by an indexer and
// by maintenance never twice at the same time.
typedef struct dateline_watch {
  void* context;  // passed on to all
  // The outcome of one input or article: "input", "id", "outcome", "reason".
  void (*report)(void* context, const char* entry);
  // Now and then: "articles", "bytes", "inputs_done", "inputs_total", "bytes_total" (both 0 while not known), "stage".
  // Returns 0 to cancel.
  int (*progress)(void* context, const char* progress);
  // What a program may want in its log: "level" ("debug", "info" or "warning") and "message".
  void (*log)(void* context, const char* entry);
} dateline_watch;

// Searching

// An archive opened for searching. Each call answers on the archive as it stood when the call began; committing and
// reindexing elsewhere disturb none.
typedef struct dateline_archive dateline_archive;
// Opens the archive in that directory.
DATELINE_API dateline_code dateline_archive_open(const char* directory, dateline_archive** archive,
                                                 dateline_error** error);
// The same with a `watch` (may be NULL), of which `log` is called: on the thread that uses the archive, so on several
// at once when several do. Its context must outlive the archive.
DATELINE_API dateline_code dateline_archive_open_watched(const char* directory, const dateline_watch* watch,
                                                         dateline_archive** archive, dateline_error** error);
// When no call uses it any more. Answers stay.
DATELINE_API void dateline_archive_close(dateline_archive* archive);
// Takes up what was committed since, as every call does before it begins. `changed` (may be NULL): 1 when there was
// anything since the last refresh, which is when answers that were kept may be old.
DATELINE_API dateline_code dateline_archive_refresh(const dateline_archive* archive, int* changed,
                                                    dateline_error** error);

// The members of requests, all optional, are those of the structures in dateline/search.hpp and suggest.hpp, by the
// same names; enumerators are strings as the command takes them ("newest", "all", "speaker"). Besides: `cite` (true: a
// citation with each hit, quotation or article) and `time_limit_ms` (a number; DATELINE_CANCELLED when it is over). A
// request of NULL is one of "{}". `stop` may be NULL.

// SearchRequest -> an answer, with facets when asked for.
DATELINE_API dateline_code dateline_archive_search(const dateline_archive* archive, const char* request,
                                                   const dateline_stop* stop, char** answer, dateline_error** error);
// QuoteRequest -> quotations.
DATELINE_API dateline_code dateline_archive_quotes(const dateline_archive* archive, const char* request,
                                                   const dateline_stop* stop, char** answer, dateline_error** error);
// SimilarRequest -> an answer; NULL when there is no article with that id.
DATELINE_API dateline_code dateline_archive_similar(const dateline_archive* archive, const char* request,
                                                    const dateline_stop* stop, char** answer, dateline_error** error);
// SuggestRequest -> completions.
DATELINE_API dateline_code dateline_archive_suggest(const dateline_archive* archive, const char* request, char** answer,
                                                    dateline_error** error);
// {"prefix": "pes", "limit": 100} -> speakers.
DATELINE_API dateline_code dateline_archive_speakers(const dateline_archive* archive, const char* request,
                                                     char** answer, dateline_error** error);
// {"limit": 100} -> pairs of speakers who are perhaps one, as `speakers --unsure` prints them.
DATELINE_API dateline_code dateline_archive_unsure_speakers(const dateline_archive* archive, const char* request,
                                                            char** answer, dateline_error** error);
// An article by the id that answers have; NULL when there is none.
DATELINE_API dateline_code dateline_archive_show(const dateline_archive* archive, const char* id, char** article,
                                                 dateline_error** error);
// Figures of the archive.
DATELINE_API dateline_code dateline_archive_stats(const dateline_archive* archive, char** stats,
                                                  dateline_error** error);
// {"format": 1, "index_parts": [...]}: what each part of the index takes on disk. Reads all of it.
DATELINE_API dateline_code dateline_archive_index_parts(const dateline_archive* archive, char** parts,
                                                        dateline_error** error);

// Called with one object of JSON; returns 0 to end, another number to go on.
typedef int (*dateline_each)(void* context, const char* object);
// Every hit that a search with this request and a limit without end would list, one after the other, without holding
// them; on the thread that calls, and all on one state of the archive. `answer` (may be NULL): the answer without hits.
DATELINE_API dateline_code dateline_archive_for_each_hit(const dateline_archive* archive, const char* request,
                                                         const dateline_stop* stop, dateline_each each, void* context,
                                                         char** answer, dateline_error** error);
// Every article, in a stable order, as `export` prints it: what an index made of these lines is the same archive.
DATELINE_API dateline_code dateline_archive_for_each_article(const dateline_archive* archive, dateline_each each,
                                                             void* context, dateline_error** error);

// Writing

// An archive opened for writing. While it is open a second one for the same archive is DATELINE_ARCHIVE_LOCKED.
typedef struct dateline_indexer dateline_indexer;
// Opens the archive, or makes one. `options`: an object with the members of IndexOptions in dateline/indexer.hpp; NULL:
// none. `watch` may be NULL; what it points to is copied, and its context must outlive the indexer.
DATELINE_API dateline_code dateline_indexer_open(const char* directory, const char* options,
                                                 const dateline_watch* watch, dateline_indexer** indexer,
                                                 dateline_error** error);
// Closes it. What was added since the last commit is dropped. Waits for the merging of small segments that goes on
// behind commits once in a while, which may take seconds.
DATELINE_API void dateline_indexer_close(dateline_indexer* indexer);
// An article that the program has as fields, stored as given: an object as dateline_archive_show gives it. `body` has
// paragraphs separated by a blank line; `speakers` may be names; a quotation without `start` and `end` is looked for in
// the body. Members that are not known become `extra` and come back. What dateline finds out itself (`languages`,
// `removed`, `evidence`, `path`) is not taken. `id` (may be NULL): the id that the article has now.
DATELINE_API dateline_code dateline_indexer_add(dateline_indexer* indexer, const char* article, char** id,
                                                dateline_error** error);
// A scraped document (or many: a feed, a JSONL file), read as a file would be. `hints`: an object with `name` (stands
// for its path), `input`, `source`, `language`, as the command takes them; NULL: none. `report` (may be NULL):
// {"format": 1, "entries": [...]}, one an article.
DATELINE_API dateline_code dateline_indexer_add_raw(dateline_indexer* indexer, const void* bytes, size_t size,
                                                    const char* hints, char** report, dateline_error** error);
// Files and folders: an array of strings. Commits. `summary` (may be NULL): as `index --json` prints it.
DATELINE_API dateline_code dateline_indexer_add_paths(dateline_indexer* indexer, const char* paths, char** summary,
                                                      dateline_error** error);
// `removed` (may be NULL): 1 when there was such an article.
DATELINE_API dateline_code dateline_indexer_remove(dateline_indexer* indexer, const char* id, int* removed,
                                                   dateline_error** error);
// Makes everything since the last commit visible and durable.
DATELINE_API dateline_code dateline_indexer_commit(dateline_indexer* indexer, dateline_error** error);

// Looking at inputs, without an archive

// What an input would become: {"format": 1, "articles": [...], "rejected": [...]}, articles as dateline_archive_show
// gives them and rejections as a watch's `report` is told. `name` (may be NULL) stands for its path; `options` as
// above.
DATELINE_API dateline_code dateline_inspect(const void* bytes, size_t size, const char* name, const char* options,
                                            char** answer, dateline_error** error);
// The formats that `input` names: {"format": 1, "formats": [{"name", "meaning"}, ...]}.
DATELINE_API dateline_code dateline_input_formats(char** formats, dateline_error** error);

// Maintenance. `options`, `watch` and `summary` as above.

// Builds the archive anew beside the live one and swaps it in. `paths`: an array of strings; NULL: what was recorded.
DATELINE_API dateline_code dateline_reindex(const char* directory, const char* paths, const char* options,
                                            const dateline_watch* watch, char** summary, dateline_error** error);
// What that would change, without writing: `summary` counts, its `notes` and the watch's `report` say what.
DATELINE_API dateline_code dateline_rehearse_reindex(const char* directory, const char* paths, const char* options,
                                                     const dateline_watch* watch, char** summary,
                                                     dateline_error** error);
// Makes the archive before the last reindex live again.
DATELINE_API dateline_code dateline_rollback(const char* directory, dateline_error** error);
// Rewrites the archive as one segment without what was replaced or removed. `options`: {"drop_previous": false,
// "threads": 0}, with `drop_previous` there is no way back before the last reindex; NULL: none. `summary`: as `compact
// --json` prints it.
DATELINE_API dateline_code dateline_compact(const char* directory, const char* options, char** summary,
                                            dateline_error** error);
// Compares every file with its checksum; changes nothing. `watch` (may be NULL): its `progress` is called. `report`: as
// `check --json` prints it.
DATELINE_API dateline_code dateline_check(const char* directory, const dateline_watch* watch, char** report,
                                          dateline_error** error);
// The same, and mends what can be mended. `report`: as `check --repair --json` prints it.
DATELINE_API dateline_code dateline_repair(const char* directory, const dateline_watch* watch, char** report,
                                           dateline_error** error);

#ifdef __cplusplus
}
#endif
