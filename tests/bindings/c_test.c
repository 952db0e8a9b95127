// The C interface as a program of C11 uses it: writes an archive in the folder that it is given, and searches there.
#include <dateline/dateline.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(claim)                                                      \
  do {                                                                    \
    if (!(claim)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #claim); \
      ++failures;                                                         \
    }                                                                     \
  } while (0)

static dateline_error* error = NULL;

// Whether the call went well; tells what went wrong.
static int ok(dateline_code code) {
  if (code == DATELINE_OK) return error == NULL;
  fprintf(stderr, "%s: %s %s\n", dateline_code_name(code), dateline_error_message(error), dateline_error_remedy(error));
  dateline_error_free(error);
  error = NULL;
  return 0;
}

// Whether the call failed so, with a sentence.
static int failed(dateline_code code, dateline_code expected) {
  const int as_expected = code == expected && error != NULL && dateline_error_code(error) == expected &&
                          strlen(dateline_error_message(error)) > 0;
  if (!as_expected) fprintf(stderr, "%s: %s\n", dateline_code_name(code), dateline_error_message(error));
  dateline_error_free(error);
  error = NULL;
  return as_expected;
}

static int has(const char* text, const char* part) { return text != NULL && strstr(text, part) != NULL; }

// Whether the answer has the part; frees it.
static int gave(char* text, const char* part) {
  const int there = has(text, part);
  if (!there) fprintf(stderr, "no %s in %s\n", part, text ? text : "NULL");
  dateline_string_free(text);
  return there;
}

struct seen {
  int objects, most, reports, logged, warnings;
};

static int count(void* context, const char* object) {
  struct seen* seen = context;
  CHECK(has(object, "\"format\":1"));
  return ++seen->objects < seen->most;
}

static void report(void* context, const char* entry) {
  struct seen* seen = context;
  CHECK(has(entry, "\"outcome\":"));
  ++seen->reports;
}

static void note(void* context, const char* entry) {
  struct seen* seen = context;
  CHECK(has(entry, "\"message\":\""));
  ++seen->logged;
  if (has(entry, "\"level\":\"warning\"")) ++seen->warnings;
}

static int go_on(void* context, const char* progress) {
  struct seen* seen = context;
  CHECK(has(progress, "\"bytes_total\":"));
  ++seen->objects;
  return 1;
}

static int cancel(void* context, const char* progress) {
  (void)context;
  CHECK(has(progress, "\"stage\":"));
  return 0;
}

static void test_versions(void) {
  CHECK(dateline_abi_version() == DATELINE_ABI_VERSION);
  CHECK(strchr(dateline_version(), '.') != NULL);
  CHECK(strcmp(dateline_code_name(DATELINE_ARCHIVE_LOCKED), "archive_locked") == 0);
  CHECK(strcmp(dateline_code_name((dateline_code)99), "unknown") == 0);
}

static void test_nothing_is_freed(void) {
  dateline_string_free(NULL);
  dateline_error_free(NULL);
  dateline_archive_close(NULL);
  dateline_indexer_close(NULL);
  dateline_stop_free(NULL);
  dateline_stop_now(NULL);
  CHECK(dateline_error_code(NULL) == DATELINE_OK);
  CHECK(strcmp(dateline_error_message(NULL), "") == 0);
}

static const char* const harbour =
    "{\"id\": \"h1\", \"title\": \"Harbour reopens after storm\", \"date\": \"2024-06-18\", \"updated\": "
    "\"2024-06-19\","
    " \"sources\": [\"Harbour Ledger\"], \"language\": \"en\", \"speakers\": [\"Ada Kowal\"],"
    " \"body\": \"The harbour reopened on Monday.\\n\\n\\\"We waited two days,\\\" said Ada Kowal.\","
    " \"quotes\": [{\"text\": \"We waited two days,\", \"speaker\": \"Ada Kowal\"}],"
    " \"desk\": {\"name\": \"coast\", \"big\": 123456789012345678901234567890}}";

static void test_writing(const char* folder) {
  struct seen seen = {0};
  const dateline_watch watch = {&seen, report, NULL, note};
  dateline_indexer *indexer = NULL, *second = NULL;
  char* text = NULL;
  int removed = -1;
  CHECK(ok(dateline_indexer_open(folder, "{\"threads\": 1}", &watch, &indexer, &error)));
  CHECK(failed(dateline_indexer_open(folder, NULL, NULL, &second, &error), DATELINE_ARCHIVE_LOCKED));
  CHECK(second == NULL);

  CHECK(ok(dateline_indexer_add(indexer, harbour, &text, &error)));
  CHECK(gave(text, "h1"));
  CHECK(ok(dateline_indexer_add(indexer, "{\"id\": \"h2\", \"title\": \"Ferry\", \"body\": \"Ferries wait.\"}", NULL,
                                &error)));
  CHECK(ok(dateline_indexer_remove(indexer, "h2", &removed, &error)));
  CHECK(removed == 1);
  CHECK(ok(dateline_indexer_remove(indexer, "no such", &removed, &error)));
  CHECK(removed == 0);

  const char* page =
      "Storm closes the strait\n\nPilots stayed ashore on Sunday as the wind rose, the port authority said in a "
      "statement.\n";
  CHECK(ok(dateline_indexer_add_raw(indexer, page, strlen(page), "{\"name\": \"storm.txt\", \"source\": \"Tide\"}",
                                    &text, &error)));
  CHECK(gave(text, "\"outcome\":\"added\""));

  CHECK(failed(dateline_indexer_add(indexer, "{\"title\": 7}", NULL, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_indexer_add(indexer, "{\"date\": \"yesterday\", \"body\": \"x\"}", NULL, &error),
               DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_indexer_add(indexer, "{\"body\": \"x\", \"quotes\": [{\"text\": \"y\"}]}", NULL, &error),
               DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_indexer_add(indexer, "{\"id\": \"empty\"}", NULL, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_indexer_add(indexer, "[1", NULL, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_indexer_add_paths(indexer, "{}", NULL, &error), DATELINE_INVALID_REQUEST));
  CHECK(ok(dateline_indexer_add_paths(indexer, "[\"/no/such/file\"]", &text, &error)));
  CHECK(gave(text, "\"rejected\":1"));
  CHECK(seen.reports == 1);
  CHECK(seen.warnings == 1);
  CHECK(seen.logged > 2);
  CHECK(ok(dateline_indexer_commit(indexer, &error)));
  dateline_indexer_close(indexer);
  CHECK(failed(dateline_indexer_open(folder, "{\"treads\": 1}", NULL, &indexer, &error), DATELINE_INVALID_REQUEST));
}

static void test_searching(const char* folder) {
  dateline_archive* archive = NULL;
  char* text = NULL;
  struct seen seen = {.most = 1};
  CHECK(failed(dateline_archive_open("/no/such/archive", &archive, &error), DATELINE_ARCHIVE_MISSING));
  CHECK(ok(dateline_archive_open(folder, &archive, &error)));

  CHECK(ok(dateline_archive_search(archive, "{\"query\": \"harbours\", \"facets\": [\"source\"], \"cite\": true}", NULL,
                                   &text, &error)));
  CHECK(has(text, "\"id\":\"h1\""));
  CHECK(has(text, "\"facets\":{\"source\":[{\"value\":\"Harbour Ledger\",\"count\":1}]}"));
  CHECK(gave(text, "\"citation\":"));
  CHECK(ok(dateline_archive_search(archive, NULL, NULL, &text, &error)));
  CHECK(gave(text, "\"articles\":2"));
  CHECK(failed(dateline_archive_search(archive, "{\"limit\": -1}", NULL, &text, &error), DATELINE_INVALID_REQUEST));
  CHECK(text == NULL);
  CHECK(
      failed(dateline_archive_search(archive, "{\"sort\": \"best\"}", NULL, &text, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_archive_search(archive, "{\"qeury\": \"x\"}", NULL, &text, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_archive_search(NULL, NULL, NULL, &text, &error), DATELINE_INVALID_REQUEST));
  CHECK(dateline_archive_search(archive, "{", NULL, &text, NULL) == DATELINE_INVALID_REQUEST);

  dateline_stop* stop = dateline_stop_new();
  CHECK(ok(dateline_archive_search(archive, NULL, stop, &text, &error)));
  dateline_string_free(text);
  dateline_stop_now(stop);
  CHECK(failed(dateline_archive_search(archive, NULL, stop, &text, &error), DATELINE_CANCELLED));
  CHECK(failed(dateline_archive_quotes(archive, NULL, stop, &text, &error), DATELINE_CANCELLED));
  dateline_stop_free(stop);
  CHECK(failed(dateline_archive_search(archive, "{\"time_limit_ms\": 0}", NULL, &text, &error), DATELINE_CANCELLED));

  CHECK(ok(dateline_archive_quotes(archive, "{\"query\": \"waited\"}", NULL, &text, &error)));
  CHECK(gave(text, "\"speaker\":\"Ada Kowal\""));
  CHECK(ok(dateline_archive_similar(archive, "{\"id\": \"h1\"}", NULL, &text, &error)));
  CHECK(gave(text, "\"query\":\"h1\""));
  CHECK(ok(dateline_archive_similar(archive, "{\"id\": \"none\"}", NULL, &text, &error)));
  CHECK(text == NULL);
  CHECK(ok(dateline_archive_suggest(archive, "{\"text\": \"harb\"}", &text, &error)));
  CHECK(gave(text, "\"text\":\"harbour\""));
  CHECK(ok(dateline_archive_speakers(archive, "{\"prefix\": \"kow\"}", &text, &error)));
  CHECK(gave(text, "\"id\":\"ada-kowal\""));
  CHECK(ok(dateline_archive_show(archive, "h1", &text, &error)));
  CHECK(has(text, "\"desk\":{\"name\":\"coast\""));
  CHECK(gave(text, "\"updated\":\"2024-06-19\""));
  CHECK(ok(dateline_archive_show(archive, "h2", &text, &error)));
  CHECK(text == NULL);
  CHECK(ok(dateline_archive_stats(archive, &text, &error)));
  CHECK(gave(text, "\"articles\":2"));

  CHECK(ok(dateline_archive_for_each_hit(archive, NULL, NULL, count, &seen, &text, &error)));
  CHECK(seen.objects == 1);
  CHECK(gave(text, "\"total\":2"));
  seen.most = 1000;
  CHECK(ok(dateline_archive_for_each_article(archive, count, &seen, &error)));
  CHECK(seen.objects == 3);
  CHECK(failed(dateline_archive_for_each_hit(archive, NULL, NULL, NULL, NULL, NULL, &error), DATELINE_INVALID_REQUEST));
  dateline_archive_close(archive);
}

static void test_maintenance(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_indexer* indexer = NULL;
  const dateline_watch impatient = {NULL, NULL, cancel, NULL};
  char* text = NULL;
  int changed = -1;
  CHECK(ok(dateline_archive_open(folder, &archive, &error)));
  CHECK(ok(dateline_archive_refresh(archive, &changed, &error)));
  CHECK(changed == 0);
  CHECK(failed(dateline_reindex(folder, NULL, NULL, &impatient, &text, &error), DATELINE_CANCELLED));
  CHECK(ok(dateline_reindex(folder, NULL, NULL, NULL, &text, &error)));
  CHECK(gave(text, "\"articles\":2"));
  CHECK(ok(dateline_archive_refresh(archive, &changed, &error)));
  CHECK(changed == 1);
  CHECK(ok(dateline_rollback(folder, &error)));
  CHECK(ok(dateline_check(folder, NULL, &text, &error)));
  CHECK(gave(text, "\"sound\":true"));
  CHECK(failed(dateline_rollback("/no/such/archive", &error), DATELINE_ARCHIVE_MISSING));
  CHECK(ok(dateline_archive_search(archive, "{\"query\": \"harbour\"}", NULL, &text, &error)));
  CHECK(gave(text, "\"total\":1"));

  CHECK(ok(dateline_indexer_open(folder, NULL, NULL, &indexer, &error)));
  CHECK(ok(dateline_indexer_add(indexer, "{\"body\": \"Dropped without a commit.\"}", NULL, &error)));
  dateline_indexer_close(indexer);
  CHECK(ok(dateline_archive_refresh(archive, &changed, &error)));
  dateline_archive_close(archive);
}

static void test_inputs(void) {
  const char* page = "Storm closes the strait\n\nPilots stayed ashore on Sunday as the wind rose, officials said.\n";
  char* text = NULL;
  CHECK(ok(dateline_inspect(page, strlen(page), "storm.txt", "{\"source\": \"Tide\"}", &text, &error)));
  CHECK(has(text, "\"rejected\":[]"));
  CHECK(has(text, "\"path\":\"storm.txt\""));
  CHECK(gave(text, "\"articles\":[{\"format\":1,"));
  CHECK(ok(dateline_inspect("", 0, NULL, NULL, &text, &error)));
  CHECK(gave(text, "\"outcome\":\"rejected\""));
  CHECK(failed(dateline_inspect(page, strlen(page), NULL, "{\"input\": \"tape\"}", &text, &error),
               DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_inspect(NULL, 1, NULL, NULL, &text, &error), DATELINE_INVALID_REQUEST));
  CHECK(ok(dateline_input_formats(&text, &error)));
  CHECK(gave(text, "\"name\":\"jsonl\""));
}

static void test_logging(const char* folder) {
  struct seen seen = {0};
  const dateline_watch watch = {&seen, NULL, NULL, note};
  dateline_archive* archive = NULL;
  char* text = NULL;
  CHECK(ok(dateline_archive_open_watched(folder, &watch, &archive, &error)));
  CHECK(seen.logged == 1);
  CHECK(ok(dateline_archive_search(archive, "{\"query\": \"harbour\"}", NULL, &text, &error)));
  CHECK(gave(text, "\"total\":1"));
  CHECK(seen.logged == 2 && seen.warnings == 0);
  dateline_archive_close(archive);
  CHECK(failed(dateline_archive_open_watched(NULL, &watch, &archive, &error), DATELINE_INVALID_REQUEST));
  CHECK(archive == NULL);
}

// A byte of a file is another.
static int spoil(const char* folder, const char* file) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, file);
  FILE* opened = fopen(path, "r+b");
  if (!opened) return 0;
  const int first = fgetc(opened);
  const int is_done = fseek(opened, 0, SEEK_SET) == 0 && fputc(first ^ 0x55, opened) != EOF;
  return fclose(opened) == 0 && is_done;
}

static void test_an_archive_as_a_whole(const char* folder) {
  struct seen seen = {0};
  const dateline_watch watch = {&seen, report, go_on, note}, impatient = {NULL, NULL, cancel, NULL};
  dateline_archive* archive = NULL;
  char* text = NULL;
  CHECK(ok(dateline_archive_open(folder, &archive, &error)));
  CHECK(ok(dateline_archive_index_parts(archive, &text, &error)));
  CHECK(gave(text, "\"bytes_of_positions\":"));
  CHECK(ok(dateline_archive_unsure_speakers(archive, "{\"limit\": 5}", &text, &error)));
  CHECK(gave(text, "\"pairs\":[]"));
  CHECK(failed(dateline_archive_unsure_speakers(archive, "{\"prefix\": \"a\"}", &text, &error),
               DATELINE_INVALID_REQUEST));

  CHECK(ok(dateline_rehearse_reindex(folder, NULL, NULL, &watch, &text, &error)));
  CHECK(gave(text, "\"unchanged\":2"));
  CHECK(ok(dateline_compact(folder, "{\"drop_previous\": true, \"threads\": 1}", &text, &error)));
  CHECK(gave(text, "\"bytes_after\":"));
  CHECK(failed(dateline_rollback(folder, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_compact(folder, "{\"drop\": true}", &text, &error), DATELINE_INVALID_REQUEST));
  CHECK(failed(dateline_compact("/no/such/archive", NULL, &text, &error), DATELINE_ARCHIVE_MISSING));
  CHECK(ok(dateline_reindex(folder, NULL, "{\"api_writer\": true}", NULL, &text, &error)));
  CHECK(gave(text, "\"articles\":2"));
  dateline_archive_close(archive);

  seen.objects = 0;
  CHECK(ok(dateline_check(folder, &watch, &text, &error)));
  CHECK(gave(text, "\"sound\":true"));
  CHECK(seen.objects > 0);
  CHECK(failed(dateline_check(folder, &impatient, &text, &error), DATELINE_CANCELLED));
  CHECK(spoil(folder, "MANIFEST"));
  CHECK(ok(dateline_repair(folder, &watch, &text, &error)));
  CHECK(has(text, "\"articles_lost\":0"));
  CHECK(has(text, "\"file\":\"MANIFEST\""));
  CHECK(gave(text, "\"sound\":true"));
  CHECK(ok(dateline_check(folder, NULL, &text, &error)));
  CHECK(gave(text, "\"damages\":[]"));
}

int main(int argc, char** argv) {
  if (argc != 2) return fprintf(stderr, "usage: c_test FOLDER\n"), 2;
  test_versions();
  test_nothing_is_freed();
  test_writing(argv[1]);
  test_searching(argv[1]);
  test_inputs();
  test_logging(argv[1]);
  test_maintenance(argv[1]);
  test_an_archive_as_a_whole(argv[1]);
  if (failures == 0) puts("all is well");
  return failures == 0 ? 0 : 1;
}
