"""What an adapter says of its engine, and the form in which it answers queries."""
import json
import random
import shutil
import sys


class Query:
    """A line of a file of queries (bench/queries/query_set.hpp)."""

    def __init__(self, line):
        fields = line.rstrip("\n").split("\t")
        self.id, self.kind, self.language, self.operator, words, self.begin, self.end, self.source = fields[:8]
        self.words = words.split()
        self.facets, self.snippets = fields[8] == "1", fields[9] == "1"


def read_queries(file):
    with open(file, encoding="utf-8") as lines:
        return [Query(line) for line in lines if not line.startswith("#")]


def rounds_of(queries, rounds):
    """Round 0 warms up and counts exactly; those after it are shuffled, each time and for each engine the same way."""
    for number in range(rounds + 1):
        order, chance = list(queries), random.Random(number)
        if number > 0:
            chance.shuffle(order)
        yield from ((number, query) for query in order)


def records_of(file):
    with open(file, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def day_number(date):
    """2024-03-01 as 20240301; 0 when there is no whole day."""
    digits = (date or "")[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isdigit() else 0


def answer(number, query, total, milliseconds):
    """One line for each query and round; a total of -1: not counted."""
    print(number, query.id, query.kind, total, f"{milliseconds:.4f}", sep="\t")


class Peer:
    """Derive from this, and add the class to peers() in `run`."""

    name = ""
    reads_all_fields = True  # False: is given articles without `lang` and `speakers`
    finds_in_undivided_text = True  # words of scripts without blanks
    cannot = ()  # kinds of queries

    def packages(self):
        """[(Debian package, whether what is needed of it is there)]"""
        return []

    def version(self):
        return ""

    def prepare(self, work, records):
        """What the engine's own loader reads; not measured. Files go into the folder `work`."""
        return records

    def build(self, index, prepared):
        """A command that makes an index at the path `index`, which does not exist yet; measured."""
        raise NotImplementedError

    def search(self, index, queries, rounds):
        """A command that prints an answer() for each query of the file and each round; each query is measured."""
        raise NotImplementedError

    def driver(self, *arguments):
        """The adapter's own file as a program."""
        return [sys.executable, sys.modules[type(self).__module__].__file__, *map(str, arguments)]


def has_program(name):
    return shutil.which(name) is not None
