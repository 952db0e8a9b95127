"""What a command takes, and what an index takes on the disk."""
import os
import subprocess
import time


class Failed(Exception):
    """A measured command ended with an error."""


class Cost:
    def __init__(self, wall, cpu, peak, output):
        self.wall, self.cpu = wall, cpu  # seconds; CPU of the command and of all that it started
        self.peak = peak  # bytes, of the largest process; pages of mapped files count as they do for the kernel
        self.output = output


def run(command):
    """Runs it by itself, in a process of its own; what is still to be written from before is written first."""
    os.sync()
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        output = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{os.path.basename(command[0])} ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output)


def size_of(path):
    """What the blocks take: some engines make large files with holes in them."""
    files = (os.path.join(place, name) for place, _, names in os.walk(path) for name in names)
    return sum(os.lstat(file).st_blocks * 512 for file in files)
