"""When the grader itself is killed, the box dies with it, whatever runs in it.

Stopped by the kernel, which the box asked to be ended with its parent before it saw the first student byte.
"""

import subprocess
import sys
import time
from pathlib import Path

from tests.hostile.rig import ROOT

GRADER = """
import os, signal
from grader.box.box import Box
from grader.model import Limits
from grader.box.remote import Conversation

loop = b"import signal\\nfor n in (1, 2, 15): signal.signal(n, signal.SIG_IGN)\\nwhile True: pass"
box = Box({"engine.py": loop}, Limits())
print(box.pid, box.process.mother._process.pid, flush=True)
door = Conversation(box.ask)
door.fresh({}, {})
signal.setitimer(signal.ITIMER_REAL, 0.2)
signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
door.module("engine")
"""


def gone(pid):
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


def test_nothing_is_left_running():
    """Moments after the grader was killed in the middle of an endless loop, loop and mother are gone."""
    run = subprocess.run(
        [sys.executable, "-c", GRADER], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert run.returncode == -9, run.stderr
    for pid in map(int, run.stdout.split()):
        assert any(gone(pid) or time.sleep(0.1) for _ in range(100))
