"""Xapian as its own programs use it: scriptindex of xapian-omega, quest of xapian-tools."""
import re
import subprocess
import sys
import time

sys.path.insert(0, __file__.rsplit("/", 2)[0])
from adapters.peer import Peer, answer, day_number, has_program, read_queries, records_of, rounds_of  # noqa: E402

SCRIPT = """\
id : boolean=Q field
title : field index=S index
text : field index
date : field date=yyyymmdd value=0
source : field boolean=XS value=1
"""


class Omega(Peer):
    name = "Xapian Omega"
    finds_in_undivided_text = False
    cannot = ("date", "facets", "snippets")  # quest has neither ranges nor facets, and shows no passages

    def packages(self):
        return [("xapian-omega", has_program("scriptindex")),
                ("xapian-tools", has_program("quest") and has_program("xapian-compact"))]

    def version(self):
        return subprocess.run(["scriptindex", "--version"], capture_output=True, text=True).stdout.split("\n")[0]

    def prepare(self, work, records):
        with open(f"{work}/omega.script", "w", encoding="utf-8") as script:
            script.write(SCRIPT)
        with open(f"{work}/omega.dump", "w", encoding="utf-8") as dump:
            for record in records_of(records):
                fields = {"id": record["id"], "title": record.get("title"), "text": record["text"],
                          "source": record.get("source"), "date": day_number(record.get("date")) or None}
                for name, value in fields.items():
                    if value:
                        lines = re.split("[\r\n]+", str(value))
                        dump.write(f"{name}=" + "\n=".join(lines) + "\n")
                dump.write("\n")
        return work

    def build(self, index, prepared):
        commands = ('mkdir "$1" && scriptindex --overwrite "$1/loose" "$2/omega.script" "$2/omega.dump" && '
                    'xapian-compact --quiet "$1/loose" "$1/db" && rm -r "$1/loose"')
        return ["sh", "-c", commands, "sh", index, prepared]

    def search(self, index, queries, rounds):
        return self.driver(index, queries, rounds)


def quest(index, query, counted):
    words = query.words
    text = {"PHRASE": '"' + " ".join(words) + '"', "PREFIX": " ".join(words) + "*", "AND": " AND ".join(words),
            "OR": " OR ".join(words), "TERM": " ".join(words)}[query.operator]
    options = [f"--db={index}/db", "--stemmer=english", "--flags=default,wildcard", "--default-op=and", "--msize=10"]
    if query.source:
        options.append("--boolean-prefix=source:XS")
        text = f'({text}) source:"{query.source}"'
    return ["quest", *options, *(["--check-at-least=1000000000"] if counted else []), text]


def total_in(words):
    found = re.search(r"(?:Exactly|About) (\d+) match", words)
    if found:
        return int(found[1])
    return 0 if "No matches" in words else -1


def main():
    index, queries, rounds = sys.argv[1:]
    answered = [query for query in read_queries(queries) if query.kind.removesuffix("_base") not in Omega.cannot]
    for number, query in rounds_of(answered, int(rounds)):
        start = time.perf_counter()
        done = subprocess.run(quest(index, query, number == 0), capture_output=True, text=True, errors="replace")
        milliseconds = (time.perf_counter() - start) * 1e3
        if done.returncode != 0:
            sys.exit(done.stderr or done.stdout[:300])
        answer(number, query, total_in(done.stdout) if number == 0 else -1, milliseconds)


if __name__ == "__main__":
    main()
