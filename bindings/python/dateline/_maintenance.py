"""What is done to an archive as a whole."""

from __future__ import annotations

import os
from typing import Iterable

from . import _values
from ._indexer import OnLog, OnProgress, OnReport, Watching, options_text
from ._library import encoded, library, object_of, path_bytes
from ._values import CompactSummary, IndexSummary, IntegrityReport


def reindex(
    directory: str | os.PathLike[str], paths: Iterable[str | os.PathLike[str]] | None = None, *,
    input: str | None = None, source: str | None = None, language: str | None = None, collection: str | None = None,
    replace: bool | None = None, as_given: bool | None = None, strict: bool | None = None,
    api_writer: bool | None = None, threads: int | None = None, memory: int | None = None,
    aliases: str | os.PathLike[str] | None = None, source_table: str | os.PathLike[str] | None = None,
    dry_run: bool = False, on_report: OnReport | None = None, on_progress: OnProgress | None = None,
    on_log: OnLog | None = None,
) -> IndexSummary:
    """Builds the archive anew beside the live one and swaps it in; from what was recorded when no paths are given. With
    `dry_run` nothing is written: the summary counts what would be another, `on_report` is told of each article."""
    options = options_text(
        input=input, source=source, language=language, collection=collection, replace=replace, as_given=as_given,
        strict=strict, api_writer=api_writer, threads=threads, memory=memory, aliases=aliases,
        source_table=source_table,
    )
    inputs = None if paths is None else encoded([os.fspath(path) for path in paths])
    watching = Watching(on_report, on_progress, on_log)
    function = library.dateline_rehearse_reindex if dry_run else library.dateline_reindex
    summary: IndexSummary = _values.summary(
        watching.object_of(function, path_bytes(directory), inputs, options, watching.reference())
    )
    return summary


def rollback(directory: str | os.PathLike[str]) -> None:
    """Makes the archive before the last reindex live again."""
    Watching().relay.call(library.dateline_rollback, path_bytes(directory))


def compact(
    directory: str | os.PathLike[str], *, drop_previous: bool | None = None, threads: int | None = None
) -> CompactSummary:
    """Rewrites the archive as one segment, without what was replaced or removed. After `drop_previous` there is no way
    back before the last reindex."""
    options = encoded({"drop_previous": drop_previous, "threads": threads})
    summary: CompactSummary = _values.compact_summary(
        object_of(library.dateline_compact, path_bytes(directory), options)
    )
    return summary


def check(directory: str | os.PathLike[str], *, on_progress: OnProgress | None = None) -> IntegrityReport:
    """Compares every file with its checksum; changes nothing."""
    return _examined(library.dateline_check, directory, on_progress)


def repair(directory: str | os.PathLike[str], *, on_progress: OnProgress | None = None) -> IntegrityReport:
    """The same, and mends what can be mended: `done` says how."""
    return _examined(library.dateline_repair, directory, on_progress)


def _examined(function: object, directory: str | os.PathLike[str], on_progress: OnProgress | None) -> IntegrityReport:
    watching = Watching(on_progress=on_progress)
    report: IntegrityReport = _values.integrity_report(
        watching.object_of(function, path_bytes(directory), watching.reference())
    )
    return report
