"""The articles and words that a comparison is made with.

    corpus.py RECORDS.jsonl WORK ARTICLES SHARE      makes the files below in the folder WORK

ARTICLES: at most so many are taken; more than RECORDS has are generated from its words (bench/growth). 0: all.
SHARE: 0, or what share of them is to be in the languages of FAR; as many as make that share are taken.

    all.jsonl     the articles with all fields
    bare.jsonl    the same without `lang` and `speakers`
    check.tsv     queries for a few words, each with ...
    check.json    ... the number of articles that have it, counted in the plain text
    facts.json    how many articles and bytes of text, and in what languages

A program of its own, because what it needs in memory would count for commands that are started by it.
"""
import collections
import json
import os
import re
import sys

FAR = ("zh", "ja", "th", "ar", "ru")
UNDIVIDED = ("zh", "ja")  # no blanks between words: any two characters that stand together are looked for
UNCHECKED = ("th",)  # no two letters are a word, and where one ends only a dictionary knows
WORDS_A_LANGUAGE = 4
EXAMINED = 20_000  # articles, in which the words of the check are looked for


def language_of(record):
    return (record.get("lang") or "").split("-")[0].lower()


def read(file):
    with open(file, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def count_languages(file):
    return collections.Counter(language_of(record) for record in read(file))


def with_share(records, counts, share, most):
    """As many articles as possible of which `share` are in far languages, in their order."""
    far = sum(counts[language] for language in FAR)
    near = sum(counts.values()) - far
    total = min(int(far / share), int(near / (1 - share)), most or sys.maxsize)
    wanted = {True: int(total * share), False: total - int(total * share)}
    for record in records:
        is_far = language_of(record) in FAR
        if wanted[is_far] > 0:
            wanted[is_far] -= 1
            yield record


def chosen(file, most, share):
    counts = count_languages(file)
    if share:
        if not any(counts[language] for language in FAR):
            sys.exit("no article is in one of the languages " + ", ".join(FAR))
        return with_share(read(file), counts, share, most)
    if most > sum(counts.values()):
        sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "growth"))
        import growth
        return growth.articles(most, growth.read_languages(file))
    return (record for number, record in enumerate(read(file)) if not most or number < most)


def write_records(records, work):
    facts = {"articles": 0, "text_bytes": 0, "languages": collections.Counter()}
    with open(f"{work}/all.jsonl", "w", encoding="utf-8") as all_fields, \
            open(f"{work}/bare.jsonl", "w", encoding="utf-8") as bare:
        for record in records:
            facts["articles"] += 1
            facts["text_bytes"] += len((record.get("title") or "").encode()) + len(record["text"].encode())
            facts["languages"][language_of(record)] += 1
            all_fields.write(json.dumps(record, ensure_ascii=False) + "\n")
            fields = {name: value for name, value in record.items() if name not in ("lang", "speakers")}
            bare.write(json.dumps(fields, ensure_ascii=False) + "\n")
    return facts


def words_of(record):
    text = ((record.get("title") or "") + "\n" + record["text"]).casefold()
    words = re.findall(r"[^\W\d_]+", text)
    if language_of(record) in FAR:
        words = [word for word in words if not word.isascii()]
    if language_of(record) not in UNDIVIDED:
        return {word for word in words if len(word) >= 5}
    return {word[at:at + 2] for word in words for at in range(len(word) - 1)}


def choose_words(file, languages):
    """Of each language some that 2 to 20 % of its articles have: enough to be compared."""
    counts = {language: collections.Counter() for language in languages}
    articles = collections.Counter()
    for _, record in zip(range(EXAMINED), read(file)):
        if language_of(record) in counts:
            articles[language_of(record)] += 1
            counts[language_of(record)].update(words_of(record))
    chosen_words = []
    for language, of_language in counts.items():
        fewest, most = max(3, articles[language] / 50), articles[language] / 5
        common = sorted((word for word, count in of_language.items() if fewest <= count <= most),
                        key=lambda word: (-of_language[word], word))
        step = max(1, len(common) // WORDS_A_LANGUAGE)
        chosen_words += [(language, word) for word in common[::step][:WORDS_A_LANGUAGE]]
    return chosen_words


def count_articles(file, words):
    """As a reader would count: the word by itself, in articles of any language."""
    counts = collections.Counter()
    divided = {word for language, word in words if language not in UNDIVIDED}
    undivided = {word for language, word in words if language in UNDIVIDED}
    for record in read(file):
        text = ((record.get("title") or "") + "\n" + record["text"]).casefold()
        counts.update(divided.intersection(re.findall(r"[^\W\d_]+", text)))
        counts.update(word for word in undivided if word in text)
    return counts


def write_check(work, languages):
    words = choose_words(f"{work}/all.jsonl", languages)
    counts = count_articles(f"{work}/all.jsonl", words)
    with open(f"{work}/check.tsv", "w", encoding="utf-8") as queries:
        for language, word in words:
            operator = "PHRASE" if language in UNDIVIDED else "TERM"
            queries.write(f"{word}\tcheck\t{language}\t{operator}\t{word}\t\t\t\t0\t0\n")
    with open(f"{work}/check.json", "w", encoding="utf-8") as plain:
        json.dump([[language, word, counts[word]] for language, word in words], plain)


def main():
    file, work, articles, share = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    facts = write_records(chosen(file, articles, share), work)
    most_used = [language for language, _ in facts["languages"].most_common(1)]
    write_check(work, most_used + [language for language in FAR if share and language not in UNCHECKED])
    with open(f"{work}/facts.json", "w", encoding="utf-8") as file:
        json.dump(facts, file)


if __name__ == "__main__":
    main()
