// Searches an archive and prints the answer as JSON: cc main.c $(pkg-config --cflags --libs dateline) -o search
#include <dateline/dateline.h>
#include <stdio.h>

int main(int argc, char** argv) {
  if (argc != 3) return fprintf(stderr, "usage: search ARCHIVE REQUEST\n"), 2;
  dateline_archive* archive = NULL;
  dateline_error* error = NULL;
  char* answer = NULL;
  if (dateline_archive_open(argv[1], &archive, &error) == DATELINE_OK &&
      dateline_archive_search(archive, argv[2], NULL, &answer, &error) == DATELINE_OK)
    puts(answer);
  else
    fprintf(stderr, "%s. %s\n", dateline_error_message(error), dateline_error_remedy(error));
  const int status = error ? 1 : 0;
  dateline_string_free(answer);
  dateline_error_free(error);
  dateline_archive_close(archive);
  return status;
}
