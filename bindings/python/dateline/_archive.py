"""Searching."""

from __future__ import annotations

import ctypes
import json
import os
import queue
import threading
from types import TracebackType
from typing import Any, Callable, Iterator, Sequence

from . import _values
from ._library import EACH, REPORT, Handle, Relay, Watch, call, encoded, library, object_of, path_bytes
from ._values import (
    Article,
    Hit,
    IndexPart,
    LogEntry,
    QuoteAnswer,
    SearchAnswer,
    SpeakerEntry,
    SpeakerPair,
    Stats,
    Suggestion,
)


class Stop:
    """Ends searches from another thread: `stop.now()`. They raise Cancelled."""

    def __init__(self) -> None:
        pointer = library.dateline_stop_new()
        if not pointer:
            raise MemoryError
        self._pointer = pointer

    def now(self) -> None:
        library.dateline_stop_now(self._pointer)

    def __del__(self) -> None:
        if hasattr(self, "_pointer"):
            library.dateline_stop_free(self._pointer)


def _logging(on_log: Callable[[LogEntry], object]) -> Any:
    def called(_: int | None, text: bytes) -> None:
        on_log(_values.log_entry(json.loads(text)))

    return REPORT(called)


def _request(time_limit: float | None, members: dict[str, Any]) -> bytes:
    if time_limit is not None:
        members["time_limit_ms"] = max(0, round(time_limit * 1000))
    return encoded(members)


def _pointer_of(stop: Stop | None) -> int | None:
    return None if stop is None else stop._pointer


class Archive:
    """An archive opened for searching, by any number of threads. Each call answers on the archive as it stood when the
    call began. Calls take `stop` (a Stop) and `time_limit` (seconds), and raise Cancelled when either ends them.
    `on_log` is told what goes on, on the thread that searches; what it raises goes to sys.unraisablehook."""

    def __init__(
        self, directory: str | os.PathLike[str], *, on_log: Callable[[LogEntry], object] | None = None
    ) -> None:
        pointer = ctypes.c_void_p()
        self._watch = None if on_log is None else Watch(log=_logging(on_log))  # as long as C may call it
        watch = None if self._watch is None else ctypes.byref(self._watch)
        call(library.dateline_archive_open_watched, path_bytes(directory), watch, ctypes.byref(pointer))
        assert pointer.value is not None
        self._handle = Handle(pointer.value, library.dateline_archive_close, "archive")

    def close(self) -> None:
        """Calls of other threads that are under way end well. Answers stay."""
        if hasattr(self, "_handle"):
            self._handle.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def search(
        self, query: str = "", *, limit: int | None = None, offset: int | None = None, sort: str | None = None,
        recency: int | None = None, match: str | None = None, sources: Sequence[str] | None = None,
        speakers: Sequence[str] | None = None, languages: Sequence[str] | None = None, start: str | None = None,
        end: str | None = None, facets: Sequence[str] | None = None, facet_limit: int | None = None,
        narrow_facets: bool | None = None, group: bool | None = None, snippets: int | None = None,
        snippet_length: int | None = None, explain: bool | None = None, timezone: str | None = None,
        cite: bool | None = None, time_limit: float | None = None, stop: Stop | None = None,
    ) -> SearchAnswer:
        """Any string is a query (docs/QUERY_LANGUAGE.md). `sort`: "relevance", "newest", "oldest"; `match`: "auto",
        "all", "any"; `start` and `end`: dates such as "2024-04"; `facets`: such as ["source", "speaker", "month"]."""
        request = _request(
            time_limit,
            {"query": query, "limit": limit, "offset": offset, "sort": sort, "recency": recency, "match": match,
             "sources": sources, "speakers": speakers, "languages": languages, "from": start, "to": end,
             "facets": facets, "facet_limit": facet_limit, "narrow_facets": narrow_facets, "group": group,
             "snippets": snippets, "snippet_length": snippet_length, "explain": explain, "timezone": timezone,
             "cite": cite},
        )
        with self._handle as pointer:
            return _values.answer(object_of(library.dateline_archive_search, pointer, request, _pointer_of(stop)))

    def hits(
        self, query: str = "", *, offset: int | None = None, sort: str | None = None, recency: int | None = None,
        match: str | None = None, sources: Sequence[str] | None = None, speakers: Sequence[str] | None = None,
        languages: Sequence[str] | None = None, start: str | None = None, end: str | None = None,
        group: bool | None = None, snippets: int | None = None, snippet_length: int | None = None,
        explain: bool | None = None, timezone: str | None = None, cite: bool | None = None,
        time_limit: float | None = None,
    ) -> Iterator[Hit]:
        """Every hit of a search, however many there are, without holding them; all of one state of the archive. Closing
        the iterator, or letting go of it, ends the search."""
        request = _request(
            time_limit,
            {"query": query, "offset": offset, "sort": sort, "recency": recency, "match": match, "sources": sources,
             "speakers": speakers, "languages": languages, "from": start, "to": end, "group": group,
             "snippets": snippets, "snippet_length": snippet_length, "explain": explain, "timezone": timezone,
             "cite": cite},
        )

        def produce(relay: Relay, each: Any, stop: Stop) -> None:
            with self._handle as pointer:
                relay.call(library.dateline_archive_for_each_hit, pointer, request, stop._pointer, each, None, None)

        return _streamed(produce, _values.hit)

    def articles(self) -> Iterator[Article]:
        """Every article, in a stable order."""

        def produce(relay: Relay, each: Any, _: Stop) -> None:
            with self._handle as pointer:
                relay.call(library.dateline_archive_for_each_article, pointer, each, None)

        return _streamed(produce, _values.article)

    def quotes(
        self, query: str = "", *, words_in_quotes: bool | None = None, group: bool | None = None,
        speaker_counts: int | None = None, limit: int | None = None, offset: int | None = None,
        sort: str | None = None, sources: Sequence[str] | None = None, speakers: Sequence[str] | None = None,
        languages: Sequence[str] | None = None, start: str | None = None, end: str | None = None,
        timezone: str | None = None, cite: bool | None = None, time_limit: float | None = None,
        stop: Stop | None = None,
    ) -> QuoteAnswer:
        """Quotations with the words of the query in them, or, without `words_in_quotes`, of articles that have them.
        `speaker_counts`: so many speakers are counted in `speakers`."""
        request = _request(
            time_limit,
            {"query": query, "words_in_quotes": words_in_quotes, "group": group, "speaker_counts": speaker_counts,
             "limit": limit, "offset": offset, "sort": sort, "sources": sources, "speakers": speakers,
             "languages": languages, "from": start, "to": end, "timezone": timezone, "cite": cite},
        )
        with self._handle as pointer:
            return _values.quote_answer(
                object_of(library.dateline_archive_quotes, pointer, request, _pointer_of(stop))
            )

    def similar(
        self, id: str, *, duplicates: bool | None = None, limit: int | None = None, offset: int | None = None,
        sources: Sequence[str] | None = None, speakers: Sequence[str] | None = None,
        languages: Sequence[str] | None = None, start: str | None = None, end: str | None = None,
        group: bool | None = None, snippets: int | None = None, snippet_length: int | None = None,
        cite: bool | None = None, time_limit: float | None = None, stop: Stop | None = None,
    ) -> SearchAnswer | None:
        """Articles about the same as one, or its copies; None when there is no article with that id."""
        request = _request(
            time_limit,
            {"id": id, "duplicates": duplicates, "limit": limit, "offset": offset, "sources": sources,
             "speakers": speakers, "languages": languages, "from": start, "to": end, "group": group,
             "snippets": snippets, "snippet_length": snippet_length, "cite": cite},
        )
        with self._handle as pointer:
            found = object_of(library.dateline_archive_similar, pointer, request, _pointer_of(stop))
        return None if found is None else _values.answer(found)

    def suggest(
        self, text: str, *, limit: int | None = None, kinds: Sequence[str] | None = None
    ) -> list[Suggestion]:
        """Completions of what somebody is typing; `kinds`: some of "word", "speaker", "source"."""
        request = encoded({"text": text, "limit": limit, "kinds": kinds})
        with self._handle as pointer:
            found = object_of(library.dateline_archive_suggest, pointer, request)
        suggestions: list[Suggestion] = _values.suggestions(found["suggestions"])
        return suggestions

    def show(self, id: str) -> Article | None:
        """The article with that id; None when there is none."""
        if "\0" in id:
            return None
        with self._handle as pointer:
            found = object_of(library.dateline_archive_show, pointer, id.encode())
        return None if found is None else _values.article(found)

    def speakers(self, prefix: str = "", *, limit: int | None = None) -> list[SpeakerEntry]:
        """Speakers with a word of the name that starts so, most quoted first."""
        with self._handle as pointer:
            found = object_of(
                library.dateline_archive_speakers, pointer, encoded({"prefix": prefix, "limit": limit})
            )
        entries: list[SpeakerEntry] = _values.speakers(found["speakers"])
        return entries

    def unsure_speakers(self, *, limit: int | None = None) -> list[SpeakerPair]:
        """Speakers who are perhaps one, most alike first. Compares all names: seconds in an archive of many scripts."""
        with self._handle as pointer:
            found = object_of(library.dateline_archive_unsure_speakers, pointer, encoded({"limit": limit}))
        pairs: list[SpeakerPair] = _values.speaker_pairs(found["pairs"])
        return pairs

    def index_parts(self) -> list[IndexPart]:
        """What each part of the index takes on disk. Reads all of it: seconds in a large archive."""
        with self._handle as pointer:
            found = object_of(library.dateline_archive_index_parts, pointer)
        parts: list[IndexPart] = _values.index_parts(found["index_parts"])
        return parts

    def stats(self) -> Stats:
        """Figures of the archive."""
        with self._handle as pointer:
            stats: Stats = _values.stats(object_of(library.dateline_archive_stats, pointer))
            return stats

    def refresh(self) -> bool:
        """Whether something was committed since the last refresh: answers that were kept may be old then."""
        changed = ctypes.c_int()
        with self._handle as pointer:
            call(library.dateline_archive_refresh, pointer, ctypes.byref(changed))
        return bool(changed.value)


_END = object()


def _streamed(produce: Callable[[Relay, Any, Stop], None], read: Callable[[Any], Any]) -> Iterator[Any]:
    """C hands objects to a function, Python asks an iterator for them: a thread is between the two, and a queue that
    holds a few. It ends with the iterator, and with the program, whose end waits for it (a thread that the interpreter
    cuts off within C takes the process down)."""
    waiting: queue.Queue[Any] = queue.Queue(maxsize=64)
    stop = Stop()
    is_over = threading.Event()
    relay = Relay()

    def put(item: Any) -> bool:
        while not is_over.is_set() and threading.main_thread().is_alive():
            try:
                waiting.put(item, timeout=0.1)
                return True
            except queue.Full:
                pass
        return False

    def run() -> None:
        try:
            produce(relay, EACH(relay.guarded(lambda object: put(read(object)))), stop)
            put((_END, None))
        except BaseException as problem:  # noqa: B902 - raised where the iterator is asked
            put((_END, problem))

    thread = threading.Thread(target=run, name="dateline")
    thread.start()
    try:
        while True:
            item = waiting.get()
            if type(item) is not tuple:
                yield item
                continue
            if item[1] is not None:
                raise item[1]
            return
    finally:
        is_over.set()
        stop.now()
        thread.join()
