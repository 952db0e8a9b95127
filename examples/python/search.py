"""Searches an archive: python3 search.py ARCHIVE QUERY"""

import sys

import dateline

if len(sys.argv) != 3:
    sys.exit("usage: search.py ARCHIVE QUERY")
try:
    with dateline.Archive(sys.argv[1]) as archive:
        answer = archive.search(sys.argv[2], facets=["speaker"])
        for hit in answer:
            print(hit.date, hit.title, hit.sources, sep="\t")
        for count in answer.facets["speaker"]:
            print(count.count, count.value or "unnamed", sep="\t")
except dateline.Error as error:
    sys.exit(str(error))
