"""What is reported done is there, whatever happens: kills at any moment, and many at once.

    endurance_test.py DATELINE [--kills N] [--seconds S] [--seed N]

By default as short as every build can bear; `--kills 1000 --seconds 60` is the whole of it.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ARTICLES = 8  # of each batch


def run(*arguments):
    return subprocess.run([DATELINE, *arguments], capture_output=True, text=True, timeout=300)


def write_batch(folder, number):
    """A folder of files with a word of their own, so that they can be counted."""
    os.makedirs(folder)
    for i in range(ARTICLES):
        with open(os.path.join(folder, f"{number}-{i}.txt"), "w", encoding="utf-8") as file:
            file.write(f"Harbour report {number} of part {i}\n\nThe harbour master said on Tuesday that ferry batch{number}x "
                       f"would sail again once the storm of part {i} had passed the outer islands.\n\n"
                       f"\u201cNobody sails before I have seen the pier,\u201d said Ada Marl, the harbour master.\n")


class Work:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="dateline-endurance-")
        self.archive = os.path.join(self.folder, "news.dateline")

    def batch(self, number):
        return os.path.join(self.folder, "batches", str(number))

    def found(self, number):
        answer = run("search", "-a", self.archive, "--json", "-n", "100", "--no-group", f"batch{number}x")
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout)["total"]

    def assert_sound(self):
        checked = run("check", "-a", self.archive)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def kill_at_random(command, most_seconds, chance):
    """Whether it ended before it was killed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=chance.random() * most_seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return process.returncode == 0


def survive_kills(kills, chance):
    work = Work()
    write_batch(work.batch(0), 0)
    start = time.monotonic()
    assert run("index", "-q", "-a", work.archive, work.batch(0)).returncode == 0
    usual = max(0.05, time.monotonic() - start) * 1.5
    durable, killed, ended = {0}, 0, 0
    for number in range(1, kills + 1):
        kind = chance.choice(["index", "index", "index", "reindex", "compact"])
        command = [DATELINE, kind, "-q", "-a", work.archive]
        if kind == "index":
            write_batch(work.batch(number), number)
            command.append(work.batch(number))
        if kill_at_random(command, usual, chance):
            ended += 1
            if kind == "index":
                durable.add(number)
        else:
            killed += 1
        if kind == "index":
            count = work.found(number)
            assert count == ARTICLES or (count == 0 and number not in durable), f"batch {number}: {count} articles"
            if count == ARTICLES:
                durable.add(number)
        if number % 10 == 0:
            work.assert_sound()
            for batch in chance.sample(sorted(durable), min(5, len(durable))):
                assert work.found(batch) == ARTICLES, f"batch {batch} was reported durable"
    work.assert_sound()
    for batch in durable:
        assert work.found(batch) == ARTICLES, f"batch {batch} was reported durable"
    shutil.rmtree(work.folder)
    print(f"{killed} of {killed + ended} processes were killed at work; nothing was lost and nothing is half there")


def survive_each_other(seconds, chance):
    """Searches see each commit whole while others index, reindex, roll back and check; no one sees an error but 'locked'."""
    work = Work()
    for number in range(3):
        write_batch(work.batch(number), number)
    assert run("index", "-q", "-a", work.archive, os.path.dirname(work.batch(0))).returncode == 0
    end = time.monotonic() + seconds
    failures, counts = [], {"search": 0, "write": 0, "locked": 0, "check": 0}

    def keep(doing):
        while time.monotonic() < end and not failures:
            doing()

    def search():
        answer = run("search", "-a", work.archive, "--json", "--no-group", "harbour")
        total = json.loads(answer.stdout)["total"] if answer.returncode == 0 else -1
        if answer.returncode or total % ARTICLES or total < 3 * ARTICLES:
            failures.append(f"search: {total} {answer.stderr}")
        counts["search"] += 1

    def write():
        command = chance.choice(["index", "index", "reindex", "rollback"])
        arguments = []
        if command == "index":
            number = chance.randrange(10**9)
            write_batch(work.batch(number), number)
            arguments = [work.batch(number)]
        done = run(command, "-q", "-a", work.archive, *arguments)
        if done.returncode and "is being written" in done.stderr:
            counts["locked"] += 1
        elif done.returncode and not (command == "rollback" and "no generation before" in done.stderr):
            failures.append(f"{command}: {done.stderr}")
        counts["write"] += 1

    def check():
        done = run("check", "-a", work.archive)
        if done.returncode:
            failures.append(f"check: {done.stdout}{done.stderr}")
        counts["check"] += 1

    threads = [threading.Thread(target=keep, args=(doing,)) for doing in (search, search, write, write, check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures
    work.assert_sound()
    shutil.rmtree(work.folder)
    print(f"{counts['search']} searches, {counts['write']} writers of which {counts['locked']} found the archive locked, "
          f"{counts['check']} checks: no error, and no half of a commit")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("dateline")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    DATELINE = given.dateline
    print(f"--seed {given.seed}")
    survive_kills(given.kills, random.Random(given.seed))
    survive_each_other(given.seconds, random.Random(given.seed))
    sys.exit(0)
