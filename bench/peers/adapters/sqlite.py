"""SQLite FTS5, through Python's own module."""
import os
import sqlite3
import sys
import time

sys.path.insert(0, __file__.rsplit("/", 2)[0])
from adapters.peer import Peer, answer, day_number, read_queries, records_of, rounds_of  # noqa: E402

TABLES = """
    CREATE TABLE articles(id TEXT, title TEXT, text TEXT, date INTEGER, year INTEGER, source TEXT);
    CREATE TABLE speakers(article INTEGER, name TEXT, PRIMARY KEY(article, name)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(title, text, content='articles', tokenize='porter unicode61');
"""


class Sqlite(Peer):
    name = "SQLite FTS5"
    finds_in_undivided_text = False

    def packages(self):
        options = [row[0] for row in sqlite3.connect(":memory:").execute("PRAGMA compile_options")]
        return [("libsqlite3-0", "ENABLE_FTS5" in options)]

    def version(self):
        return f"SQLite {sqlite3.sqlite_version}"

    def build(self, index, prepared):
        return self.driver("build", index, prepared)

    def search(self, index, queries, rounds):
        return self.driver("search", index, queries, rounds)


def open_database(folder):
    os.makedirs(folder, exist_ok=True)
    database = sqlite3.connect(os.path.join(folder, "articles.db"), isolation_level=None)
    database.executescript("PRAGMA cache_size=-262144; PRAGMA mmap_size=8589934592;")
    return database


def build(folder, records):
    database = open_database(folder)
    database.executescript("PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + TABLES)
    database.execute("BEGIN")
    for number, record in enumerate(records_of(records), 1):
        date = day_number(record.get("date"))
        title, text = record.get("title", ""), record["text"]
        database.execute("INSERT INTO articles(rowid, id, title, text, date, year, source) VALUES(?,?,?,?,?,?,?)",
                         (number, record["id"], title, text, date, date // 10000, record.get("source")))
        database.execute("INSERT INTO words(rowid, title, text) VALUES(?,?,?)", (number, title, text))
        database.executemany("INSERT OR IGNORE INTO speakers VALUES(?,?)",
                             [(number, name) for name in record.get("speakers") or []])
    database.execute("INSERT INTO words(words) VALUES('optimize')")
    database.execute("COMMIT")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def match(query):
    words = ['"' + word.replace('"', "") + '"' for word in query.words]
    if query.operator == "PHRASE":
        return " + ".join(words)
    between = " OR " if query.operator == "OR" else " AND "
    return between.join(words) + ("*" if query.operator == "PREFIX" else "")


def condition(query):
    text, values = " WHERE words MATCH ?", [match(query)]
    if query.begin or query.end:
        text += " AND articles.date BETWEEN ? AND ?"
        values += [int(query.begin or 0), int(query.end or 99999999)]
    if query.source:
        text += " AND articles.source = ?"
        values.append(query.source)
    return text, values


JOINED = " FROM words JOIN articles ON articles.rowid = words.rowid"


def find(database, query):
    where, values = condition(query)
    shown = "articles.id, articles.title" + (", snippet(words, 1, '', '', '', 40)" if query.snippets else "")
    database.execute(f"SELECT {shown}{JOINED}{where} ORDER BY rank LIMIT 10", values).fetchall()
    if query.facets:
        for column, join in (("articles.source", ""), ("articles.year", ""),
                             ("speakers.name", " JOIN speakers ON speakers.article = articles.rowid")):
            database.execute(f"SELECT {column}, count(*){JOINED}{join}{where} GROUP BY 1 ORDER BY 2 DESC LIMIT 10",
                             values).fetchall()


def search(folder, queries, rounds):
    database = open_database(folder)
    for number, query in rounds_of(read_queries(queries), int(rounds)):
        start = time.perf_counter()
        find(database, query)
        milliseconds = (time.perf_counter() - start) * 1e3
        where, values = condition(query)
        total = database.execute(f"SELECT count(*){JOINED}{where}", values).fetchone()[0] if number == 0 else -1
        answer(number, query, total, milliseconds)


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](*sys.argv[2:])
