"""How time, memory and size grow with the number of articles.

    growth.py DATELINE RECORDS.jsonl [ARTICLES...]

Articles are made of the words of real ones (RECORDS.jsonl: title, text, lang, source, date), drawn as often as they are
used there within a language, so that vocabularies grow as they do in news; one in twenty is the copy of another with a
sentence changed. Each archive is built anew from one file. Linear is: the last columns hardly change.
"""
import collections
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

SENTENCE = 18  # words


class Language:
    def __init__(self, code, texts):
        self.code = code
        self.words = [sys.intern(word) for text in texts for word in text.split()]  # as often as they are used

    def sentence(self, chance, rare):
        words = chance.choices(self.words, k=SENTENCE)
        words[chance.randrange(SENTENCE)] = rare
        return " ".join(words).rstrip(".,") + "."


def read_languages(records):
    texts, sources, lengths = collections.defaultdict(list), collections.Counter(), []
    with open(records, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            texts[record.get("lang") or "en"].append(record["text"])
            sources[record.get("source") or "The Quay"] += 1
            lengths.append(len(record["text"]))
    shares = [len(of_language) for of_language in texts.values()]
    return [Language(code, of_language) for code, of_language in texts.items()], shares, list(sources), lengths


def articles(number, material, seed=1):
    languages, shares, sources, lengths = material
    chance, recent = random.Random(seed), []
    for i in range(number):
        if recent and chance.random() < 0.05:
            language, title, sentences = chance.choice(recent)
            sentences = sentences[:-1] + [language.sentence(chance, f"copy{i}")]
        else:
            [language] = chance.choices(languages, shares)
            rare = f"name{int(chance.paretovariate(0.7)) % (number * 4)}"  # as new names come up
            count = max(3, chance.choice(lengths) // (SENTENCE * 6))
            sentences = [language.sentence(chance, rare) for _ in range(count)]
            title = language.sentence(chance, rare)[:80]
        if len(recent) < 2000:
            recent.append((language, title, sentences))
        else:
            recent[chance.randrange(2000)] = (language, title, sentences)
        yield {"id": f"a{i}", "title": title, "source": chance.choice(sources), "lang": language.code,
               "date": f"{chance.randrange(2015, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
               "text": "\n\n".join(" ".join(sentences[at:at + 4]) for at in range(0, len(sentences), 4))}


def size_of(folder):
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names)


def measure(dateline, number, material, work):
    records, archive, text = os.path.join(work, "records.jsonl"), os.path.join(work, "growth.dateline"), 0
    with open(records, "w", encoding="utf-8") as file:
        for article in articles(number, material):
            text += len(article["text"].encode())
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    start = time.monotonic()
    process = subprocess.Popen([dateline, "index", "-q", "-a", archive, records])
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    assert status == 0, "indexing failed"
    cpu, size = usage.ru_utime + usage.ru_stime, size_of(archive)
    print(f"{number:>9} {text / 1e6:>9.1f} {seconds:>9.1f} {cpu:>9.1f} {usage.ru_maxrss / 1024:>9.0f} {size / 1e6:>9.1f} "
          f"{cpu * 1e6 / number:>12.0f} {cpu * 1e9 / text:>9.0f} {size / text:>9.2f}", flush=True)
    os.remove(records)
    shutil.rmtree(archive)


def main():
    dateline, records, *numbers = sys.argv[1:]
    material = read_languages(records)
    print("articles   MB text   seconds     cpu s    peak MB  size MB  cpu µs/article   ms/MB  size/text")
    work = tempfile.mkdtemp(prefix="dateline-growth-")
    try:
        for number in [int(number) for number in numbers] or [10_000, 30_000, 100_000, 300_000, 1_000_000]:
            measure(dateline, number, material, work)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
