"""The loop of `pytest --watch`: wait until a file is saved, check, say what has changed."""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.config import create_terminal_writer  # what plugins are given when pytest has begun; it has not

from grader.watching import runs, saved
from grader.watching.screen import END, Screen
from grader.watching.standing import Standing, changes, debugger, read

OPTION = "--watched"  # tells a run where to leave its standing
KEYS = "--watched-keys"  # tells it that somebody can press keys
_PAUSE = 0.25  # seconds between two looks at the files
_STEP = 0.02  # seconds between two looks at a run
_GRACE = 2.0  # seconds that a run has to end after Ctrl-C
_STOPPED = 130  # the exit code of what Ctrl-C has ended
_KEYS = "h hint   d detail   q quit"

Folders = Callable[[], Sequence[Path]]  # where the files are that are watched


def watch(config: pytest.Config, folders: Folders) -> int:
    """Check now and after each change, until somebody ends it. Returns the exit code of the last run."""
    capture = config.pluginmanager.get_plugin("capturemanager")
    if capture is not None:
        capture.suspend(in_=True)  # pytest has taken the keyboard away; each run does so for itself
    writer = create_terminal_writer(config, sys.stdout)
    with Screen(writer) as screen, tempfile.TemporaryDirectory() as private:
        return _Watcher(config, screen, folders, Path(private, "standing.json")).watch()


class _Watcher:
    def __init__(self, config: pytest.Config, screen: Screen, folders: Folders, place: Path) -> None:
        given = [a for a in map(str, config.invocation_params.args) if a != "--watch"]
        quiet = [] if config.option.verbose else ["-q"]
        ours = [f"{OPTION}={place}", *([KEYS] if screen.keyboard.present else [])]
        self.usual = [*given, *quiet, *ours]
        submission = config.getoption("--submission")
        self.of_one = [f"--submission={submission}", "-v", "--tb=short", *ours]
        self.suites = config.rootpath / "tests"
        self.screen = screen
        self.folders = folders
        self.place = place
        self.seen: saved.Stamps | None = None  # what was checked last
        self.standing: Standing | None = None  # what that came to
        self.code = 0
        self.heard = config.option.capture != "no" and screen.keyboard.shared  # keys, while a run goes on
        self.typed = ""  # keys that were pressed meanwhile
        screen.keyboard.lent = debugger(place).exists

    def watch(self) -> int:
        """Until somebody quits, or the terminal ends."""
        with suppress(KeyboardInterrupt, _Quit):
            self._look()
            while (key := self._key()) not in ("q", END):
                self._press(key)
                self._look()
        return self.code

    def _key(self) -> str:
        """The next key, of those pressed during a run or from now on."""
        key, self.typed = self.typed[:1], self.typed[1:]
        return key or self.screen.keyboard.key(_PAUSE).lower()

    def _press(self, key: str) -> None:
        if key == "h":
            self._check("", "--hint")
        elif key == "d" and self.standing is not None and self.standing.next:
            self._show_all_of(self.standing.lesson, self.standing.next)
        elif key in ("\r", "\n", " "):
            self._check("")

    def _look(self) -> None:
        """Check if a file has changed, and again if one has changed meanwhile."""
        while (now := saved.snapshot(self.folders())) != self.seen:
            now = saved.settled(self.folders())
            names = saved.changed(self.seen, now) if self.seen is not None else []
            self.seen = now
            self._check(", ".join(names))

    def _check(self, names: str, *more: str) -> None:
        """Check all that is watched, and say below the board what has changed with the files `names`."""
        code = self._run([*self.usual, *more], names)
        if code is None:
            return  # a file was saved meanwhile, and all is checked anew
        before, found = self.standing, read(self.place)
        if found is None:
            self._wait(_without_board(code))
        else:
            self.code, self.standing = code, found
            self._wait(_news(before, found, names) if before and names else self._invitation())

    def _show_all_of(self, lesson: str, exercise: str) -> None:
        """All that pytest has to say about one exercise."""
        self._run([str(self.suites / lesson / f"test_{exercise}.py"), *self.of_one])
        self._wait(f"This was all about `{exercise}`. Press space to see the board.")

    def _invitation(self) -> str:
        """What to do, before anything has changed."""
        here = Path.cwd()
        names = [f.relative_to(here) if f.is_relative_to(here) else f for f in self.folders()]
        return f"Watching {', '.join(map(str, names))}: save a file, and it is checked."

    def _wait(self, said: str) -> None:
        self.screen.say(said, bold=True)
        self.screen.listen(_KEYS)

    # --- one run -------------------------------------------------------------------------------

    def _run(self, arguments: Sequence[str], names: str = "") -> int | None:
        """The exit code of a run; None if a file was saved meanwhile, so that it is worth nothing."""
        self.screen.rest(f"checking {names} …" if names else "checking …")
        if self.heard:
            self.screen.keyboard.listen()
        else:
            self.screen.release()
        self.place.unlink(missing_ok=True)
        run = runs.begin(arguments)
        try:
            return self._ended(run)
        except KeyboardInterrupt:  # the run has heard it, too
            _patient(run)
            return _STOPPED
        finally:
            run.kill()
            debugger(self.place).unlink(missing_ok=True)
            self.screen.release()  # whatever the run has made of it

    def _ended(self, run: runs.Run) -> int | None:
        looked = time.monotonic()
        while (code := run.ended()) is None:
            self._hear()
            if time.monotonic() - looked > _PAUSE:
                looked = time.monotonic()
                if saved.snapshot(self.folders()) != self.seen:
                    return None
        return code

    def _hear(self) -> None:
        """Wait a moment. Who quits does not wait for the run; other keys do."""
        key = self.screen.keyboard.key(_STEP).lower() if self.heard else END
        if key == "q":
            raise _Quit
        if key == END:
            time.sleep(_STEP)
        else:
            self.typed += key


class _Quit(Exception):  # noqa: N818  it is no error to have seen enough
    """Somebody quits while a run goes on."""


def _patient(run: runs.Run) -> None:
    """Give a run the time to end by itself; a second Ctrl-C is the end of patience."""
    end = time.monotonic() + _GRACE
    with suppress(KeyboardInterrupt):
        while run.ended() is None and time.monotonic() < end:
            time.sleep(_STEP)


def _news(before: Standing, after: Standing, names: str) -> str:
    return f"{names}: {changes(before, after) or 'nothing has changed on the board.'}"


def _without_board(code: int) -> str:
    if code == _STOPPED:
        return "Stopped. Press space to check again, or save a file."
    return (
        f"There is no board this time (exit code {code}). If the lines above do not say why, your code has "
        "ended Python itself. Save a file to check again."
    )
