"""What docs/EMBEDDING.md shows in C++, C, Python, CMake and the shell is built and run as it stands there.

snippets.py PAGE PREFIX ARCHIVE WORK [FLAGS]: against what was installed below PREFIX, each in a folder of its own with a copy
of ARCHIVE as `news.dateline`. A snippet of C++ without a `main` is put into one, with what it speaks of. With FLAGS, which are
a sanitizer's, Python is left out: a sanitizer wants to be the first library of a process."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

page, prefix, archive, work = map(Path, sys.argv[1:5])
flags = sys.argv[5:]

AROUND_CPP = """#include <dateline/dateline.hpp>
#include <iostream>
#include <thread>
using namespace std::chrono_literals;
int main() {
  const std::string page = "<html><body><h1>Pilots return</h1><p>Pilots boarded the first ships at dawn, officials said.</p>";
  dateline::Article article;
  article.id = "dispatch-7";
  article.body = "Fares stay as they are.";
  {
#line 1 "docs/EMBEDDING.md"
%s
  }
  std::cout << dateline::Archive::open("news.dateline").stats().articles << '\\n';
}
"""
AROUND_CMAKE = """cmake_minimum_required(VERSION 3.25)
project(app LANGUAGES CXX)
add_executable(app first.cpp)
%s
"""


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, **options)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{' '.join(map(str, command))} fails ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout


def shell(folder, line):
    return run("sh", "-ec", line, cwd=folder)


def compiled(compiler, folder, source):
    shell(folder, f"{compiler} -Wall -Wextra -Wpedantic -Werror {' '.join(flags)} {source} "
                  "$(pkg-config --cflags --libs dateline) -o program")
    return run("./program", cwd=folder)


def run_cpp(folder, text):
    (folder / "main.cpp").write_text(text if "int main(" in text else AROUND_CPP % text)
    return compiled("c++ -std=c++20", folder, "main.cpp")


def run_c(folder, text):
    (folder / "main.c").write_text(text)
    return compiled("cc -std=c11", folder, "main.c")


def run_python(folder, text):
    (folder / "main.py").write_text(text)
    return run(sys.executable, "main.py", cwd=folder)


def run_cmake(folder, text):
    (folder / "CMakeLists.txt").write_text(AROUND_CMAKE % text)
    (folder / "first.cpp").write_text(snippets("cpp")[0])
    run("cmake", "-B", "build", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_FLAGS={' '.join(flags)}", cwd=folder)
    run("cmake", "--build", "build", cwd=folder)
    return run("build/app", cwd=folder)


def run_sh(folder, text):
    (folder / "queries.tsv").write_text("first\tferry\nsecond\tharbour\n")
    (folder / "articles.jsonl").write_text('{"id": "n1", "title": "Ferry notice", "text": "The ferry waits."}\n')
    return shell(folder, text)


RUNNERS = {"cpp": run_cpp, "c": run_c, "python": run_python, "cmake": run_cmake, "sh": run_sh}


def fences():
    return re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL)


def snippets(language):
    return [text for name, text in fences() if name == language]


def main():
    os.environ["PATH"] = f"{prefix / 'bin'}:{os.environ['PATH']}"
    os.environ["DATELINE_ARCHIVE"] = "news.dateline"
    ran = set()
    for number, (language, text) in enumerate(fences(), 1):
        if language not in RUNNERS:
            sys.exit(f"nobody runs the snippet {number} of {page}, in '{language}'")
        folder = work / f"{number}-{language}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(archive, folder / "news.dateline")
        ran.add(language)
        if flags and language == "python":
            continue
        if not RUNNERS[language](folder, text).strip():
            sys.exit(f"the snippet {number} of {page}, in {language}, shows nothing")
    if ran != set(RUNNERS):
        sys.exit(f"{page} has snippets in {sorted(ran)} only")
    print(f"{number} snippets run")


main()
