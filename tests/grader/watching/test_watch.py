"""`pytest --watch`, as somebody at a terminal meets it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.grader.browser import waited
from tests.grader.conftest import ROOT

pytest.importorskip("termios", reason="there are no pseudo-terminals here")

from tests.grader.terminals import Terminal

SOLVED = "def double(x):\n    return x + x\n\n\ndef quadruple(x):\n    return 4 * x\n"
WRONG = SOLVED.replace("x + x", "x")
STUBBORN = "while True:\n    try:\n        while True: pass\n    except: pass\n"
KEYS = "q quit"
# What runs on it needs no more than a student has.
_PLAIN = ["-p", "no:xdist", "-p", "no:anyio", "--watch"]
_STRANGE = "import pytest; from grader.watching import runs, saved; {}; raise SystemExit(pytest.main())"
_WITHOUT_FORK = _STRANGE.format("runs.FORKS = False")
_FAULTY = _STRANGE.format("saved.changed = None")
_ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}


@dataclass
class Watched:
    """A terminal in which a small lesson is watched."""

    terminal: Terminal
    file: Path

    def save(self, text: str) -> str:
        """Save the student's file; what is written until the next key is waited for."""
        self.file.write_text(text)
        return self.terminal.until(KEYS)

    def begin(self, at_work: Path, text: str) -> None:
        """Save a file that takes long, and wait until it is at work: it makes the file `at_work`."""
        self.file.write_text(f"n = 9\nopen({str(at_work)!r}, 'w').close()\n{text}")
        waited(at_work.exists)


@pytest.fixture
def watch(kit, tmp_path) -> Iterator[Callable[..., Watched]]:
    """`watch("-s", columns=40)`: a watched lesson of one file, when its first board is there."""
    begun: list[Terminal] = []

    def start(*options: str, columns: int = 80, program=("-m", "pytest"), until: str = KEYS, **environment):
        lesson = kit()
        file = lesson.stubs / "sums.py"
        file.write_text(SOLVED)
        command = [sys.executable, *program, *_PLAIN, f"tests/{lesson.name}", *options]
        begun.append(Terminal(command, lesson.root, {**_ENVIRONMENT, **environment}, columns))
        begun[-1].until(until)
        return Watched(begun[-1], file)

    yield start
    for terminal in begun:
        terminal.__exit__()


def shown(written: str) -> str:
    """What is written since the screen was cleared, without colours."""
    return re.sub(r"\x1b\[[\d;]*[mK]|\r", "", written.rpartition("\x1b[2J")[2])


@pytest.mark.parametrize("program", [("-m", "pytest"), ("-c", _WITHOUT_FORK)], ids=["fork", "no fork"])
def test_a_save_brings_the_board_and_what_has_changed(watch, program):
    """Every kind of save is survived, and each run sees nothing of the one before."""
    watched = watch(program=program)
    wrong = shown(watched.save(WRONG))
    assert "✘ double" in wrong and "\n  expected" not in wrong and "warning" not in wrong
    assert "sums.py: double 6 → 0: not right yet." in wrong
    assert "sums.py: double 0 → 6: done." in shown(watched.save(SOLVED))
    assert "syntax error (line 1)" in shown(watched.save(f"({SOLVED}"))
    assert "nothing has changed on the board" in shown(watched.save(f"({SOLVED}  "))
    watched.file.unlink()
    assert "sums.py is missing" in shown(watched.terminal.until(KEYS))
    assert "ended Python itself" in shown(watched.save("import os; os._exit(3)"))
    assert "double 0 → 6: done." in shown(watched.save(SOLVED))
    watched.terminal.type("q")
    assert watched.terminal.ended() == 0 and watched.terminal.usual


def test_keys_ask_for_a_hint_and_for_detail(watch):
    """Each `h` is one hint further; `d` is pytest's own account; space brings the board back.

    What is said below the board fits into a terminal of forty columns.
    """
    watched = watch(columns=40)
    said = shown(watched.save(WRONG)).partition("sums.py: double 6 → 0")[2].splitlines()
    assert said and max(map(len, said[1:])) <= 40
    watched.terminal.type("h")
    hint = shown(watched.terminal.until(KEYS))
    assert "Hint: x + x" in hint and "pytest --hint" not in hint
    watched.terminal.type("d")
    detail = shown(watched.terminal.until(KEYS))
    assert "test_double.py::test_double FAILED" in detail and "all about `double`" in detail
    watched.terminal.type(" ")
    assert "FAILED" not in shown(watched.terminal.until(KEYS))
    watched.terminal.type("q")
    assert watched.terminal.ended() == 1


def test_a_run_that_cannot_be_stopped_ends_with_the_next_save(watch, tmp_path):
    """Python hears no alarm inside of one long operation; who saves does not wait for it."""
    watched = watch()
    watched.begin(tmp_path / "at work", "10**10**n")
    assert "nothing has changed" in shown(watched.save(SOLVED))


def test_who_quits_does_not_wait_for_the_checks(watch, tmp_path):
    """Other keys that were pressed meanwhile are not lost."""
    watched = watch()
    watched.begin(tmp_path / "at work", "import time; time.sleep(2)\n" + WRONG)
    watched.terminal.type("d")
    assert "all about `double`" in shown(watched.terminal.until(KEYS) + watched.terminal.until(KEYS))
    watched.begin(tmp_path / "at work too", "10**10**n")  # longer than anybody waits
    watched.terminal.type("q")
    assert watched.terminal.ended() == 1 and watched.terminal.usual


def test_ctrl_c_stops_the_checks_and_then_the_watching(watch, tmp_path):
    """Even checks of code that catches everything."""
    watched = watch()
    watched.begin(tmp_path / "at work", STUBBORN)
    watched.terminal.type("\x03")
    assert "Press space to check again" in shown(watched.terminal.until(KEYS))
    assert "double" in shown(watched.save(SOLVED))
    watched.terminal.type("\x03")
    assert watched.terminal.ended() == 0 and watched.terminal.usual


def test_who_is_ended_leaves_the_terminal_as_it_was(watch):
    """Also by a system that shuts down, or a terminal whose window is closed."""
    watched = watch()
    assert not watched.terminal.usual
    os.kill(watched.terminal.pid, signal.SIGTERM)
    assert watched.terminal.ended() == 128 + signal.SIGTERM and watched.terminal.usual


def test_a_crash_leaves_the_terminal_as_it_was(watch):
    """A fault of ours is told, in a terminal that can be used."""
    watched = watch(program=("-c", _FAULTY))
    watched.file.write_text(WRONG)
    assert watched.terminal.ended() == 1 and watched.terminal.usual


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back(kit):
    """As any program does that a shell starts."""
    lesson = kit()
    (lesson.stubs / "sums.py").write_text(SOLVED)
    command = " ".join([sys.executable, "-m", "pytest", *_PLAIN, f"tests/{lesson.name}"])
    with Terminal(["sh", "-i"], lesson.root, {**_ENVIRONMENT, "PS1": "shell> ", "ENV": ""}) as terminal:
        terminal.until("shell> ")
        terminal.type(f"{command}\n")
        terminal.until(KEYS)
        assert not terminal.usual
        terminal.type("\x1a")
        terminal.until("shell> ")
        assert terminal.usual
        terminal.type("fg\n")
        terminal.until(KEYS)
        assert not terminal.usual
        (lesson.stubs / "sums.py").write_text(WRONG)
        assert "double 6 → 0" in shown(terminal.until(KEYS))


def test_a_breakpoint_has_the_keyboard(watch):
    """What is typed reaches it, and no key is taken for ours, as in any pytest."""
    watched = watch()
    watched.file.write_text(SOLVED.replace("return x + x", "breakpoint(); return x + x"))
    watched.terminal.until("(Pdb) ")
    watched.terminal.type("x * 111\n")
    watched.terminal.until("333")
    watched.terminal.type("c\n")
    assert "double" in watched.terminal.until(KEYS)


def test_without_a_terminal_there_are_boards_and_no_keys(kit):
    """As a step of some other program: no colours, no cleared screen, and Ctrl-C ends it."""
    lesson = kit()
    file = lesson.stubs / "sums.py"
    file.write_text(SOLVED)
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", *_PLAIN, f"tests/{lesson.name}"],
        cwd=lesson.root,
        env={**os.environ, **_ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        first = _until(process, "Watching exercises")
        file.write_text(WRONG)
        second = _until(process, "sums.py: double 6 → 0: not right yet.")
        process.send_signal(signal.SIGINT)
        assert process.wait() == 1
    assert "✘ double" in second and "\x1b" not in first + second


def _until(process, text: str) -> str:
    lines = []
    while not lines or text not in lines[-1]:
        line = process.stdout.readline()
        assert line, lines
        lines.append(line)
    return "".join(lines)


def test_outside_of_every_kit_it_says_where_to_watch(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--watch"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 4 and "run pytest in the folder of the kit" in done.stderr
