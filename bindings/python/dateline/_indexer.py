"""Writing, and looking at what inputs would become."""

from __future__ import annotations

import ctypes
import dataclasses
import json
import os
from types import TracebackType
from typing import Any, Callable, Mapping

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
from ._values import Article, IndexSummary, InputFormat, Inspection, LogEntry, Progress, ReportEntry

OnReport = Callable[[ReportEntry], object]
OnProgress = Callable[[Progress], object]
OnLog = Callable[[LogEntry], object]


class Watching:
    """The callbacks of a long work, as C takes them. Lives as long as what it is given to."""

    def __init__(
        self, on_report: OnReport | None = None, on_progress: OnProgress | None = None, on_log: OnLog | None = None
    ) -> None:
        self.relay = Relay()
        self.watch = Watch()
        if on_report is not None:
            self.watch.report = REPORT(self._telling(on_report, _values.report_entry))
        if on_log is not None:
            self.watch.log = REPORT(self._telling(on_log, _values.log_entry))
        if any(listener is not None for listener in (on_report, on_progress, on_log)):
            self.watch.progress = EACH(self._asking(on_progress))

    def _telling(
        self, listener: Callable[[Any], object], read: Callable[[Any], Any]
    ) -> Callable[[int | None, bytes], None]:
        def told(entry: Any) -> None:
            listener(read(entry))

        told_by_c = self.relay.guarded(told)

        def called(context: int | None, text: bytes) -> None:
            told_by_c(context, text)

        return called

    def _asking(self, on_progress: OnProgress | None) -> Callable[[int | None, bytes], int]:
        """With a report or a log alone, too: only here can an exception of those end the work."""

        def asked(progress: Any) -> object:
            return True if on_progress is None else on_progress(_values.progress(progress))

        return self.relay.guarded(asked)

    def reference(self) -> Any:
        return ctypes.byref(self.watch)

    def object_of(self, function: Any, *arguments: Any) -> Any:
        """Calls a function with one text as its result; parsed."""
        place = ctypes.c_void_p()
        try:
            self.relay.call(function, *arguments, ctypes.byref(place))
        finally:
            text = taken_text(place)
        assert text is not None
        return json.loads(text)


def options_text(
    *, aliases: str | os.PathLike[str] | None = None, source_table: str | os.PathLike[str] | None = None,
    **members: str | bool | int | None,
) -> bytes:
    return encoded(
        {**members, "aliases": None if aliases is None else os.fspath(aliases),
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
    and drops what was added when it does not. The names of options are those of `dateline index`; `api_writer` has the
    engine's own writer write, which is slower and gives the same answers. `on_report` is called with the outcome of each
    input, `on_log` with what a program may want in its log, `on_progress` now and then: it returns False to cancel.
    What they raise ends the call that they were called in, and comes out of it."""

    def __init__(
        self, directory: str | os.PathLike[str], *, input: str | None = None, source: str | None = None,
        language: str | None = None, collection: str | None = None, replace: bool | None = None,
        prune: bool | None = None, as_given: bool | None = None, strict: bool | None = None,
        api_writer: bool | None = None, threads: int | None = None, memory: int | None = None,
        aliases: str | os.PathLike[str] | None = None, source_table: str | os.PathLike[str] | None = None,
        on_report: OnReport | None = None, on_progress: OnProgress | None = None, on_log: OnLog | None = None,
    ) -> None:
        options = options_text(
            input=input, source=source, language=language, collection=collection, replace=replace, prune=prune,
            as_given=as_given, strict=strict, api_writer=api_writer, threads=threads, memory=memory, aliases=aliases,
            source_table=source_table,
        )
        self._watching = Watching(on_report, on_progress, on_log)
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
            self._watching.relay.raise_kept()
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
            found = self._watching.object_of(library.dateline_indexer_add_raw, pointer, content, len(content), hints)
        return [_values.report_entry(entry) for entry in found["entries"]]

    def add_paths(self, *paths: str | os.PathLike[str]) -> IndexSummary:
        """Files and folders. Commits."""
        with self._handle as pointer:
            found = self._watching.object_of(
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


def inspect(
    document: bytes | str, name: str = "", *, input: str | None = None, source: str | None = None,
    language: str | None = None, as_given: bool | None = None, aliases: str | os.PathLike[str] | None = None,
    source_table: str | os.PathLike[str] | None = None,
) -> Inspection:
    """What a document would become, without an archive. `name` stands for its path."""
    content = document.encode() if isinstance(document, str) else bytes(document)
    options = options_text(
        input=input, source=source, language=language, as_given=as_given, aliases=aliases, source_table=source_table
    )
    found: Inspection = _values.inspection(
        object_of(library.dateline_inspect, content, len(content), name.encode(), options)
    )
    return found


def input_formats() -> list[InputFormat]:
    """The formats that `input` names."""
    formats: list[InputFormat] = _values.input_formats(object_of(library.dateline_input_formats)["formats"])
    return formats
