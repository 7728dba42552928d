"""Where does code hang? The fault handler prints a traceback; this module finds the function in it.

Such a traceback is called an account here. Student code can print fake accounts, as many and as long as it
likes. So only lines about files that were handed in count, every line number is checked against the file, and
each file is searched once.
"""

import contextlib
import os
import re
import signal
import time
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import PurePosixPath

from grader.box.host import FOLDER
from grader.box.meter import Meter
from grader.student import Place

_FRAME = re.compile(r'File "([^"\n]{1,300})", line (\d{1,7}) in (\w{1,100})\n')
_WHOLE_ACCOUNT = ("in <module>\n", "...\n")  # how it ends: at the host, or after 100 frames
_NO_LINE = "line ???"  # some moments lie between two lines
_DEFINITION = re.compile(rb"\s*(?:async\s+)?def\s+([\w\x80-\xff]+)")


def of_a_hang(
    pid: int, files: Mapping[str, bytes], meter: Meter, take_output: Callable[[], str]
) -> Place | None:
    """The first line of the function that the check called and that hangs.

    The interpreter's fault handler tells it, and needs no help from the code that hangs. The line where it
    hangs differs from time to time, but the same submission should get the same report.
    """
    accounts = (_account(pid, meter, take_output) for _ in range(5))
    said = next((said for said in accounts if _NO_LINE not in said), "")
    return place(said, files)


def _account(pid: int, meter: Meter, take_output: Callable[[], str]) -> str:
    """What the fault handler prints about this moment: all output that comes until there is a pause."""
    take_output()
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGUSR1)
    text, began = "", time.monotonic()
    for pause in range(100):
        time.sleep(0.02)
        more = take_output()
        text += more
        told = text.endswith(_WHOLE_ACCOUNT) and not more
        if told or (pause >= 5 and not meter.runnable()):
            break
    meter.waited += time.monotonic() - began
    return text


def place(said: str, files: Mapping[str, bytes]) -> Place | None:
    """Where the outermost function of `files` in an account begins: the one that the check called."""

    @cache
    def beginnings(file: str) -> Mapping[str, list[int]]:
        return _beginnings(files[file])

    for path, line, function in dict.fromkeys(reversed(_FRAME.findall(said))):
        folder, file = str(PurePosixPath(path).parent), PurePosixPath(path).name
        if folder == FOLDER and file in files:
            lines = beginnings(file).get(function, [])
            if before := bisect_right(lines, int(line)):
                return Place(file, lines[before - 1], function)
    return None


def _beginnings(content: bytes) -> Mapping[str, list[int]]:
    """The lines on which functions begin, by name and in order."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(content.splitlines(), 1):
        if match := _DEFINITION.match(line):
            found.setdefault(match[1].decode("utf-8", "replace"), []).append(number)
    return found
