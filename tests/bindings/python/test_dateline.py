"""The Python module as programs use it. $DATELINE_LIBRARY names the library."""

import logging
import os
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import dateline
import pytest

HARBOUR = {
    "id": "h1", "title": "Harbour reopens after storm", "date": "2024-06-18", "sources": ["Harbour Ledger"],
    "language": "en", "body": "The harbour reopened on Monday.\n\n“We waited two days,” said Ada Kowal.",
    "quotes": [{"text": "We waited two days,", "speaker": "Ada Kowal"}], "desk": {"name": "coast", "pages": [1, 2]},
}


@pytest.fixture
def folder(tmp_path):
    with dateline.Indexer(tmp_path / "archive") as indexer:
        assert indexer.add(HARBOUR) == "h1"
        indexer.add(dateline.Article(id="h2", title="Ferries wait in the harbour", date="2024-07", body="Ferries wait."))
        for number in range(200):
            indexer.add(dateline.Article(title=f"Tide table {number}", body="High water at noon."))
    return tmp_path / "archive"


@pytest.fixture
def archive(folder):
    with dateline.Archive(folder) as opened:
        yield opened


def test_the_version_is_that_of_the_package():
    project = Path(dateline.__file__).parent.parent / "pyproject.toml"
    if project.exists():
        assert tomllib.loads(project.read_text())["project"]["version"] == dateline.version()


def test_a_search_answers_with_values(archive):
    answer = archive.search("harbour", facets=["source", "month"], sort="oldest", cite=True)
    assert answer.total == len(answer) == 2
    assert [hit.id for hit in answer] == ["h1", "h2"]
    hit = answer.hits[0]
    assert (hit.date, hit.date_precision, hit.sources) == ("2024-06-18", "day", ["Harbour Ledger"])
    assert hit.title is not None
    assert [hit.title[start:end] for start, end in hit.title_highlights] == ["Harbour"]
    assert hit.snippets[0].field in ("title", "body")
    assert hit.citation == "“Harbour reopens after storm”, Harbour Ledger, 2024-06-18"
    assert answer.facets["source"].counts[0] == dateline.FacetCount("Harbour Ledger", 1)
    assert answer.facets["source"].missing == 1
    assert answer.facets["month"].granularity == "month"
    assert archive.search("harbour", start="2024-07").hits[0].id == "h2"


def test_any_string_is_a_query(archive):
    for query in ["", '"', "((", "\0", "\ud800", "a AND", "日本語"]:
        archive.search(query)


def test_an_article_comes_back_with_what_was_given(archive):
    article = archive.show("h1")
    assert article.body == HARBOUR["body"]
    assert article.extra == {"desk": HARBOUR["desk"]}
    assert [speaker.name for speaker in article.speakers] == ["Ada Kowal"]
    quote = article.quotes[0]
    assert article.body[quote.start:quote.end] == quote.text == "We waited two days,"
    assert archive.show("no such article") is None


def test_an_article_that_was_shown_can_be_added_elsewhere(archive, tmp_path):
    shown = archive.show("h1")
    with dateline.Indexer(tmp_path / "other") as indexer:
        indexer.add(shown)
    with dateline.Archive(tmp_path / "other") as other:
        again = other.show("h1")
    assert again.quotes == shown.quotes
    assert (again.title, again.body, again.extra, again.date) == (shown.title, shown.body, shown.extra, shown.date)


def test_quotations_speakers_completions_and_figures(archive):
    quotes = archive.quotes("waited")
    assert [(quote.text, quote.speaker, quote.article) for quote in quotes] == [("We waited two days,", "Ada Kowal", "h1")]
    assert [entry.id for entry in archive.speakers("kow")] == ["ada-kowal"]
    assert [s.text for s in archive.suggest("harb", kinds=["word"])] == ["harbour"]
    assert archive.stats().articles == 202
    assert archive.similar("no such article") is None
    assert archive.similar("h1").query == "h1"


def test_hits_come_one_by_one_however_many(archive):
    assert len(list(archive.hits("tide", group=False))) == archive.search("tide", group=False).total == 200
    few = archive.hits("tide")
    assert next(few).title.startswith("Tide table")
    few.close()  # the thread that made them ends
    assert not any(thread.name == "dateline" for thread in threading.enumerate())
    assert len(list(archive.articles())) == 202
    with pytest.raises(dateline.InvalidRequest):
        list(archive.hits(sort="best"))


def test_a_program_ends_while_an_iterator_is_open(folder):
    program = f"import dateline; hits = dateline.Archive({str(folder)!r}).hits(group=False); next(hits)"
    done = subprocess.run([sys.executable, "-c", program], timeout=60, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_errors_have_a_kind_and_a_remedy(archive, folder, tmp_path):
    with pytest.raises(dateline.ArchiveMissing) as missing:
        dateline.Archive(tmp_path / "nothing")
    assert missing.value.remedy and missing.value.code == "archive_missing"
    with pytest.raises(ValueError, match="sort"):
        archive.search(sort="best")
    with dateline.Indexer(folder), pytest.raises(dateline.ArchiveLocked):
        dateline.Indexer(folder)


def test_a_search_can_be_stopped(archive):
    stop = dateline.Stop()
    archive.search("tide", stop=stop)
    stop.now()
    with pytest.raises(dateline.Cancelled):
        archive.search("tide", stop=stop)
    with pytest.raises(dateline.Cancelled):
        archive.search("tide", time_limit=0)
    archive.search("tide", time_limit=60)


def test_what_is_closed_is_not_used(folder):
    archive = dateline.Archive(folder)
    archive.close()
    archive.close()
    with pytest.raises(ValueError, match="closed"):
        archive.search("tide")


def test_a_block_that_fails_commits_nothing(archive, folder):
    with pytest.raises(ZeroDivisionError), dateline.Indexer(folder) as indexer:
        indexer.add({"title": "Dropped"})
        raise ZeroDivisionError
    assert archive.search("dropped").total == 0


def test_changes_are_seen_and_told(archive, folder):
    assert not archive.refresh()
    with dateline.Indexer(folder) as indexer:
        assert indexer.remove("h2")
        assert not indexer.remove("h2")
        entries = indexer.add_raw("Storm closes the strait\n\nPilots stayed ashore on Sunday, the port authority said.\n",
                                  "storm.txt", source="Tide Gazette")
        assert [entry.outcome for entry in entries] == ["added"]
    assert archive.refresh()
    assert archive.show("h2") is None
    assert archive.show(entries[0].id).sources[0] == "Tide Gazette"


def test_files_are_indexed_with_a_report(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Harbour reopens\n\nThe harbour reopened on Monday after a storm, officials said.\n")
    reports, stages = [], []
    with dateline.Indexer(tmp_path / "archive", on_report=reports.append, on_progress=stages.append) as indexer:
        summary = indexer.add_paths(tmp_path / "in", tmp_path / "nothing")
    assert (summary.added, summary.rejected, summary.articles) == (1, 1, 1)
    assert sorted(report.outcome for report in reports) == ["added", "rejected"]
    assert stages and all(isinstance(progress, dateline.Progress) for progress in stages)
    assert dateline.reindex(tmp_path / "archive", [tmp_path / "in"]).articles == 1
    dateline.rollback(tmp_path / "archive")
    report = dateline.check(tmp_path / "archive")
    assert report.sound and report.damages == []


def test_an_archive_tells_a_log_what_it_does(folder):
    entries = []
    with dateline.Archive(folder, on_log=entries.append) as archive:
        archive.search("harbour")
        with dateline.Indexer(folder, on_log=entries.append) as indexer:
            indexer.add({"title": "Harbour closes"})
            indexer.add_paths("/no/such/file")
        archive.search("harbour")
    assert all(isinstance(entry, dateline.LogEntry) and str(folder) in entry.message or entry.level == "warning"
               for entry in entries)
    told = [(entry.level, entry.message.removeprefix(f"{folder}: ")) for entry in entries]
    assert told[0] == ("info", "opened, with 202 articles")
    assert told[1][0] == "debug" and told[1][1].startswith("2 found in ") and told[1][1].endswith(" ms: harbour")
    assert told[2] == ("info", "opened for writing, with 202 articles in 1 segment")
    assert [message.split(": ")[:2] for level, message in told if level == "warning"] == [["/no/such/file", "rejected"]]
    assert ("debug", "merging") in told
    assert ("info", "took up a commit, with 203 articles") in told


def test_the_loggers_of_python_take_what_is_logged(folder, caplog):
    caplog.set_level(logging.INFO)
    with dateline.Archive(
        folder, on_log=lambda entry: logging.log(getattr(logging, entry.level.upper()), entry.message)
    ) as archive:
        archive.search("harbour")
    assert [record.levelname for record in caplog.records] == ["INFO"]


def test_what_a_log_raises_ends_writing_and_not_searching(folder, monkeypatch):
    raised = []
    monkeypatch.setattr(sys, "unraisablehook", lambda problem: raised.append(problem.exc_type))
    with pytest.raises(ZeroDivisionError):
        with dateline.Indexer(folder, on_log=lambda entry: 1 / 0):
            pass
    with dateline.Archive(folder, on_log=lambda entry: 1 / 0) as archive:
        assert archive.search("harbour").total == 2
    assert raised == [ZeroDivisionError] * 2


def test_inputs_are_looked_at_without_an_archive():
    found = dateline.inspect("Storm closes the strait\n\nPilots stayed ashore on Sunday, the port authority said.\n",
                             "storm.txt", source="Tide Gazette")
    assert [(article.title, article.path, article.sources) for article in found] == [
        ("Storm closes the strait", "storm.txt", ["Tide Gazette"])]
    assert found.rejected == []
    assert [entry.outcome for entry in dateline.inspect(b"").rejected] == ["rejected"]
    assert "jsonl" in [known.name for known in dateline.input_formats()]


def test_an_archive_is_compacted_rehearsed_and_mended(folder):
    with dateline.Indexer(folder, api_writer=True) as indexer:
        indexer.remove("h2")
    compacted = dateline.compact(folder, drop_previous=True)
    assert compacted.articles == 201 and compacted.bytes_after > 0
    reports = []
    rehearsed = dateline.reindex(folder, dry_run=True, on_report=reports.append)
    assert (rehearsed.articles, rehearsed.unchanged, rehearsed.updated) == (201, 201, 0)
    assert [stage.stage for stage in dateline.reindex(folder).stages][:2] == ["learning", "reading"]
    told = []
    assert dateline.check(folder, on_progress=told.append).sound
    assert told and told[0].stage == "checking"
    with pytest.raises(dateline.Cancelled):
        dateline.check(folder, on_progress=lambda progress: False)
    (folder / "MANIFEST").write_bytes(b"nothing")
    mended = dateline.repair(folder)
    assert mended.sound and mended.articles_lost == 0 and mended.done
    assert [damage.file for damage in mended.damages] == ["MANIFEST"]


def test_parts_of_the_index_and_speakers_who_are_perhaps_one(archive, folder):
    assert sum(part.bytes for part in archive.index_parts()) > 0
    assert archive.unsure_speakers() == []
    with dateline.Indexer(folder) as indexer:
        for number, name in enumerate(["Nadezhda Olenkova", "Nadeshda Olenkowa"] * 2):
            words = f"The channel is open on day {number}"
            indexer.add({"title": f"Channel notice {number}", "body": f"“{words},” said {name}.",
                         "quotes": [{"text": words, "speaker": name}]})
    dateline.reindex(folder)
    for pair in archive.unsure_speakers(limit=3):
        assert pair.speaker.name != pair.other.name and 0 < pair.score <= 1


def test_quotations_are_counted_by_speaker(archive):
    counted = archive.quotes("harbour", words_in_quotes=False, speaker_counts=5)
    assert counted.speakers is not None
    assert [(count.value, count.count) for count in counted.speakers] == [("Ada Kowal", 1)]
    assert archive.quotes("harbour").total == 0 and archive.quotes("harbour").speakers is None


def test_a_callback_cancels_and_its_exceptions_come_out(tmp_path):
    (tmp_path / "a.txt").write_text("Harbour reopens\n\nThe harbour reopened on Monday after a storm, officials said.\n")
    with pytest.raises(dateline.Cancelled):
        with dateline.Indexer(tmp_path / "one", on_progress=lambda progress: False) as indexer:
            indexer.add_paths(tmp_path / "a.txt")
    with pytest.raises(ZeroDivisionError):
        with dateline.Indexer(tmp_path / "two", on_report=lambda entry: 1 / 0) as indexer:
            indexer.add_paths(tmp_path / "a.txt")


def test_many_threads_search_while_another_writes(archive, folder):
    over = threading.Event()
    problems, answers = [], []

    def search():
        try:
            while not over.is_set():
                assert archive.search("harbour").hits[0].title
                answers.append(1)
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10):
        with dateline.Indexer(folder) as indexer:
            indexer.add({"id": f"n{number}", "title": f"Harbour notice {number}"})
    over.set()
    for thread in threads:
        thread.join()
    assert not problems and len(answers) >= 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_child_opens_its_own_archive(archive, folder):
    archive.search("harbour")
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if dateline.Archive(folder).search("harbour").total == 2 else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert archive.search("harbour").total == 2
