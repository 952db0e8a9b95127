"""Lucene 8, through the program in lucene/."""
import glob
import os
import subprocess

from adapters.peer import Peer, has_program

SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lucene")
JARS = ["lucene-core", "lucene-analyzers-common", "lucene-facet", "lucene-highlighter", "lucene-memory",
        "lucene-queries", "lucene-join"]
CLASSES = "lucene-classes"


def jars():
    found = [sorted(glob.glob(f"/usr/share/java/{name}-8.*.jar"))[-1:] for name in JARS]
    return [jar for jars_of_one in found for jar in jars_of_one]


class Lucene(Peer):
    name = "Lucene"

    def __init__(self):
        self.classes = None

    def packages(self):
        return [("liblucene8-java", len(jars()) == len(JARS)),
                ("libjackson2-core-java", os.path.exists("/usr/share/java/jackson-core.jar")),
                ("default-jdk-headless", has_program("javac") and has_program("java"))]

    def version(self):
        java = subprocess.run(["java", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
        return os.path.basename(jars()[0]).removesuffix(".jar") + ", " + java

    def class_path(self):
        return ":".join([self.classes, *jars(), "/usr/share/java/jackson-core.jar"])

    def prepare(self, work, records):
        self.classes = os.path.join(work, CLASSES)
        sources = sorted(glob.glob(f"{SOURCES}/*.java"))
        subprocess.run(["javac", "-nowarn", "-d", self.classes, "-cp", self.class_path(), *sources], check=True)
        return records

    def build(self, index, prepared):
        return ["java", "-Xmx4g", "-cp", self.class_path(), "Build", index, prepared]

    def search(self, index, queries, rounds):
        return ["java", "-Xmx4g", "-cp", self.class_path(), "Search", index, queries, str(rounds)]
