"""What may lie in a folder, and what `dateline index` makes of it: every kind of input, and input of every bad kind."""

import bz2
import gzip
import io
import json
import lzma
import os
import resource
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

PROGRAM = sys.argv[1]
SANITIZED = len(sys.argv) > 3 and sys.argv[3] == "sanitized"
MOST_MEMORY = 1_500_000  # kB

STORY = "Lock opens again\n\nThe northern lock was opened to barges on Monday, after three weeks of repairs, the authority said.\n"
PAGE = ("<!doctype html><html><head><title>Lamp lit again</title></head><body><article><p>The lamp of the old tower was lit again "
        "last night, after a month of repairs, the keeper said.</p></article></body></html>")


def record(number):
    return json.dumps({"id": f"r{number}", "title": f"Record {number}", "text": f"Ferry number {number} left the harbour at noon, it was said."})


class Folder(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="dateline-inputs-")
        self.folder = os.path.join(self.root, "in")
        self.archive = os.path.join(self.root, "out.dateline")
        os.mkdir(self.folder)

    def tearDown(self):
        shutil.rmtree(self.root)

    def write(self, name, content):
        path = os.path.join(self.folder.encode(), name) if isinstance(name, bytes) else os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def run_program(self, *arguments, stdin=None):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, env=environment, timeout=300)

    def index(self, *arguments, stdin=None):
        """Indexes the folder; returns the exit code, the summary, and what became of each input."""
        report = os.path.join(self.root, "report.jsonl")
        done = self.run_program("index", "-a", self.archive, "--json", "--report", report, *(arguments or (self.folder,)), stdin=stdin)
        with open(report, encoding="utf-8") as rows:
            outcomes = {row["input"]: row for row in map(json.loads, rows)}
        summary = json.loads(done.stdout) if done.stdout else None
        if not SANITIZED:
            self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MOST_MEMORY)
        return done.returncode, summary, outcomes

    def assert_all_added(self, places):
        code, _, outcomes = self.index()
        self.assertEqual({place: row["outcome"] for place, row in outcomes.items()}, {place: "added" for place in places})
        self.assertEqual(code, 0)

    def assert_rejected(self, expected, good):
        """`expected`: input -> words of its reason; `good`: what is added in spite of them."""
        code, summary, outcomes = self.index()
        self.assertEqual(code, 3)
        self.assertEqual({place for place, row in outcomes.items() if row["outcome"] == "added"}, set(good))
        self.assertEqual({place for place, row in outcomes.items() if row["outcome"] == "rejected"}, set(expected))
        for place, words in expected.items():
            self.assertIn(words, outcomes[place]["reason"], place)
        self.assertEqual(summary["rejected"], len(expected))
        self.assertEqual(summary["added"], len(good))


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members, mode="w:gz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content.encode())
            archive.addfile(entry, io.BytesIO(content.encode()))
    return out.getvalue()


WARC_BLOCK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tower.example/lamp\r\nWARC-Date: 2031-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(WARC_BLOCK)}\r\n\r\n{WARC_BLOCK}\r\n\r\n")
FEED = ("<rss version='2.0'><channel><title>The Harbour Ledger</title><item><title>Ferry late</title><link>https://ledger.example/f</link>"
        "<pubDate>Wed, 02 Oct 2024 10:00:00 +0300</pubDate><description>The ferry to the islands was late again, it was said."
        "</description></item></channel></rss>")
MAIL = ("From: Harbour Letter <letter@ledger.example>\nSubject: The week\nDate: Thu, 03 Oct 2024 08:00:00 +0000\nMessage-ID: <w40@ledger.example>\n"
        "MIME-Version: 1.0\n\nThe week began with a storm, and ended with the harbour open again, officials said.\n")


class EveryKind(Folder):
    def test_each_is_read_by_what_is_in_it(self):
        self.write("a.txt", STORY)
        self.write("b", PAGE)
        self.write("c.jsonl", record(1) + "\n" + record(2) + "\n")
        self.write("d.csv", "title;text;date\nCranes stand still;The cranes of the harbour stood still on Monday, it was said.;2024-10-01\n")
        self.write("e.xml", FEED)
        self.write("f.warc.gz", gzip.compress(WARC.encode()))
        self.write("g.eml", MAIL)
        self.write("h.mbox", "From letter@ledger.example Thu Oct  3 08:00:00 2024\n" + MAIL.replace("w40", "w41") + "\n")
        self.write("i.zip", zipped({"x/y.txt": STORY, "z.jsonl": record(3)}))
        self.write("j.tgz", tarred({"x.html": PAGE.replace("night", "week")}))
        self.write("k.txt.bz2", bz2.compress(STORY.encode()))
        self.write("l.jsonl.xz", lzma.compress(record(4).encode()))
        self.assert_all_added(["a.txt", "b", "c.jsonl:1", "c.jsonl:2", "d.csv:2", "e.xml:1", "f.warc.gz:1", "g.eml", "h.mbox:1",
                               "i.zip/x/y.txt", "i.zip/z.jsonl:1", "j.tgz/x.html", "k.txt.bz2", "l.jsonl.xz:1"])

        found = {}
        for line in self.run_program("export", "-a", self.archive).stdout.splitlines():
            article = json.loads(line)
            found[article["path"]] = article
        self.assertEqual(found["d.csv:2"]["date"], "2024-10-01")
        self.assertEqual(found["e.xml:1"]["date"], "2024-10-02")
        self.assertEqual(found["e.xml:1"]["sources"], ["The Harbour Ledger"])
        self.assertEqual(found["g.eml"]["date"], "2024-10-03")
        self.assertEqual(found["g.eml"]["title"], "The week")
        self.assertEqual(found["f.warc.gz:1"]["url"], "https://tower.example/lamp")
        self.assertIsNone(found["f.warc.gz:1"]["date"])  # 2031 is when it was fetched

        # What is known costs nothing, is read again by reindex, and is found by the name of its member.
        self.assertEqual(self.index()[1]["unchanged"], 14)
        self.assertEqual(self.run_program("reindex", "-q", "-a", self.archive).returncode, 0)
        answer = json.loads(self.run_program("search", "-a", self.archive, "--json", 'path:"i.zip/x/y.txt"').stdout)
        self.assertEqual([hit["path"] for hit in answer["hits"]], ["i.zip/x/y.txt"])
        os.remove(os.path.join(self.folder, "i.zip"))
        self.assertEqual(self.index("--prune", self.folder)[1]["removed"], 2)

    def test_input_says_what_is_packed(self):
        self.write("a.gz", gzip.compress(b"title,mood\nThe northern lock was opened on Monday,glad\n"))
        self.assertEqual(list(self.index("--input", "csv", self.folder)[2]), ["a.gz:2"])
        shutil.rmtree(self.archive)
        self.assertEqual(list(self.index("--input", "text", self.folder)[2]), ["a.gz"])

    def test_standard_input_may_be_packed(self):
        code, summary, outcomes = self.index("-", stdin=gzip.compress((record(1) + "\n" + record(2) + "\n").encode()))
        self.assertEqual((code, list(outcomes)), (0, ["-:1", "-:2"]))

    @unittest.skipIf(SANITIZED, "sanitizers need memory of their own")
    def test_a_file_larger_than_the_memory_that_reading_it_takes(self):
        load = '"' + "x" * 1_000_000 + '"'
        with open(os.path.join(self.folder, "export.jsonl"), "w", encoding="utf-8") as file:
            for number in range(300):
                file.write(record(number)[:-1] + ', "markup": ' + load + "}\n")
        # A child counts what its parent held, which here is more than it takes: the parent is another.
        measure = ("import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode; "
                   "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        done = subprocess.run([sys.executable, "-c", measure, PROGRAM, "index", "-a", self.archive, "-q", self.folder],
                              capture_output=True, check=True)
        code, memory = map(int, done.stdout.split())
        self.assertEqual(code, 0)
        self.assertLess(memory, 200_000)  # kB

    def test_standard_input_of_any_size(self):
        """More than is kept of it for learning, in little memory."""
        line = json.dumps({"note": "x" * 100_000}).encode() + b"\n"
        stdin = (record(1).encode() + b"\n" + line * 900 + record(2).encode() + b"\n")
        code, summary, _ = self.index("-", stdin=stdin)
        self.assertEqual((code, summary["added"], summary["rejected"], summary["bytes"]), (3, 2, 900, len(stdin)))


class EveryBadKind(Folder):
    def test_files_that_hold_no_article(self):
        self.write("good.txt", STORY)
        self.write("empty.txt", "")
        self.write("blank.txt", " \n\t\n")
        self.write("program", b"\x7fELF\x02\x01\x01" + bytes(100))
        self.write("noise", bytes(range(256)) * 20)
        self.write("nul.txt", b"The lock was opened.\0 It was shut.")
        self.write("a.pdf", b"%PDF-1.7\n" + bytes(50))
        self.write("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}))
        self.write("sitemap.xml", "<?xml version='1.0'?><urlset><url/></urlset>")
        self.assert_rejected({"empty.txt": "empty", "blank.txt": "empty", "program": "binary", "noise": "binary", "nul.txt": "binary",
                              "a.pdf": "pdftotext", "a.docx": "save it", "sitemap.xml": "neither a feed nor a page"}, ["good.txt"])

    def test_files_that_are_no_files(self):
        self.write("good.txt", STORY)
        os.mkfifo(os.path.join(self.folder, "pipe"))
        os.symlink("nowhere", os.path.join(self.folder, "dangling"))
        os.symlink("loop-b", os.path.join(self.folder, "loop-a"))
        os.symlink("loop-a", os.path.join(self.folder, "loop-b"))
        os.symlink(self.folder, os.path.join(self.folder, "around"))
        door = socket.socket(socket.AF_UNIX)
        door.bind(os.path.join(self.folder, "door"))
        expected = {"pipe": "not a regular file", "dangling": "points to nothing", "loop-a": "links", "loop-b": "links",
                    "door": "not a regular file"}
        if os.geteuid() != 0:  # who may read everything
            self.write("locked.txt", STORY)
            os.chmod(os.path.join(self.folder, "locked.txt"), 0)
            expected["locked.txt"] = "ermission"
        self.assert_rejected(expected, ["good.txt"])
        door.close()

    def test_names_of_any_bytes(self):
        names = [b"new\nline.txt", b"\xff\xfe.txt", b"-dash.txt", "имя.txt".encode(), b"a\x1b[31mred.txt", b"tab\t.txt", b"'quote\".txt"]
        for number, name in enumerate(names):
            self.write(name, STORY.replace("barges", f"{number} barges"))
        code, summary, outcomes = self.index()
        self.assertEqual((code, summary["added"], len(outcomes)), (0, len(names), len(names)))
        self.assertEqual(self.index()[1]["unchanged"], len(names))
        self.assertEqual(self.run_program("reindex", "-q", "-a", self.archive).returncode, 0)
        answer = json.loads(self.run_program("search", "-a", self.archive, "--json", "-n", "50", "--no-group", "barges").stdout)
        self.assertEqual(answer["total"], len(names))
        exported = self.run_program("export", "-a", self.archive).stdout
        self.assertEqual(len(exported.splitlines()), len(names))
        shutil.rmtree(self.folder)
        self.assertEqual(self.run_program("reindex", "-q", "-a", self.archive).returncode, 0)
        answer = json.loads(self.run_program("search", "-a", self.archive, "--json", "--no-group", "barges").stdout)
        self.assertEqual(answer["total"], len(names))

    def test_broken_records_between_good_ones(self):
        self.write("a.jsonl", f'{record(1)}\n{{"title": "half\n\n[1]\nnull\n\0\0\n{{"title": {{"a": 1}}}}\n{record(2)}\n{record(1)}\n{"[" * 100_000}\n')
        self.write("b.json", f'[{record(3)},\n{{"title": "half\n{record(4)},\n7]')
        self.write("c.csv", 'id,title,text\nc1,One,"It was opened, they said."\nc2,Two\nc3,"Three"x,y\nc4,Four,It was shut again on Monday.\n')
        self.assert_rejected({"a.jsonl:2": "not JSON", "a.jsonl:4": "not a JSON object", "a.jsonl:5": "not a JSON object",
                              "a.jsonl:6": "not JSON", "a.jsonl:7": "without text and title", "a.jsonl:9": "same key as a.jsonl:1",
                              "a.jsonl:10": "nested deeper", "b.json:2": "not JSON", "b.json:4": "not a JSON object",
                              "c.csv:3": "2 fields where the header has 3", "c.csv:4": "quotation mark"},
                             ["a.jsonl:1", "a.jsonl:8", "b.json:1", "b.json:3", "c.csv:2", "c.csv:5"])

    def test_archives_that_are_cut_off_or_locked(self):
        lines = "".join(record(number) + "\n" for number in range(2000))
        self.write("cut.jsonl.gz", gzip.compress(lines.encode())[:-1000])
        self.write("cut.zip", zipped({"a.txt": STORY})[:80])
        self.write("cut.tar", tarred({"a.txt": STORY, "b.txt": STORY * 100}, "w")[:3000])
        self.write("not.gz", b"\x1f\x8b\x08 and then nothing of the kind")
        code, summary, outcomes = self.index()
        self.assertEqual(code, 3)
        self.assertEqual({place for place, row in outcomes.items() if row["outcome"] == "rejected"},
                         {"cut.jsonl.gz", "cut.zip", "cut.zip/a.txt", "cut.tar", "cut.tar/b.txt", "not.gz"})
        self.assertGreater(summary["added"], 500)
        self.assertEqual(outcomes["cut.tar/a.txt"]["outcome"], "added")
        self.assertIn("breaks off", outcomes["cut.jsonl.gz"]["reason"])

    def test_bombs(self):
        self.write("good.txt", STORY)
        self.write("zeros.gz", gzip.compress(bytes(200 << 20), 1))
        self.write("text.xz", lzma.compress(b"all work and no play. " * (8 << 20), preset=0))
        self.write("blank.jsonl.bz2", bz2.compress((b" " * 999 + b"\n") * (300 << 10)))
        nested = zipped({"a.txt": STORY})
        for _ in range(10):
            nested = zipped({"a.zip": nested})
        self.write("nested.zip", nested)
        laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 50))
        self.write("laughs.xml", f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]><rss><channel><item><title>&l49;</title></item></channel></rss>")
        self.assert_rejected({"zeros.gz": "binary", "text.xz": "6 MB", "blank.jsonl.bz2": "200 times", "nested.zip" + "/a.zip" * 6: "packed more than",
                              "laughs.xml": "declares entities"}, ["good.txt"])

    def test_a_crowd_of_members(self):
        self.write("crowd.zip", zipped({f"{number}.txt": "" for number in range(30_000)}))
        code, summary, _ = self.index()
        self.assertEqual((code, summary["rejected"]), (3, 30_000))

    def test_sizes(self):
        self.write("good.txt", STORY)
        self.write("word.txt", "x" * (8 << 20))
        self.write("words.txt", " ".join(f"{number:x}" for number in range(1_500_000)))
        self.write("lines.txt", "a\n" * (8 << 20))
        self.write("field.csv", 'title,text\nOne,"' + "x" * (100 << 20) + '"\nTwo,The lock was shut again on Monday.\n')
        self.write("line.jsonl", '{"title": "' + "x" * (70 << 20) + '"}\n' + record(1) + "\n")
        self.write("deep.html", "<html><body>" + "<div>" * 200_000 + STORY)
        self.assert_rejected({"word.txt": "6 MB", "words.txt": "6 MB", "lines.txt": "6 MB", "field.csv:2": "64 MB", "line.jsonl:1": "64 MB"},
                             ["good.txt", "field.csv:3", "line.jsonl:2", "deep.html"])

    def test_as_large_as_may_be(self):
        self.write("word.txt", "x" * (5 << 20))
        self.write("words.txt", " ".join(f"{number:x}" for number in range(400_000)))
        self.assertEqual(self.index()[0], 0)


class NothingToIndex(Folder):
    def test_a_path_that_is_not_there_leaves_no_archive(self):
        missing = os.path.join(self.folder, "missing.txt")
        done = self.run_program("index", "-a", self.archive, missing)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"missing.txt: cannot be read: No such file or directory", done.stderr)
        self.assertFalse(os.path.exists(self.archive))
        self.write("noise", bytes(range(256)))
        self.assertEqual(self.run_program("index", "-a", self.archive, self.folder).returncode, 3)
        self.assertFalse(os.path.exists(self.archive))
        os.mkdir(self.archive)  # somebody's own folder stays
        self.assertEqual(self.run_program("index", "-a", self.archive, missing).returncode, 3)
        self.assertEqual(os.listdir(self.archive), [])

    def test_beside_what_is_there_it_is_only_named(self):
        self.write("good.txt", STORY)
        code, summary, _ = self.index(self.folder, os.path.join(self.folder, "missing.txt"))
        self.assertEqual((code, summary["added"]), (3, 1))

    def test_an_archive_that_was_there_stays(self):
        self.write("good.txt", STORY)
        self.index()
        self.assertEqual(self.index(os.path.join(self.folder, "missing.txt"))[1]["articles"], 1)

    def test_an_empty_folder_is_an_empty_archive(self):
        self.assertEqual(self.run_program("index", "-a", self.archive, self.folder).returncode, 0)
        self.assertEqual(json.loads(self.run_program("search", "-a", self.archive, "--json", "x").stdout)["total"], 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
