"""Writing, and what is done to an archive as a whole."""

from __future__ import annotations

import ctypes
import dataclasses
import json
import os
from types import TracebackType
from typing import Any, Callable, Iterable, Mapping

from . import _values
from ._library import (
    EACH,
    REPORT,
    Handle,
    Relay,
    Watch,
    encoded,
    library,
    object_of,
    path_bytes,
    taken_text,
    text_of,
)
from ._values import Article, IndexSummary, IntegrityReport, Progress, ReportEntry

OnReport = Callable[[ReportEntry], object]
OnProgress = Callable[[Progress], object]


class _Watching:
    """The callbacks of an indexer, as C takes them. Lives as long as what it is given to."""

    def __init__(self, on_report: OnReport | None, on_progress: OnProgress | None) -> None:
        self.relay = Relay()
        report, progress = ctypes.cast(0, REPORT), ctypes.cast(0, EACH)
        if on_report is not None:
            report = REPORT(self._reporting(on_report))
        if on_report is not None or on_progress is not None:
            progress = EACH(self._asking(on_progress))
        self.watch = Watch(None, report, progress)

    def _reporting(self, on_report: OnReport) -> Callable[[int | None, bytes], None]:
        def told(entry: Any) -> None:
            on_report(_values.report_entry(entry))

        told_by_c = self.relay.guarded(told)

        def called(context: int | None, text: bytes) -> None:
            told_by_c(context, text)

        return called

    def _asking(self, on_progress: OnProgress | None) -> Callable[[int | None, bytes], int]:
        """With a report alone, too: only here can an exception of it end the work."""

        def asked(progress: Any) -> object:
            return True if on_progress is None else on_progress(_values.progress(progress))

        return self.relay.guarded(asked)

    def reference(self) -> Any:
        return ctypes.byref(self.watch)


def _options(
    input: str | None, source: str | None, language: str | None, collection: str | None, replace: bool | None,
    prune: bool | None, as_given: bool | None, strict: bool | None, threads: int | None, memory: int | None,
    aliases: str | os.PathLike[str] | None, source_table: str | os.PathLike[str] | None,
) -> bytes:
    return encoded(
        {"input": input, "source": source, "language": language, "collection": collection, "replace": replace,
         "prune": prune, "as_given": as_given, "strict": strict, "threads": threads, "memory": memory,
         "aliases": None if aliases is None else os.fspath(aliases),
         "source_table": None if source_table is None else os.fspath(source_table)}
    )


def _json_of(article: Article | Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(article, Article):
        return dict(article)
    members = dataclasses.asdict(article)
    if not members["id"]:
        del members["id"]
    for name in ("path", "date_precision", "languages", "removed", "evidence"):
        del members[name]
    for quote in members["quotes"]:
        for name in ("start", "end"):
            if quote[name] is None:
                del quote[name]
    return members


class Indexer:
    """An archive opened for writing; made when it is not there. In a `with` block it commits when the block ends well,
    and drops what was added when it does not. The names of options are those of `dateline index`. `on_report` is called
    with the outcome of each input; `on_progress` now and then: it returns False to cancel."""

    def __init__(
        self, directory: str | os.PathLike[str], *, input: str | None = None, source: str | None = None,
        language: str | None = None, collection: str | None = None, replace: bool | None = None,
        prune: bool | None = None, as_given: bool | None = None, strict: bool | None = None,
        threads: int | None = None, memory: int | None = None, aliases: str | os.PathLike[str] | None = None,
        source_table: str | os.PathLike[str] | None = None, on_report: OnReport | None = None,
        on_progress: OnProgress | None = None,
    ) -> None:
        options = _options(
            input, source, language, collection, replace, prune, as_given, strict, threads, memory, aliases,
            source_table,
        )
        self._watching = _Watching(on_report, on_progress)
        pointer = ctypes.c_void_p()
        self._watching.relay.call(
            library.dateline_indexer_open, path_bytes(directory), options, self._watching.reference(),
            ctypes.byref(pointer),
        )
        assert pointer.value is not None
        self._handle = Handle(pointer.value, library.dateline_indexer_close, "indexer")

    def close(self) -> None:
        """What was added since the last commit is dropped."""
        if hasattr(self, "_handle"):
            self._handle.close()

    def __enter__(self) -> Indexer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()

    def __del__(self) -> None:
        self.close()

    def add(self, article: Article | Mapping[str, Any]) -> str:
        """An article that the program has as fields, stored as given; returns its id. A mapping may have members that
        dateline does not know: they come back in `extra`."""
        with self._handle as pointer:
            id = text_of(library.dateline_indexer_add, pointer, encoded(_json_of(article)))
        assert id is not None
        return id

    def add_raw(
        self, document: bytes | str, name: str = "", *, input: str | None = None, source: str | None = None,
        language: str | None = None,
    ) -> list[ReportEntry]:
        """A scraped document, or many in one, read as a file with that name would be."""
        content = document.encode() if isinstance(document, str) else bytes(document)
        hints = encoded({"name": name, "input": input, "source": source, "language": language})
        with self._handle as pointer:
            found = self._with_text(library.dateline_indexer_add_raw, pointer, content, len(content), hints)
        return [_values.report_entry(entry) for entry in found["entries"]]

    def add_paths(self, *paths: str | os.PathLike[str]) -> IndexSummary:
        """Files and folders. Commits."""
        with self._handle as pointer:
            found = self._with_text(
                library.dateline_indexer_add_paths, pointer, encoded([os.fspath(path) for path in paths])
            )
        summary: IndexSummary = _values.summary(found)
        return summary

    def remove(self, id: str) -> bool:
        """Whether there was such an article."""
        removed = ctypes.c_int()
        with self._handle as pointer:
            self._watching.relay.call(library.dateline_indexer_remove, pointer, id.encode(), ctypes.byref(removed))
        return bool(removed.value)

    def commit(self) -> None:
        """Makes everything since the last commit visible and durable."""
        with self._handle as pointer:
            self._watching.relay.call(library.dateline_indexer_commit, pointer)

    def _with_text(self, function: Any, *arguments: Any) -> Any:
        return _watched_object(self._watching, function, *arguments)


def _watched_object(watching: _Watching, function: Any, *arguments: Any) -> Any:
    place = ctypes.c_void_p()
    try:
        watching.relay.call(function, *arguments, ctypes.byref(place))
    finally:
        text = taken_text(place)
    assert text is not None
    return json.loads(text)


def reindex(
    directory: str | os.PathLike[str], paths: Iterable[str | os.PathLike[str]] | None = None, *,
    input: str | None = None, source: str | None = None, language: str | None = None, collection: str | None = None,
    replace: bool | None = None, as_given: bool | None = None, strict: bool | None = None,
    threads: int | None = None, memory: int | None = None, aliases: str | os.PathLike[str] | None = None,
    source_table: str | os.PathLike[str] | None = None, on_report: OnReport | None = None,
    on_progress: OnProgress | None = None,
) -> IndexSummary:
    """Builds the archive anew beside the live one and swaps it in; from what was recorded when no paths are given."""
    options = _options(
        input, source, language, collection, replace, None, as_given, strict, threads, memory, aliases, source_table
    )
    inputs = None if paths is None else encoded([os.fspath(path) for path in paths])
    watching = _Watching(on_report, on_progress)
    summary: IndexSummary = _values.summary(
        _watched_object(
            watching, library.dateline_reindex, path_bytes(directory), inputs, options, watching.reference()
        )
    )
    return summary


def rollback(directory: str | os.PathLike[str]) -> None:
    """Makes the archive before the last reindex live again."""
    Relay().call(library.dateline_rollback, path_bytes(directory))


def check(directory: str | os.PathLike[str]) -> IntegrityReport:
    """Compares every file with its checksum; changes nothing."""
    report: IntegrityReport = _values.integrity_report(object_of(library.dateline_check, path_bytes(directory)))
    return report
