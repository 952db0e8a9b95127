"""The dateline command as a person or a script meets it: run as a process, judged by its output and exit code."""

import fcntl
import glob
import json
import os
import pty
import re
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import unicodedata
import unittest
import xml.etree.ElementTree

PROGRAM, SOURCE = sys.argv[1:3]
CORPUS = os.path.join(SOURCE, "sample_corpus")


def run(*arguments, stdin=None, env=None):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
    environment.pop("DATELINE_ARCHIVE", None) if not env else None
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True, env=environment, timeout=300)


def columns_of(line):
    """A terminal's columns, as the wide and combining characters of the sample corpus need them."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def on_terminal(*arguments, rows=24, columns=80, stderr=subprocess.PIPE, **variables):
    """Runs with standard output on a terminal of that size; returns exit code, what the terminal got, what stderr got."""
    terminal, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": "/nowhere", **variables}
    process = subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=end, env=environment,
                               stderr=end if stderr == "terminal" else stderr)
    os.close(end)
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # how a terminal says that its last writer has gone
            break
        if not part:
            break
        shown += part
    os.close(terminal)
    said = b""
    if process.stderr:
        said = process.stderr.read()
        process.stderr.close()
    return process.wait(), shown.decode().replace("\r\n", "\n"), said.decode()


class Command(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="dateline-command-")
        cls.archive = os.path.join(cls.folder, "sample.dateline")
        cls.indexed = run("index", "-a", cls.archive, "--json", "--aliases", f"{CORPUS}/aliases.tsv", "--source-table",
                          f"{CORPUS}/sources.tsv", *(os.path.join(CORPUS, name) for name in cls.languages()))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @staticmethod
    def languages():
        return sorted(name for name in os.listdir(CORPUS) if os.path.isdir(os.path.join(CORPUS, name)))

    def search(self, *arguments):
        done = run("search", "-a", self.archive, "--json", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def fresh(self, name):
        return os.path.join(self.folder, name)


class Indexing(Command):
    def test_the_corpus_is_indexed_whole(self):
        self.assertEqual(self.indexed.returncode, 0, self.indexed.stderr)
        summary = json.loads(self.indexed.stdout)
        with open(os.path.join(CORPUS, "gold.jsonl"), encoding="utf-8") as gold:
            self.assertEqual(summary["added"], len(gold.readlines()))
        self.assertEqual(summary["rejected"], 0)
        for name in ("updated", "unchanged", "removed", "articles", "bytes", "seconds", "bytes_per_second"):
            self.assertIn(name, summary)

    def test_a_second_run_changes_nothing(self):
        folder = self.fresh("again")
        shutil.copytree(os.path.join(CORPUS, "en"), folder)
        archive = self.fresh("again.dateline")
        first = json.loads(run("index", "-a", archive, "--json", folder).stdout)
        second = json.loads(run("index", "-a", archive, "--json", folder).stdout)
        self.assertEqual(second["unchanged"], first["added"])
        self.assertEqual((second["added"], second["updated"]), (0, 0))

    def test_rejections_are_named_and_the_exit_code_is_3(self):
        folder = self.fresh("mixed")
        os.makedirs(folder)
        shutil.copy(os.path.join(CORPUS, "en", "tanker-wire.txt"), folder)
        with open(os.path.join(folder, "noise.bin"), "wb") as noise:
            noise.write(bytes(range(256)) * 20)
        done = run("index", "-a", self.fresh("mixed.dateline"), "--report", self.fresh("report.jsonl"), folder)
        self.assertEqual(done.returncode, 3)
        self.assertIn("noise.bin", done.stderr)
        with open(self.fresh("report.jsonl"), encoding="utf-8") as report:
            rows = [json.loads(line) for line in report]
        self.assertEqual({row["input"]: row["outcome"] for row in rows}, {"noise.bin": "rejected", "tanker-wire.txt": "added"})

    def test_standard_input(self):
        archive = self.fresh("stdin.dateline")
        article = json.dumps({"id": "s1", "title": "Lamp lit again", "text": "The lamp of the old tower was lit again last night."})
        self.assertEqual(run("index", "-a", archive, "--input", "jsonl", "-", stdin=article + "\n").returncode, 0)
        found = json.loads(run("search", "-a", archive, "--json", "lamp").stdout)
        self.assertEqual([hit["id"] for hit in found["hits"]], ["s1"])

    def exported(self, archive):
        done = run("export", "-a", archive)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def summary(self, *arguments, stdin=None):
        done = run("index", "--json", *arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def answers(self, archive):
        """What the archive answers, without what differs from run to run."""
        answers = []
        for query in ("strait", "пролив", "海峡", "المضيق", "speaker:halvask", "source:reuters", "lang:ru", '"the strait"', "path:en",
                      "tag:shipping", "date:2024-06", "said:lights", "*", "path:feed.jsonl", "id:desk-0006"):
            answer = json.loads(run("search", "-a", archive, "--json", "-n", "100", "--facet", "source,speaker,date,language,tag",
                                    query).stdout)
            answer.pop("took_ms")
            answers.append(answer)
        quotes = json.loads(run("quotes", "-a", archive, "--json", "-n", "1000").stdout)
        quotes.pop("took_ms")
        return answers, quotes, run("speakers", "-a", archive, "-n", "1000", "--json").stdout

    def test_export_is_taken_back_unchanged(self):
        lines = self.exported(self.archive)
        file = self.fresh("export.jsonl")
        with open(file, "w", encoding="utf-8") as out:
            out.write(lines)
        copy = self.fresh("copy.dateline")
        tables = ("--aliases", f"{CORPUS}/aliases.tsv", "--source-table", f"{CORPUS}/sources.tsv")
        self.assertEqual(self.summary("-a", copy, *tables, file)["added"], lines.count("\n"))
        self.assertEqual(self.exported(copy), lines)
        self.assertEqual(self.answers(copy), self.answers(self.archive))
        self.assertEqual(run("reindex", "-q", "-a", copy).returncode, 0)
        self.assertEqual(self.exported(copy), lines)
        # The same again, from a file, another file and standard input, into the copy and where it came from.
        shutil.copy(file, self.fresh("other.jsonl"))
        for archive in (copy, self.archive):
            for arguments, stdin in (((file,), None), ((self.fresh("other.jsonl"),), None), (("-",), lines)):
                summary = self.summary("-a", archive, *arguments, stdin=stdin)
                self.assertEqual((summary["added"], summary["updated"], summary["unchanged"]), (0, 0, lines.count("\n")))
            self.assertEqual(self.exported(archive), lines)

    def test_export_keeps_given_fields_and_identities(self):
        archive, copy = self.fresh("given.dateline"), self.fresh("given-copy.dateline")
        given = "".join(line + "\n" for line in (
            '{"id": "7", "title": "Tide table", "text": "The tide came at nine.", "desk": 123456789012345678901234567890}',
            '{"url": "https://a.example/x?b=1&utm_source=y", "title": "Night boat", "text": "It left.\\n\\nIt came.", "odd": {"a": [1.50, null]}}',
            '{"title": "No key", "body": "Nobody gave this one a name.", "extra": {"key": "mine"}, "date": {"when": "later"}}'))
        self.assertEqual(self.summary("-a", archive, "--collection", "desk", "-", stdin=given)["added"], 3)
        lines = self.exported(archive)
        for part in ('"desk":123456789012345678901234567890', '"odd":{"a":[1.50,null]}', '"extra":{"key":"mine"}',
                     '"date":{"when":"later"}', '"key":"id:desk:7"'):
            self.assertIn(part, lines)
        self.assertEqual(self.summary("-a", copy, "-", stdin=lines)["added"], 3)
        self.assertEqual(self.exported(copy), lines)
        self.assertEqual(self.summary("-a", archive, "-", stdin=lines)["unchanged"], 3)
        # It is the same article for those who give it again, and for those who change its export.
        self.assertEqual(self.summary("-a", copy, "--collection", "desk", "-", stdin=given)["articles"], 3)
        edited = self.summary("-a", copy, "-", stdin=lines.replace("Tide table", "Tables of the tide"))
        self.assertEqual((edited["added"], edited["updated"], edited["unchanged"], edited["articles"]), (0, 1, 2, 3))

    def test_a_report_names_the_line_of_an_export_that_was_read(self):
        report = self.fresh("export-report.jsonl")
        self.summary("-a", self.fresh("reported.dateline"), "--report", report, "-", stdin=self.exported(self.archive))
        with open(report, encoding="utf-8") as rows:
            self.assertEqual([json.loads(row)["input"] for row in rows][:2], ["-:1", "-:2"])

    def test_delete(self):
        archive = self.fresh("delete.dateline")
        for number in (1, 2):
            article = json.dumps({"id": f"d{number}", "title": f"Boat {number}", "text": f"Boat number {number} left the harbour."})
            run("index", "-a", archive, "--input", "jsonl", "-", stdin=article)
        self.assertEqual(run("delete", "-a", archive, "d1").returncode, 0)
        found = json.loads(run("search", "-a", archive, "--json", "boat").stdout)
        self.assertEqual([hit["id"] for hit in found["hits"]], ["d2"])
        again = run("delete", "-a", archive, "--json", "d1", "d2")
        self.assertEqual(again.returncode, 3)
        self.assertIn("rejected: d1", again.stderr)
        self.assertEqual(json.loads(again.stdout), {"format": 1, "removed": 1, "missing": ["d1"]})


class Searching(Command):
    def test_the_answer_has_the_fields_of_the_contract(self):
        answer = self.search("--facet", "source,speaker,date,language", "strait")
        self.assertEqual(answer["format"], 1)
        for name in ("query", "interpreted", "warnings", "suggestion", "total", "total_partial", "total_exact", "articles", "undated",
                     "took_ms", "hits", "facets", "facet_info"):
            self.assertIn(name, answer)
        for name in ("id", "score", "title", "date", "date_precision", "sources", "byline", "speakers", "language", "url", "path",
                     "snippets", "copies"):
            self.assertIn(name, answer["hits"][0])
        snippet = answer["hits"][0]["snippets"][0]
        for start, end in snippet["highlights"]:
            self.assertLess(start, end)
            self.assertLessEqual(end, len(snippet["text"]))
        self.assertEqual(list(answer["facets"]), ["source", "speaker", "date", "language"])

    def test_a_speaker_is_found_in_any_script_and_spelling(self):
        ids = [sorted(hit["id"] for hit in self.search("-n", "100", f"speaker:{name}")["hits"])
               for name in ('"Nadezhda Olenkova"', "Оленкова", "olenkowa", "Olenkova")]
        self.assertGreater(len(ids[0]), 3)
        for other in ids[1:]:
            self.assertEqual(other, ids[0])

    def test_words_are_found_in_the_language_they_were_written_in(self):
        for query, language in (("пролив", "ru"), ("Tankers", "de"), ("海峡", "ja"), ("المضيق", "ar"), ("détroit", "fr"),
                                ("ช่องแคบ", "th"), ("जलडमरूमध्य", "hi"), ("해협", "ko")):
            languages = {hit["language"][:2] for hit in self.search("-n", "100", query)["hits"]}
            self.assertIn(language, languages, query)

    def test_counts_agree_with_hits(self):
        for query in ("strait", "harbour -tanker", "source:reuters", "date:2024-06", "lang:ru", "speaker:halvask", '"the strait"'):
            answer = self.search("-n", "1000", "--match", "all", "--no-group", "--facet", "language", "--facet-limit", "100",
                                 query)
            self.assertEqual(answer["total"], len(answer["hits"]), query)
            counted = sum(row["count"] for row in answer["facets"]["language"])
            self.assertEqual(counted + answer["facet_info"]["language"]["missing"], answer["total"], query)

    def test_pages_do_not_overlap(self):
        whole = [hit["id"] for hit in self.search("-n", "30", "strait")["hits"]]
        pages = [hit["id"] for offset in (0, 10, 20) for hit in self.search("-n", "10", "--offset", str(offset), "strait")["hits"]]
        self.assertEqual(pages, whole)

    def test_nothing_found_is_success(self):
        answer = self.search("zyzzyva")
        self.assertEqual((answer["total"], answer["hits"]), (0, []))

    def test_trec_and_batches(self):
        queries = self.fresh("queries.tsv")
        with open(queries, "w", encoding="utf-8") as file:
            file.write("q1\tstrait\nq2\tferry rescue\n")
        lines = run("search", "-a", self.archive, "--queries", queries, "--format", "trec", "-n", "3").stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines], ["q1"] * 3 + ["q2"] * 3)
        self.assertTrue(all(len(line.split()) == 6 for line in lines))
        answers = run("search", "-a", self.archive, "--queries", queries, "--format", "jsonl").stdout.splitlines()
        self.assertEqual([json.loads(line)["id"] for line in answers], ["q1", "q2"])

    def test_quotes_speakers_show_stats_facets(self):
        quotes = json.loads(run("quotes", "-a", self.archive, "--json", "-n", "1000", "speaker:halvask").stdout)
        self.assertGreater(quotes["total"], 0)
        self.assertEqual({row["speaker"] for row in quotes["quotes"]}, {"Joren Halvask"})
        shown = json.loads(run("show", "-a", self.archive, "--json", quotes["quotes"][0]["article"]).stdout)
        self.assertIn("Joren Halvask", [speaker["name"] for speaker in shown["speakers"]])
        for quote in shown["quotes"]:
            self.assertEqual(shown["body"][quote["start"]:quote["end"]], quote["text"])
        first = json.loads(run("quotes", "-a", self.archive, "--json", "speaker:halvask", "--first").stdout)
        last = json.loads(run("quotes", "-a", self.archive, "--json", "speaker:halvask", "--last").stdout)
        dates = [row["date"] for row in quotes["quotes"] if row["date"]]
        self.assertEqual([len(first["quotes"]), len(last["quotes"])], [1, 1])
        self.assertEqual([first["quotes"][0]["date"], last["quotes"][0]["date"]], [min(dates), max(dates)])
        self.assertEqual(run("quotes", "-a", self.archive, "--first", "--last").returncode, 2)
        self.assertEqual(run("quotes", "-a", self.archive, "--first", "--sort", "oldest").returncode, 2)
        counted = json.loads(run("facets", "-a", self.archive, "--json", "--by", "speaker", "--count", "quotes", "-n", "1000").stdout)
        everything = json.loads(run("quotes", "-a", self.archive, "--json", "-n", "1000").stdout)
        self.assertEqual(counted["total"], everything["total"])
        self.assertEqual(sum(value["count"] for value in counted["facets"]["speaker"]), counted["total"])
        named = [row["speaker"] for row in everything["quotes"]]
        for value in counted["facets"]["speaker"]:
            self.assertEqual(value["count"], named.count(value["value"]), value)
        self.assertEqual(run("facets", "-a", self.archive, "--by", "source", "--count", "quotes").returncode, 2)
        pairs = json.loads(run("speakers", "-a", self.archive, "--json", "--unsure").stdout)
        for pair in pairs["pairs"]:
            self.assertEqual(pair["alias_row"].split("\t")[0], pair["speaker"]["name"])
        speakers = run("speakers", "-a", self.archive, "halv")
        self.assertIn("Joren Halvask", speakers.stdout)
        stats = json.loads(run("stats", "-a", self.archive, "--json").stdout)
        self.assertEqual(stats["articles"], json.loads(self.indexed.stdout)["articles"])
        facets = json.loads(run("facets", "-a", self.archive, "--json", "--by", "language", "strait").stdout)
        self.assertGreater(facets["facets"]["language"][0]["count"], 0)

    def test_text_output_has_no_colours_in_a_pipe(self):
        plain = run("search", "-a", self.archive, "strait").stdout
        self.assertNotIn("\x1b", plain)
        self.assertIn("\x1b", run("search", "-a", self.archive, "--color", "always", "strait").stdout)

    def test_a_closed_pipe_ends_quietly(self):
        process = subprocess.Popen([PROGRAM, "export", "-a", self.archive], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertIn(process.wait(), (0, 141, -signal.SIGPIPE))


class Timeline(Command):
    def timeline(self, *arguments):
        return run("timeline", "-a", self.archive, *arguments)

    def test_buckets_agree_with_the_total(self):
        for by in ("day", "week", "month", "year"):
            answer = json.loads(self.timeline("--json", "--no-group", "--by", by).stdout)
            self.assertEqual(answer["granularity"], by)
            counted = sum(bucket["count"] for bucket in answer["buckets"])
            self.assertEqual(counted + answer["missing"] + answer["imprecise"], answer["total"], by)
            values = [bucket["value"] for bucket in answer["buckets"]]
            self.assertEqual(values, sorted(values))

    def test_the_finest_that_gives_at_most_sixty_bars(self):
        for arguments, granularity in (((), "week"), (("--from", "2024-06", "--to", "2024-07"), "day")):
            answer = json.loads(self.timeline("--json", *arguments).stdout)
            self.assertEqual(answer["granularity"], granularity, arguments)
            self.assertLessEqual(len(answer["buckets"]), 60)

    def test_filters_of_dates_narrow_it(self):
        answer = json.loads(self.timeline("--json", "--by", "month", "--from", "2024-06", "--to", "2024-09").stdout)
        values = [bucket["value"] for bucket in answer["buckets"]]
        self.assertTrue(all("2024-06" <= value <= "2024-09" for value in values), values)

    def test_a_bucket_is_a_query_that_finds_its_articles(self):
        for by in ("day", "week", "month", "year"):
            for bucket in json.loads(self.timeline("--json", "--no-group", "--by", by).stdout)["buckets"]:
                if bucket["count"]:
                    found = self.search("--no-group", "-n", "0", "date:" + bucket["value"])["total"]
                    self.assertEqual(found, bucket["count"], bucket)

    def test_formats(self):
        buckets = json.loads(self.timeline("--json", "strait").stdout)["buckets"]
        lines = [json.loads(line) for line in self.timeline("--format", "jsonl", "strait").stdout.splitlines()]
        self.assertEqual([{"format": 1, **bucket} for bucket in buckets], lines)
        rows = self.timeline("--format", "csv", "strait").stdout.splitlines()
        self.assertEqual(rows, ["value,count"] + [f"{bucket['value']},{bucket['count']}" for bucket in buckets])
        text = self.timeline("strait").stdout
        for bucket in buckets:
            self.assertRegex(text, rf"(?m)^{bucket['value']} +{bucket['count']}( |$)")

    def test_the_picture_is_xml_with_a_bar_for_each_count(self):
        file = self.fresh("timeline.svg")
        answer = json.loads(self.timeline("--json", "--svg", file, "lang:ru OR <&>").stdout)
        filled = [bucket for bucket in answer["buckets"] if bucket["count"]]
        svg = "{http://www.w3.org/2000/svg}"
        root = xml.etree.ElementTree.parse(file).getroot()
        self.assertEqual(root.tag, svg + "svg")
        self.assertIn("<&>", root.find(svg + "title").text)
        self.assertEqual([group.find(svg + "title").text.split(":")[0] for group in root.findall(svg + "g")],
                         [bucket["value"] for bucket in filled])
        with open(file, encoding="utf-8") as picture:
            self.assertEqual(self.timeline("--svg", "-", "lang:ru OR <&>").stdout, picture.read())
        self.assertEqual(self.timeline("--svg", "-", "--json").returncode, 2)
        self.assertEqual(self.timeline("--svg", self.fresh("no/such/folder.svg")).returncode, 1)


class Formats(Command):
    def test_facets_prints_facets(self):
        facets = json.loads(run("facets", "-a", self.archive, "--json", "--by", "source,week", "strait").stdout)
        self.assertEqual(list(facets["facets"]), ["source", "week"])
        self.assertEqual(list(facets["facet_info"]), ["source", "week"])
        for name in ("format", "query", "interpreted", "warnings", "total", "total_partial", "articles"):
            self.assertIn(name, facets)
        for name in ("hits", "suggestion"):
            self.assertNotIn(name, facets)
        lines = run("facets", "-a", self.archive, "--format", "jsonl", "--by", "source,week", "strait").stdout.splitlines()
        self.assertEqual([json.loads(line) for line in lines],
                         [{"format": 1, "field": field, **row} for field, rows in facets["facets"].items() for row in rows])

    def test_every_format_that_help_promises_is_printed(self):
        id = self.search("strait")["hits"][0]["id"]
        commands = {"search": ["strait"], "quotes": ["strait"], "facets": ["--by", "source"], "timeline": [], "show": [id],
                    "similar": [id], "suggest": ["str"],
                    "speakers": [], "stats": [], "inspect": [f"{CORPUS}/en/tanker-wire.txt"], "analyze": ["Ships"], "export": []}
        for command, arguments in commands.items():
            choices = re.search(r"--format ([a-z|]+)", run(command, "--help").stdout).group(1).split("|")
            for choice in choices:
                done = run(command, *arguments, "-a", self.archive, "--format", choice)
                self.assertEqual((done.returncode, done.stderr), (0, ""), (command, choice))
                if choice == "json":
                    self.assertEqual(json.loads(done.stdout)["format"], 1, command)
                elif choice == "jsonl":
                    self.assertTrue(all(json.loads(line)["format"] == 1 for line in done.stdout.splitlines()), command)
                self.assertNotEqual(done.stdout, "", (command, choice))

    def test_a_citation_is_there_when_asked_for(self):
        for command in ("search", "quotes"):
            arguments = (command, "-a", self.archive, "-n", "100", "--format", "jsonl", "strait")
            self.assertNotIn("citation", run(*arguments).stdout)
            rows = [json.loads(line) for line in run(*arguments, "--cite").stdout.splitlines()]
            self.assertGreater(len(rows), 3)
            for row in rows:
                known = [row["title"] and f"“{row['title']}”", *row["sources"], row["date"], row["url"]]
                self.assertEqual(row["citation"], ", ".join(part for part in known if part) or None)

    def test_warnings_reach_those_who_read_rows(self):
        for format, told in (("csv", True), ("jsonl", True), ("text", True), ("json", False)):
            done = run("search", "-a", self.archive, "--format", format, "strait foo:bar")
            self.assertEqual("warning" in done.stderr, told, format)
            self.assertNotIn("warning", run("search", "-q", "-a", self.archive, "--format", format, "strait foo:bar").stderr)


class Terminal(Command):
    def test_long_text_goes_through_the_pager(self):
        code, shown, said = on_terminal("search", "-a", self.archive, "strait", DATELINE_PAGER="sed s/^/p:/")
        self.assertEqual((code, said), (0, ""))
        self.assertTrue(all(line.startswith("p:") for line in shown.splitlines()))
        self.assertIn("Reuters", shown)
        self.assertIn("\x1b[", shown)

    def test_short_text_machines_and_those_who_say_so_have_none(self):
        for arguments in (("search", "-n", "1", "strait"), ("search", "--json", "strait"), ("search", "--no-pager", "strait"),
                          ("export",)):
            code, shown, _ = on_terminal(*arguments, "-a", self.archive, DATELINE_PAGER="sed s/^/p:/")
            self.assertEqual(code, 0)
            self.assertNotIn("p:", shown)
            self.assertGreater(len(shown), 100)
        piped = run("search", "-a", self.archive, "strait", env={"PATH": os.environ["PATH"], "DATELINE_PAGER": "sed s/^/p:/"})
        self.assertNotIn("p:", piped.stdout)

    def test_colours_inside_the_pager_are_those_that_were_asked_for(self):
        for arguments, variables, colored in (((), {}, True), (("--color", "never"), {}, False), ((), {"NO_COLOR": "1"}, False),
                                              (("--color", "always"), {"NO_COLOR": "1"}, True), ((), {"TERM": "dumb"}, False)):
            _, shown, _ = on_terminal("search", "-a", self.archive, "strait", *arguments, DATELINE_PAGER="sed s/^/p:/", **variables)
            self.assertEqual("\x1b[" in shown, colored, (arguments, variables))

    def test_a_pager_that_is_left_ends_quietly_with_the_commands_own_code(self):
        ids = [hit["id"] for hit in self.search("-n", "100", "*")["hits"]]
        code, shown, said = on_terminal("show", "-a", self.archive, *ids, DATELINE_PAGER="head -n 1 >/dev/null")
        self.assertEqual((code, shown, said), (0, "", ""))
        code, _, said = on_terminal("show", "-a", self.archive, *ids, "no-such-id", DATELINE_PAGER="head -n 1 >/dev/null")
        self.assertEqual(code, 1)
        self.assertIn("no-such-id", said)

    def test_what_is_said_while_a_pager_is_open_is_said_in_it(self):
        ids = [hit["id"] for hit in self.search("-n", "3", "strait")["hits"]]
        code, shown, _ = on_terminal("show", "-a", self.archive, *ids, "no-such-id", stderr="terminal", DATELINE_PAGER="sed s/^/p:/")
        self.assertEqual(code, 1)
        self.assertRegex(shown, r"(?m)^p:dateline: there is no article .no-such-id")

    @unittest.skipUnless(shutil.which("less"), "less is not installed")
    def test_less_shows_colours_and_every_script(self):
        _, shown, _ = on_terminal("search", "-a", self.archive, "-n", "100", "strait OR 海峡 OR пролив", rows=2000, LINES="24")
        self.assertIn("海峡", shown)
        self.assertIn("пролив", shown)
        self.assertNotIn("ESC[", shown)

    def test_no_pager_is_no_failure(self):
        code, shown, said = on_terminal("search", "-a", self.archive, "strait", PATH="/nowhere")
        self.assertEqual((code, said), (0, ""))
        self.assertIn("Reuters", shown)

    def test_nothing_is_wider_than_the_terminal(self):
        id = self.search("strait")["hits"][0]["id"]
        for columns in (30, 60, 80, 200):
            for arguments in (("search", "海峡 OR strait OR المضيق", "--facet", "source,speaker,month", "--cite"), ("quotes", "*"),
                              ("timeline",), ("speakers",), ("stats",), ("show", id), ("--help",), ("help", "search")):
                if "help" in arguments[0] and columns < 80:
                    continue  # examples are there to be copied
                _, shown, _ = on_terminal(*arguments, "-a", self.archive, "--no-pager", "--color", "never", columns=columns)
                for line in shown.splitlines():
                    self.assertLessEqual(columns_of(line), columns, (arguments, line))

    def test_bars_are_ascii_where_the_locale_is(self):
        for locale, blocks in (("C.UTF-8", True), ("C", False), ("", True)):
            _, shown, _ = on_terminal("timeline", "-a", self.archive, "--no-pager", LC_ALL=locale)
            self.assertEqual(("█" in shown, "##" in shown), (blocks, not blocks), locale)

    def test_progress_is_for_terminals(self):
        arguments = ("index", "-a", self.fresh("progress.dateline"), f"{CORPUS}/en")
        code, shown, said = on_terminal(*arguments)
        self.assertEqual((code, said), (0, ""))
        self.assertRegex(shown, r"^\d+ added, 0 updated, 0 unchanged\n\d+ articles in the archive; .* read in .* s")
        _, shown, _ = on_terminal("reindex", *arguments[1:3], stderr="terminal")
        self.assertIn("\r\x1b[K", shown)
        _, shown, _ = on_terminal("reindex", "-q", *arguments[1:3], stderr="terminal")
        self.assertEqual(shown, "")

    def test_verbose_names_each_input(self):
        done = run("index", "-v", "-a", self.fresh("verbose.dateline"), f"{CORPUS}/it")
        self.assertEqual(done.stderr.count("dateline: added: "), len(os.listdir(f"{CORPUS}/it")))
        self.assertNotIn("added: ", done.stdout)
        self.assertIn("Read as: ", run("search", "-v", "-a", self.archive, "strait").stdout)


class Documents(Command):
    def test_the_first_screen_of_the_readme_is_what_is_printed(self):
        with open(os.path.join(SOURCE, "README.md"), encoding="utf-8") as readme:
            screen = readme.read().split("```\n")[1]
        shown = ""
        for command in re.findall(r"(?m)^\$ dateline (.*)$", screen):
            arguments = [path for word in shlex.split(command)
                         for path in (sorted(glob.glob(os.path.join(SOURCE, word))) if "*" in word else [word])]
            arguments = [os.path.join(SOURCE, word) if word.startswith("sample_corpus") else word for word in arguments]
            code, printed, said = on_terminal(*arguments, rows=200, NO_COLOR="1", DATELINE_ARCHIVE=self.fresh("readme.dateline"))
            self.assertEqual((code, said), (0, ""))
            shown += f"$ dateline {command}\n{printed}\n"

        def without_times(text):
            text = re.sub(r"in [0-9.]+ ms", "in … ms", text)
            return re.sub(r"read in .*", "read in …", text)
        self.maxDiff = None
        self.assertEqual(without_times(screen.strip()), without_times(shown.strip()))

    def test_links_lead_somewhere(self):
        documents = ["README.md", "CONTRIBUTING.md", *("docs/" + name for name in os.listdir(os.path.join(SOURCE, "docs")))]
        for document in documents:
            with open(os.path.join(SOURCE, document), encoding="utf-8") as text:
                for link in re.findall(r"\]\(([^)#:]+)\)", text.read()):
                    path = os.path.join(SOURCE, os.path.dirname(document), link)
                    self.assertTrue(os.path.exists(path), (document, link))

    def test_objects_have_the_keys_that_the_manual_shows(self):
        with open(os.path.join(SOURCE, "docs/JSON.md"), encoding="utf-8") as manual:
            answer, article = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", manual.read(), re.S))
        printed = self.search("--facet", "source,date", "strait")
        self.assertEqual(list(printed), list(answer))
        self.assertEqual(list(printed["hits"][0]), list(answer["hits"][0]))
        self.assertEqual({name: list(info) for name, info in printed["facet_info"].items()},
                         {name: list(info) for name, info in answer["facet_info"].items()})
        quoting = self.search("speaker:halvask")["hits"][0]["id"]
        shown = json.loads(run("show", "-a", self.archive, "--json", quoting).stdout)
        self.assertEqual(list(shown), list(article))
        for part in ("languages", "speakers", "quotes"):
            self.assertEqual(list(shown[part][0]), list(article[part][0]))


class Similar(Command):
    def setUp(self):
        exported = run("export", "-a", self.archive).stdout.splitlines()
        self.ids = {row["path"]: row["id"] for row in map(json.loads, exported)}
        self.paths = {id: path for path, id in self.ids.items()}

    def similar(self, path, *arguments):
        done = run("similar", "-a", self.archive, "--json", *arguments, self.ids[path])
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def paths_of(self, answer):
        return [self.paths[hit["id"]] for hit in answer["hits"]]

    @staticmethod
    def stories():
        groups = {}
        with open(os.path.join(CORPUS, "gold.jsonl"), encoding="utf-8") as gold:
            for row in map(json.loads, gold):
                if row["copies_of"] and not row["input"].endswith(".jsonl"):
                    groups.setdefault(row["copies_of"], set()).add(os.path.basename(row["input"]))
        return groups

    def test_the_versions_of_a_story_come_first(self):
        stories = self.stories()
        self.assertGreaterEqual(len(stories), 3)
        for story in stories.values():
            for path in story:
                found = [other for other in self.paths_of(self.similar(path, "--no-group")) if other != "desk-export.jsonl:1"]
                self.assertEqual(set(found[:len(story) - 1]), story - {path}, path)

    def test_the_subject_comes_before_what_is_unrelated(self):
        for path, alike, unlike in (("ferry-flash.txt", "captain-interview.txt", "tanker-wire.txt"),
                                    ("court-release.txt", "union-crews.txt", "ferry-flash.txt"),
                                    ("gorusmeler-aa.txt", "desk-export.jsonl:4", "feribot-kaptan.txt"),
                                    ("kaitei.txt", "saikai.html", "kanshidan.txt"),
                                    ("samjhauta.txt", "nauka.txt", "fating.txt")):
            found = self.paths_of(self.similar(path, "-n", "100"))
            self.assertIn(unlike, self.ids)
            self.assertIn(alike, found, path)
            self.assertNotIn(unlike, found[:found.index(alike)], path)

    def test_what_is_similar_has_the_shape_of_a_search(self):
        answer = self.similar("tanker-wire.txt", "-n", "2")
        search = self.search("tanker")
        self.assertEqual(list(answer), list(search))
        self.assertEqual(list(answer["hits"][0]), list(search["hits"][0]))
        self.assertEqual(answer["query"], self.ids["tanker-wire.txt"])
        self.assertEqual(len(answer["hits"]), 2)
        page = self.similar("tanker-wire.txt", "-n", "1", "--offset", "1")
        self.assertEqual(self.paths_of(page), self.paths_of(answer)[1:])
        russian = self.similar("sovet-tass.txt", "--no-group", "--source", "ТАСС")
        self.assertTrue(all("TASS" in hit["sources"] for hit in russian["hits"]))

    def test_formats(self):
        id = self.ids["tanker-wire.txt"]
        lines = run("similar", "-a", self.archive, "--format", "trec", "-n", "2", id).stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines], [id] * 2)
        self.assertEqual(len(run("similar", "-a", self.archive, "--format", "jsonl", "-n", "2", id).stdout.splitlines()), 2)
        self.assertTrue(run("similar", "-a", self.archive, "--format", "csv", id).stdout.startswith("id,score,title"))
        self.assertIn("articles (of ", run("similar", "-a", self.archive, id).stdout)

    def test_copies_are_those_of_a_search_and_come_earliest_first(self):
        for hit in self.search("-n", "100")["hits"]:
            answer = self.similar(self.paths[hit["id"]], "--duplicates", "-n", "100")
            self.assertEqual({copy["id"] for copy in answer["hits"]}, {copy["id"] for copy in hit["copies"]}, hit["path"])
            dates = [copy["date"] for copy in answer["hits"] if copy["date"]]
            self.assertEqual(dates, sorted(dates))

    def test_copies_are_left_out_unless_they_are_asked_for(self):
        for story in self.stories().values():
            for path in story:
                copies = set(self.paths_of(self.similar(path, "--duplicates"))) - {"desk-export.jsonl:1"}
                self.assertEqual(copies, story - {path}, path)
                self.assertEqual(story & set(self.paths_of(self.similar(path, "-n", "100"))), set(), path)
        filtered = self.similar("tanker-herald-wrapped.txt", "--duplicates", "--source", "The Harbour Ledger")
        self.assertEqual(self.paths_of(filtered), ["tanker-ledger.txt"])

    def test_an_unknown_id(self):
        done = run("similar", "-a", self.archive, "no-such-id")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("no-such-id", done.stderr)
        self.assertEqual(run("similar", "-a", self.archive).returncode, 2)


class Suggesting(Command):
    def suggest(self, *arguments):
        done = run("suggest", "-a", self.archive, "--json", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_words_speakers_and_sources(self):
        answer = self.suggest("ferry", "t")
        self.assertEqual((answer["format"], answer["text"]), (1, "ferry t"))
        self.assertEqual({row["kind"] for row in answer["suggestions"]}, {"word", "speaker", "source"})
        self.assertLessEqual(len(answer["suggestions"]), 10)
        for row in answer["suggestions"]:
            self.assertTrue(row["query"].startswith("ferry "), row)
            self.assertGreater(row["articles"], 0)

    def test_a_speaker_in_another_script(self):
        for typed in ("оленк", "Olenko", "nadezhda o", "speaker:оле"):
            rows = self.suggest("--kind", "speaker", typed)["suggestions"]
            self.assertIn('speaker:"Nadezhda Olenkova"', [row["query"] for row in rows], typed)

    def test_formats(self):
        rows = run("suggest", "-a", self.archive, "--format", "jsonl", "-n", "2", "tank").stdout.splitlines()
        self.assertEqual([json.loads(row)["format"] for row in rows], [1, 1])
        self.assertTrue(run("suggest", "-a", self.archive, "--format", "csv", "tank").stdout.startswith("text,kind,articles,id,query\n"))
        self.assertIn("tanker", run("suggest", "-a", self.archive, "tank").stdout)
        self.assertEqual(self.suggest("xyzzy")["suggestions"], [])
        self.assertEqual(run("suggest", "-a", self.archive).returncode, 2)
        self.assertEqual(run("suggest", "-a", self.archive, "--kind", "town", "x").returncode, 2)

    def test_a_mistyped_query_has_a_suggestion(self):
        for query, meant in (("tankre", "tanker"), ("speaker:halvsak", "speaker:halvask"), ("танкр", "танкер"),
                             ('"coast gaurd" -ferry', '"coast guard" -ferry')):
            answer = self.search(query)
            self.assertEqual((answer["total"], answer["suggestion"]), (0, meant))
            self.assertGreater(self.search(meant)["total"], 0)
            self.assertIn(f"Did you mean: {meant}", run("search", "-a", self.archive, query).stdout)
        for query in ("tanker", "tankre*", "=tankre", "tankre7"):
            self.assertIsNone(self.search(query)["suggestion"], query)


class Errors(Command):
    def assert_fails(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        for word in words:
            self.assertIn(word, done.stderr)

    def test_a_missing_archive(self):
        self.assert_fails(run("search", "-a", self.fresh("nowhere"), "x"), 1, "nowhere", "dateline index")

    def test_a_foreign_directory(self):
        os.makedirs(self.fresh("foreign"), exist_ok=True)
        with open(self.fresh("foreign/notes.txt"), "w", encoding="utf-8") as file:
            file.write("mine")
        self.assert_fails(run("search", "-a", self.fresh("foreign"), "x"), 1, "foreign")
        self.assert_fails(run("index", "-a", self.fresh("foreign"), f"{CORPUS}/it"), 1, "foreign")
        self.assertEqual(os.listdir(self.fresh("foreign")), ["notes.txt"])

    def test_a_format_from_the_future(self):
        archive = self.fresh("future.dateline")
        run("index", "-q", "-a", archive, f"{CORPUS}/it")
        path = os.path.join(archive, "MANIFEST")
        with open(path, encoding="utf-8") as file:
            manifest = json.load(file)
        manifest["dateline_archive"] = 99
        del manifest["manifest_checksum"]  # which only its writer could make
        with open(path, "w", encoding="utf-8") as file:
            json.dump(manifest, file)
        self.assert_fails(run("search", "-a", archive, "x"), 1, "99")

    def test_two_writers_at_once(self):
        archive = self.fresh("locked.dateline")
        run("index", "-q", "-a", archive, f"{CORPUS}/it")
        with open(os.path.join(archive, "LOCK"), "r+", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assert_fails(run("index", "-a", archive, f"{CORPUS}/fr"), 1, "written")
        self.assertEqual(run("search", "-a", archive, "x").returncode, 0)

    def test_wrong_usage(self):
        self.assertEqual(run("search", "-a", self.archive, "--no-such-option", "x").returncode, 2)
        self.assertEqual(run("serach", "x").returncode, 2)
        self.assertEqual(run("show", "-a", self.archive, "no-such-id").returncode, 1)
        self.assertEqual(run("--help").returncode, 0)
        self.assertEqual(run("--version").returncode, 0)

    def test_a_missing_input(self):
        done = run("index", "-a", self.fresh("none.dateline"), self.fresh("missing.txt"))
        self.assertEqual(done.returncode, 3)
        self.assertIn("missing.txt", done.stderr)


class Reindexing(Command):
    def test_searches_go_on_while_a_new_generation_is_built(self):
        folder = self.fresh("live")
        shutil.copytree(os.path.join(CORPUS, "en"), folder)
        archive = self.fresh("live.dateline")
        run("index", "-q", "-a", archive, folder)
        expected = json.loads(run("search", "-a", archive, "--json", "strait").stdout)["total"]
        failures, done = [], threading.Event()

        def keep_searching():
            while not done.is_set():
                answer = run("search", "-a", archive, "--json", "strait")
                if answer.returncode or json.loads(answer.stdout)["total"] != expected:
                    failures.append(answer.stderr or answer.stdout)

        searcher = threading.Thread(target=keep_searching)
        searcher.start()
        generations = set()
        for _ in range(4):
            self.assertEqual(run("reindex", "-q", "-a", archive).returncode, 0)
            generations.add(json.loads(run("stats", "-a", archive, "--json").stdout)["generation"])
        self.assertEqual(run("rollback", "-a", archive).returncode, 0)
        done.set()
        searcher.join()
        self.assertEqual(failures, [])
        self.assertEqual(len(generations), 4)

    def test_a_dry_run_says_what_reindex_would_do_and_does_nothing(self):
        archive, folder = self.fresh("dry.dateline"), self.fresh("dry")
        shutil.copytree(os.path.join(CORPUS, "en"), folder)
        run("index", "-q", "-a", archive, folder)
        before = run("export", "-a", archive).stdout
        count = json.loads(run("stats", "-a", archive, "--json").stdout)["articles"]
        same = json.loads(run("reindex", "--dry-run", "-q", "--json", "-a", archive).stdout)
        self.assertEqual((same["unchanged"], same["updated"], same["added"], same["removed"]), (count, 0, 0, 0))
        changed, gone = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".txt")][:2]
        with open(changed, "a", encoding="utf-8") as file:
            file.write("\n\nThe harbour master added that nobody had been hurt, and that the pier would be open by noon.\n")
        os.remove(gone)
        report = self.fresh("dry.jsonl")
        told = json.loads(run("reindex", "--dry-run", "-q", "--json", "-a", archive, "--report", report).stdout)
        self.assertEqual((told["unchanged"], told["updated"], told["removed"]), (count - 1, 1, 0))  # what is gone is kept
        with open(report, encoding="utf-8") as file:
            updated = [entry for entry in map(json.loads, file) if entry["outcome"] == "updated"]
        self.assertEqual([entry["input"] for entry in updated], [os.path.basename(changed)])
        self.assertIn("the body", updated[0]["reason"])
        told = json.loads(run("reindex", "--dry-run", "-q", "--json", "-a", archive, folder).stdout)
        self.assertEqual(told["removed"], 1)
        self.assertEqual(run("export", "-a", archive).stdout, before)

    def test_a_flipped_bit_is_found_and_mended(self):
        archive = self.fresh("flipped.dateline")
        run("index", "-q", "-a", archive, os.path.join(CORPUS, "en"))
        run("index", "-q", "-a", archive, os.path.join(CORPUS, "fr"))
        whole = run("check", "-a", archive)
        self.assertEqual((whole.returncode, whole.stderr), (0, ""))
        self.assertIn("all is well", whole.stdout)
        articles = json.loads(run("stats", "-a", archive, "--json").stdout)["articles"]
        [columns, *_] = glob.glob(os.path.join(archive, "gen-*", "seg-*", "columns"))
        with open(columns, "r+b") as file:
            file.seek(1000)
            byte = file.read(1)
            file.seek(1000)
            file.write(bytes([byte[0] ^ 16]))
        found = run("check", "-a", archive, "--json")
        self.assertEqual(found.returncode, 1)
        self.assertEqual([damage["file"] for damage in json.loads(found.stdout)["damages"]],
                         [os.path.relpath(columns, archive)])
        mended = run("check", "--repair", "-a", archive)
        self.assertEqual(mended.returncode, 0, mended.stderr)
        self.assertIn("was built anew from its", mended.stderr)
        self.assertEqual(run("check", "-a", archive).returncode, 0)
        self.assertEqual(json.loads(run("stats", "-a", archive, "--json").stdout)["articles"], articles)

    def test_stats_says_when_reindex_would_learn_more(self):
        archive, folder = self.fresh("little.dateline"), os.path.join(CORPUS, "en")
        first = sorted(os.listdir(folder))[0]
        advice = lambda: json.loads(run("stats", "-a", archive, "--json").stdout)["advice"]
        run("index", "-q", "-a", archive, os.path.join(folder, first))
        self.assertEqual(advice(), [])
        run("index", "-q", "-a", archive, folder)
        self.assertEqual([text.count("learns from all") for text in advice()], [1])
        run("reindex", "-q", "-a", archive)
        self.assertEqual(advice(), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
