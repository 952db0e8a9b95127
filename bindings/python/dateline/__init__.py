"""Full-text search for archives of news articles.

    import dateline

    with dateline.Archive("news.dateline") as archive:
        for hit in archive.search("restraint speaker:peskov", limit=20).hits:
            print(hit.date, hit.title)

    with dateline.Indexer("news.dateline") as indexer:      # commits when the block ends well
        indexer.add(dateline.Article(title="Harbour reopens", body="The harbour reopened on Monday.", date="2024-06-18"))

Any number of threads may search one Archive; the library runs without the interpreter's lock. An Indexer is used by one
thread at a time. What goes wrong is a dateline.Error. The fields of answers are those of docs/JSON.md.

The module needs libdateline: the one that $DATELINE_LIBRARY names, else the one that was installed with the module, else
the one that the system finds.
"""

from ._archive import Archive, Stop
from ._errors import (
    ArchiveDamaged,
    ArchiveForeign,
    ArchiveLocked,
    ArchiveMissing,
    Cancelled,
    Error,
    FormatUnknown,
    InputUnreadable,
    InvalidRequest,
    IoFailure,
)
from ._indexer import Indexer, input_formats, inspect
from ._library import version
from ._maintenance import check, compact, reindex, repair, rollback
from ._values import (
    Article,
    CompactSummary,
    Copy,
    Damage,
    Facet,
    FacetCount,
    Hit,
    IndexPart,
    IndexSummary,
    InputFormat,
    Inspection,
    IntegrityReport,
    LanguageShare,
    LogEntry,
    Progress,
    Quote,
    QuoteAnswer,
    QuoteHit,
    Removed,
    ReportEntry,
    SearchAnswer,
    Snippet,
    Speaker,
    SpeakerEntry,
    SpeakerPair,
    StageTime,
    Stats,
    Suggestion,
)

__all__ = [
    "Archive", "ArchiveDamaged", "ArchiveForeign", "ArchiveLocked", "ArchiveMissing", "Article", "Cancelled",
    "CompactSummary", "Copy", "Damage", "Error", "Facet", "FacetCount", "FormatUnknown", "Hit", "IndexPart",
    "IndexSummary", "Indexer", "InputFormat", "InputUnreadable", "Inspection", "IntegrityReport", "InvalidRequest",
    "IoFailure", "LanguageShare", "LogEntry", "Progress", "Quote", "QuoteAnswer", "QuoteHit", "Removed",
    "ReportEntry", "SearchAnswer", "Snippet", "Speaker", "SpeakerEntry", "SpeakerPair", "StageTime", "Stats", "Stop",
    "Suggestion", "check", "compact", "input_formats", "inspect", "reindex", "repair", "rollback", "version",
]
