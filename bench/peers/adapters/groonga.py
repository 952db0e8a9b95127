"""Groonga, by files of its own commands."""
import json
import os
import subprocess
import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0])
from adapters.peer import Peer, answer, day_number, has_program, read_queries, records_of, rounds_of  # noqa: E402

SCHEMA = """\
plugin_register token_filters/stem
table_create Articles TABLE_HASH_KEY ShortText
table_create Sources TABLE_PAT_KEY ShortText
table_create Speakers TABLE_PAT_KEY ShortText
column_create Articles title COLUMN_SCALAR ShortText
column_create Articles text COLUMN_SCALAR LongText
column_create Articles date COLUMN_SCALAR UInt32
column_create Articles year COLUMN_SCALAR UInt16
column_create Articles source COLUMN_SCALAR Sources
column_create Articles speakers COLUMN_VECTOR Speakers
table_create Dates TABLE_PAT_KEY UInt32
column_create Dates articles COLUMN_INDEX Articles date
column_create Sources articles COLUMN_INDEX Articles source
table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC130 \
--token_filters TokenFilterStem
load --table Articles
"""
# Made after loading, which is the quicker way that its manual recommends.
INDEX = "column_create Words articles COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,text\n"


class Groonga(Peer):
    name = "Groonga"

    def packages(self):
        architectures = subprocess.run(["find", "/usr/lib", "-path", "*groonga/plugins/token_filters/stem.so"],
                                       capture_output=True, text=True).stdout
        return [("groonga-bin", has_program("groonga")), ("groonga-token-filter-stem", bool(architectures))]

    def version(self):
        return " ".join(subprocess.run(["groonga", "--version"], capture_output=True, text=True).stdout.split()[:2])

    def prepare(self, work, records):
        with open(f"{work}/groonga.commands", "w", encoding="utf-8") as commands:
            commands.write(SCHEMA + "[\n")
            for number, record in enumerate(records_of(records)):
                commands.write((",\n" if number else "") + json.dumps(row_of(record), ensure_ascii=False))
            commands.write("\n]\n" + INDEX)
        return f"{work}/groonga.commands"

    def build(self, index, prepared):
        # Told its encoding, which the locale may not tell.
        command = 'mkdir "$1" && exec groonga --encoding utf8 --file "$2" -n "$1/db" > /dev/null'
        return ["sh", "-c", command, "sh", index, prepared]

    def search(self, index, queries, rounds):
        return self.driver(index, queries, rounds)


def row_of(record):
    date = day_number(record.get("date"))
    return {"_key": record["id"], "title": record.get("title", ""), "text": record["text"], "date": date,
            "year": date // 10000, "source": record.get("source") or "", "speakers": record.get("speakers") or []}


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def select(query):
    words = query.words
    text = {"PHRASE": '"' + " ".join(words) + '"', "PREFIX": " ".join(words) + "*",
            "OR": " OR ".join(words)}.get(query.operator, " + ".join(words))
    command = ("select Articles --match_columns " + quoted("scorer_tf_idf(title) || scorer_tf_idf(text)") +
               " --query " + quoted(text) + " --limit 10 --sort_keys -_score --output_columns " +
               quoted("_key,title" + (",snippet_html(text)" if query.snippets else "")))
    filters = []
    if query.begin or query.end:
        filters.append(f"date >= {query.begin or 0} && date <= {query.end or 99999999}")
    if query.source:
        filters.append("source == " + quoted(query.source))
    if filters:
        command += " --filter " + quoted(" && ".join(filters))
    if query.facets:
        for key in ("source", "year", "speakers"):
            command += f" --drilldowns[{key}].keys {key} --drilldowns[{key}].sort_keys -_nsubrecs"
            command += f" --drilldowns[{key}].limit 10 --drilldowns[{key}].output_columns _key,_nsubrecs"
    return command


def main():
    index, queries, rounds = sys.argv[1:]
    asked = list(rounds_of(read_queries(queries), int(rounds)))
    # No cache: the same query is asked again, and is to be answered again.
    lines = ["cache_limit 0", *(select(query) for _, query in asked)]
    done = subprocess.run(["groonga", os.path.join(index, "db")], input="\n".join(lines) + "\n", capture_output=True,
                          text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()][1:]
    if len(answers) != len(asked):
        sys.exit("groonga: not every query was answered")
    for (number, query), ((code, _, seconds, *_), *found) in zip(asked, answers):
        if code != 0:
            sys.exit(f"groonga: {query.id} failed")
        answer(number, query, found[0][0][0][0] if number == 0 else -1, seconds * 1e3)


if __name__ == "__main__":
    main()
