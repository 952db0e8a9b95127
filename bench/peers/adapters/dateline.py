"""This project's own command: everything on, and as given."""
import json
import subprocess
import sys
import tempfile

sys.path.insert(0, __file__.rsplit("/", 2)[0])
from adapters.peer import Peer, answer, read_queries, rounds_of  # noqa: E402


class Dateline(Peer):
    name = "dateline"
    reads_all_fields = False  # it tells languages and finds speakers itself
    options = ()

    def __init__(self, program):
        self.program = program

    def version(self):
        return subprocess.run([self.program, "--version"], capture_output=True, text=True).stdout.split("\n")[0]

    def build(self, index, prepared):
        return [self.program, "index", "-q", "-a", index, "--input", "jsonl", *self.options, prepared]

    def search(self, index, queries, rounds):
        return self.driver(self.program, index, queries, rounds)


class DatelineAsGiven(Dateline):
    name = "dateline --as-given"
    reads_all_fields = True
    options = ("--as-given",)


def day(digits):
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if digits else ""


def text_of(query):
    words = query.words
    text = {"TERM": " ".join(words), "OR": "(" + " OR ".join(words) + ")", "AND": " AND ".join(words),
            "PHRASE": '"' + " ".join(words) + '"', "PREFIX": " ".join(words) + "*"}[query.operator]
    if query.begin or query.end:
        text += f" date:{day(query.begin)}..{day(query.end)}"
    return text + (f' source:"{query.source}"' if query.source else "")


def options_of(facets, snippets, counting):
    options = ["-n", "10", "--snippets", "2" if snippets else "0"]
    if facets:
        options += ["--facet", "source,year,speaker", "--facet-limit", "10"]
    return options + (["--no-group"] if counting else [])  # articles are counted, not stories, as others count


def ask(program, index, asked, options):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        for number, query in asked:
            file.write(f"{number}/{query.id}\t{text_of(query)}\n")
        file.flush()
        command = [program, "search", "-q", "-a", index, "--queries", file.name, "--format", "jsonl", *options]
        lines = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
    if len(lines) != len(asked):
        sys.exit("dateline: not every query was answered")
    for (number, query), line in zip(asked, lines):
        found = json.loads(line)
        answer(number, query, found["total"] if number == 0 else -1, found["took_ms"])


def main():
    program, index, queries, rounds = sys.argv[1:]
    groups = {}
    for query in read_queries(queries):
        groups.setdefault((query.facets, query.snippets), []).append(query)
    for (facets, snippets), group in sorted(groups.items()):
        asked = list(rounds_of(group, int(rounds)))
        ask(program, index, asked, options_of(facets, snippets, counting=int(rounds) == 0))


if __name__ == "__main__":
    main()
