"""The dateline command as a person or a script meets it: run as a process, judged by its output and exit code."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
CORPUS = os.path.join(SOURCE, "sample_corpus")


def run(*arguments, stdin=None, env=None):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
    environment.pop("DATELINE_ARCHIVE", None) if not env else None
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True, env=environment, timeout=300)


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
            answer = self.search("-n", "1000", "--match", "all", "--no-group", "--facet", "language", query)
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
        quotes = json.loads(run("quotes", "-a", self.archive, "--json", "speaker:halvask").stdout)
        self.assertGreater(quotes["total"], 0)
        self.assertEqual({row["speaker"] for row in quotes["quotes"]}, {"Joren Halvask"})
        shown = json.loads(run("show", "-a", self.archive, "--json", quotes["quotes"][0]["article"]).stdout)
        self.assertIn("Joren Halvask", [speaker["name"] for speaker in shown["speakers"]])
        for quote in shown["quotes"]:
            self.assertEqual(shown["body"][quote["start"]:quote["end"]], quote["text"])
        speakers = run("speakers", "-a", self.archive, "halv")
        self.assertIn("Joren Halvask", speakers.stdout)
        stats = json.loads(run("stats", "-a", self.archive, "--json").stdout)
        self.assertEqual(stats["articles"], json.loads(self.indexed.stdout)["articles"])
        facets = json.loads(run("facets", "-a", self.archive, "--json", "--by", "language", "strait").stdout)
        self.assertGreater(facets["language"][0]["count"] if "language" in facets else facets["facets"]["language"][0]["count"], 0)

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


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
