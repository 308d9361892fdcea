"""The heap that all threads share."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

# Four threads, all alive, fill a heap and let it go, in turns. Prints what that took at its most, in MiB.
IN_TURNS = """
import re, sys, threading
from config import memory

if "shared" in sys.argv:
    assert memory.share_one_heap()

turn, over = threading.Lock(), threading.Event()

def most():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024

def fill():
    with turn:
        blocks = [bytes(2000) for _ in range(10_000)]
        kept.append(bytes(2000))
        del blocks
    over.wait()

kept, before = [], most()
threads = [threading.Thread(target=fill) for _ in range(4)]
for thread in threads:
    thread.start()
with turn:
    pass
while len(kept) < 4:
    pass
over.set()
print(most() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="Only glibc keeps a heap for each thread.")
def test_what_one_thread_let_go_the_next_one_takes() -> None:
    def left(*words: str) -> int:
        command = [sys.executable, "-c", IN_TURNS, *words]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    # One of them holds 20 MiB.
    apart, together = left(), left("shared")
    assert together < 30 < apart
