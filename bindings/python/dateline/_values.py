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
    kind: str
    as_written: list[str]
    articles: int
    quotes: int
    first: str | None
    last: str | None


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
    inputs_total: int
    stage: str


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
    notes: list[str]


@dataclass(slots=True)
class Damage:
    file: str
    what: str


@dataclass(slots=True)
class IntegrityReport:
    sound: bool
    files: int
    bytes: int
    articles: int
    damages: list[Damage]


_snippets = each(reader(Snippet, highlights=each(tuple)))
_copies = each(reader(Copy))
hit = reader(Hit, title_highlights=each(tuple), snippets=_snippets, copies=_copies)
_counts = each(reader(FacetCount))
_facet = reader(Facet, counts=_counts)
_read_answer = reader(SearchAnswer, hits=each(hit))
quote_answer = reader(QuoteAnswer, quotes=each(reader(QuoteHit, highlights=each(tuple), copies=_copies)))
article = reader(
    Article, languages=each(reader(LanguageShare)), speakers=each(reader(Speaker)), quotes=each(reader(Quote)),
    removed=each(reader(Removed)),
)
speakers = each(reader(SpeakerEntry))
suggestions = each(reader(Suggestion))
stats = reader(Stats, languages=_counts)
report_entry = reader(ReportEntry)
progress = reader(Progress)
summary = reader(IndexSummary)
integrity_report = reader(IntegrityReport, damages=each(reader(Damage)))


def answer(json: dict[str, Any]) -> SearchAnswer:
    info = json["facet_info"]
    value: SearchAnswer = _read_answer(json)
    value.facets = {name: _facet({"counts": counts, **info[name]}) for name, counts in json["facets"].items()}
    return value
