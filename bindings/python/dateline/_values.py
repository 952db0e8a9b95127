"""Answers as plain values; docs/JSON.md says what the fields mean.

Dates are strings with the parts that are known: "2024", "2024-10", "2024-10-02". Ranges are pairs of code points, which are
the indexes of Python's strings. What is not known is None or an empty list.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Callable, Iterator


def reader(cls: Callable[..., Any], **parts: Callable[[Any], Any]) -> Callable[[dict[str, Any]], Any]:
    """A function that makes a `cls` of an object of JSON; `parts` convert members. Members that are not known are left
    out, and those with a default may be missing."""
    missing = dataclasses.MISSING
    fields = dataclasses.fields(cls)
    needed = [f.name for f in fields if f.default is missing and f.default_factory is missing]
    other = [f.name for f in fields if f.name not in needed]
    first: Any = itemgetter(*needed) if len(needed) > 1 else lambda json: tuple(json[name] for name in needed)
    converted = list(parts.items())

    def read(json: dict[str, Any]) -> Any:
        value = cls(*first(json))
        for name in other:
            if name in json:
                setattr(value, name, json[name])
        for name, convert in converted:
            setattr(value, name, convert(getattr(value, name)))
        return value

    return read


def each(read: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    return lambda items: [read(item) for item in items]


@dataclass(slots=True)
class Snippet:
    text: str
    highlights: list[tuple[int, int]]
    field: str  # "title" or "body"


@dataclass(slots=True)
class Copy:
    """Another printing of a hit's story."""

    id: str
    sources: list[str]
    date: str | None
    matched: bool


@dataclass(slots=True)
class Hit:
    id: str
    score: float
    title: str | None
    title_highlights: list[tuple[int, int]]
    date: str | None
    date_precision: str | None
    sources: list[str]
    byline: str | None
    speakers: list[str]
    language: str | None
    url: str | None
    path: str | None
    snippets: list[Snippet]
    copies: list[Copy]
    explanation: str | None = None
    citation: str | None = None


@dataclass(slots=True)
class FacetCount:
    value: str | None  # None: speakers whom nobody named
    count: int


@dataclass(slots=True)
class Facet:
    counts: list[FacetCount]
    more: int
    missing: int
    unknown: int | None = None  # of speakers
    granularity: str | None = None  # of time, as the next two
    imprecise: int | None = None
    holes: bool | None = None

    def __iter__(self) -> Iterator[FacetCount]:
        return iter(self.counts)


@dataclass(slots=True)
class SearchAnswer:
    query: str
    interpreted: str
    warnings: list[str]
    suggestion: str | None
    total: int
    total_partial: int
    articles: int
    undated: int
    took_ms: float
    hits: list[Hit]
    facets: dict[str, Facet]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@dataclass(slots=True)
class QuoteHit:
    text: str
    speaker: str | None
    direct: bool
    date: str | None
    sources: list[str]
    article: str
    title: str | None
    language: str | None
    url: str | None
    highlights: list[tuple[int, int]]
    copies: list[Copy]
    citation: str | None = None


@dataclass(slots=True)
class QuoteAnswer:
    query: str
    interpreted: str
    warnings: list[str]
    total: int
    took_ms: float
    quotes: list[QuoteHit]
    speakers: Facet | None = None  # when `speaker_counts` was asked for

    def __iter__(self) -> Iterator[QuoteHit]:
        return iter(self.quotes)

    def __len__(self) -> int:
        return len(self.quotes)


@dataclass(slots=True)
class LanguageShare:
    language: str
    share: float


@dataclass(slots=True)
class Speaker:
    name: str
    id: str = ""
    kind: str = "person"
    as_written: list[str] = field(default_factory=list)
    quotes: int = 0
    evidence: str | None = None


@dataclass(slots=True)
class Quote:
    text: str
    speaker: str | None = None
    direct: bool = True
    verb: str | None = None
    start: int | None = None
    end: int | None = None
    evidence: str | None = None
    confidence: str = "high"


@dataclass(slots=True)
class Removed:
    text: str
    reason: str


@dataclass(slots=True, kw_only=True)
class Article:
    """As the archive has it, or as a program gives it: then `id` may be empty, and `path`, `languages`, `removed` and
    `evidence` are not looked at."""

    id: str = ""
    path: str | None = None
    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    date: str | None = None
    date_precision: str | None = None
    updated: str | None = None
    sources: list[str] = field(default_factory=list)
    language: str | None = None
    languages: list[LanguageShare] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    body: str = ""
    removed: list[Removed] = field(default_factory=list)
    evidence: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class SpeakerEntry:
    name: str
    id: str
    articles: int
    quotes: int
    kind: str = "person"
    as_written: list[str] = field(default_factory=list)
    first: str | None = None
    last: str | None = None


@dataclass(slots=True)
class SpeakerPair:
    """Two speakers who are perhaps one."""

    speaker: SpeakerEntry  # without spellings and days, as the other
    other: SpeakerEntry
    score: float  # 0 to 1
    alias_row: str  # for a file of aliases, by which they are one


@dataclass(slots=True)
class Suggestion:
    text: str
    kind: str
    articles: int
    id: str | None
    query: str


@dataclass(slots=True)
class Stats:
    articles: int
    quotes: int
    speakers: int
    sources: int
    first: str | None
    last: str | None
    undated: int
    languages: list[FacetCount]
    bytes_of_text: int
    bytes_on_disk: int
    generation: str
    segments: int
    format_version: int
    features: list[str]
    advice: list[str]


@dataclass(slots=True)
class IndexPart:
    """What a part of the index takes on disk."""

    name: str
    bytes: int
    bytes_of_positions: int


@dataclass(slots=True)
class LogEntry:
    """What a program may want in its log: `logging.log(getattr(logging, entry.level.upper()), entry.message)`."""

    level: str  # "debug", "info", "warning"
    message: str


@dataclass(slots=True)
class InputFormat:
    name: str  # as `input` takes it
    meaning: str


@dataclass(slots=True)
class ReportEntry:
    """What became of one input or article."""

    input: str
    id: str | None
    outcome: str  # "added", "updated", "unchanged", "removed", "rejected"
    reason: str | None


@dataclass(slots=True)
class Progress:
    articles: int
    bytes: int
    inputs_done: int
    inputs_total: int  # 0 while not known, as the next
    bytes_total: int
    stage: str


@dataclass(slots=True)
class StageTime:
    stage: str
    seconds: float


@dataclass(slots=True)
class IndexSummary:
    added: int
    updated: int
    unchanged: int
    removed: int
    rejected: int
    articles: int
    bytes: int
    seconds: float
    stages: list[StageTime]
    notes: list[str]


@dataclass(slots=True)
class CompactSummary:
    articles: int
    bytes_before: int
    bytes_after: int


@dataclass(slots=True)
class Inspection:
    """What an input would become."""

    articles: list[Article]
    rejected: list[ReportEntry]

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)


@dataclass(slots=True)
class Damage:
    file: str
    what: str


@dataclass(slots=True)
class IntegrityReport:
    """Of a check, or of a repair: then `damages` are those that were found, and the rest is as it was left."""

    sound: bool
    files: int
    bytes: int
    articles: int
    damages: list[Damage]
    done: list[str] = field(default_factory=list)  # sentences
    articles_lost: int = 0  # that could not be read any more


_snippets = each(reader(Snippet, highlights=each(tuple)))
_copies = each(reader(Copy))
hit = reader(Hit, title_highlights=each(tuple), snippets=_snippets, copies=_copies)
_counts = each(reader(FacetCount))
_facet = reader(Facet, counts=_counts)
_read_answer = reader(SearchAnswer, hits=each(hit))
_read_quote_answer = reader(QuoteAnswer, quotes=each(reader(QuoteHit, highlights=each(tuple), copies=_copies)))
article = reader(
    Article, languages=each(reader(LanguageShare)), speakers=each(reader(Speaker)), quotes=each(reader(Quote)),
    removed=each(reader(Removed)),
)
_speaker = reader(SpeakerEntry)
speakers = each(_speaker)
speaker_pairs = each(reader(SpeakerPair, speaker=_speaker, other=_speaker))
suggestions = each(reader(Suggestion))
stats = reader(Stats, languages=_counts)
index_parts = each(reader(IndexPart))
log_entry = reader(LogEntry)
input_formats = each(reader(InputFormat))
report_entry = reader(ReportEntry)
progress = reader(Progress)
summary = reader(IndexSummary, stages=each(reader(StageTime)))
compact_summary = reader(CompactSummary)
inspection = reader(Inspection, articles=each(article), rejected=each(report_entry))
integrity_report = reader(IntegrityReport, damages=each(reader(Damage)))


def _facets(json: dict[str, Any]) -> dict[str, Facet]:
    info = json.get("facet_info", {})
    return {name: _facet({"counts": counts, **info[name]}) for name, counts in json.get("facets", {}).items()}


def answer(json: dict[str, Any]) -> SearchAnswer:
    value: SearchAnswer = _read_answer(json)
    value.facets = _facets(json)
    return value


def quote_answer(json: dict[str, Any]) -> QuoteAnswer:
    value: QuoteAnswer = _read_quote_answer(json)
    value.speakers = _facets(json).get("speaker")
    return value
