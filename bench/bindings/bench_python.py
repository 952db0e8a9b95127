"""What a search through Python costs beyond the same search through C, whose answer is not looked at: processor time, the
median of many, in turns.

    DATELINE_LIBRARY=... PYTHONPATH=bindings/python python3 bench/bindings/bench_python.py ARCHIVE [QUERY]
"""

import ctypes
import json
import statistics
import sys
import time

import dateline
from dateline._library import library

TIMES = 3000


def microseconds(work):
    begin = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - begin) / 1000


def main():
    query = sys.argv[2] if len(sys.argv) > 2 else "tanker"
    archive = dateline.Archive(sys.argv[1])
    request = json.dumps({"query": query}).encode()
    place, error = ctypes.c_void_p(), ctypes.c_void_p()
    by_c, by_python = [], []
    with archive._handle as pointer:

        def search_in_c():
            library.dateline_archive_search(pointer, request, None, ctypes.byref(place), ctypes.byref(error))
            library.dateline_string_free(place)

        for _ in range(TIMES):
            by_c.append(microseconds(search_in_c))
            by_python.append(microseconds(lambda: archive.search(query)))
    c, python = statistics.median(by_c), statistics.median(by_python)
    print(f"C {c:.0f} us, Python {python:.0f} us: {python - c:.0f} us more")


main()
