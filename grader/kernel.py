"""What a notebook calls `check`: it runs the lesson's suite on the notebook's own namespace.

    from grader.kernel import open_lesson
    check = open_lesson("first_loop")
    check("square")                     # shows the board, gives back the points
    check.hint()                        # the next hint for what the board explained

Student code and checks share one process here, so a student who cheats can change every result. `grader
grade` takes the code out of the same notebook and runs it in a box.
"""

import contextlib
import io
import os
import sys
from collections.abc import Callable, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.checking.examples import Examples
from grader.checking.ledger import Ledger
from grader.checking.needs import with_needs
from grader.checking.student_run import StudentRun
from grader.checking.suites import Suites
from grader.checking.wholeness import require_solutions
from grader.doors.deadline import Deadline
from grader.doors.notebook import NotebookDoor, NotebookReplayDoor
from grader.errors import KitError, UsageError
from grader.lesson import catalog
from grader.lesson.cells import asker
from grader.model import Lesson
from grader.telling.card import Card, Hints, Score, Sentence
from grader.telling.story import next_exercise

_PLUGINS = ("grader.checks", "pytest_timeout", "_hypothesis_pytestplugin")
_QUIET = "--capture=no --import-mode=importlib --disable-plugin-autoload -p no:terminal -p no:cacheprovider"


def open_lesson(name: str, namespace: MutableMapping[str, Any] | None = None) -> "Asker":
    """What a notebook calls `check`. `namespace` is the notebook's own unless another is given."""
    lesson = catalog.load(catalog.find_root(Path.cwd()), name)
    if namespace is None:
        namespace = sys.modules["__main__"].__dict__
    return Asker(lesson, namespace)


class Asker:
    """Checks exercises of one lesson in one namespace."""

    def __init__(self, lesson: Lesson, namespace: MutableMapping[str, Any]) -> None:
        self.lesson = lesson
        self.kit = _kit(lesson)
        if self.kit is not None:
            require_solutions(self.kit)
        self.door = NotebookDoor(lesson, namespace, self.kit)
        self.door.outside = Asker.run.__code__
        self.examples = Examples()  # drawn by the first call that needs them
        self.hints: dict[str, Hints] = {}  # of the exercises that a card has explained
        self.explained = ""  # the last of these
        self.unshown: list[Score] = []
        _at_the_end_of_cells(self._show)

    def __call__(self, exercise: str = "") -> Score:
        """Check `exercise`, or all; show what came of it and return the points."""
        wanted = [self._known(exercise)] if exercise else [e.name for e in self.lesson.exercises]
        ledger = self.run(wanted)
        score = Score(round(sum(ledger.points(name) for name in wanted), 2), self._card(ledger, wanted))
        self.unshown.append(score)
        if _shell() is None:  # a plain Python prompt
            self._show()
        return score

    def hint(self, exercise: str = "") -> Sentence:
        """The next hint for an exercise: for the one that is named, or that was explained last."""
        name = self._known(exercise) if exercise else self.explained
        if name not in self.hints:
            wanted = [name] if name else [e.name for e in self.lesson.exercises]
            card = self._card(self.run(wanted), wanted)
            if card.told is None:
                return Sentence(str(card))
            name = self.explained
        return self.hints[name].next()

    def _card(self, ledger: Ledger, wanted: list[str]) -> Card:
        card = Card(ledger, wanted, asker(self.lesson), self.door.where)
        if card.told is not None:
            hints, self.explained = Hints(card), card.told.exercise.name
            known = self.hints.setdefault(self.explained, hints)
            if known.about != hints.about:  # something else is wrong now
                self.hints[self.explained] = hints
        return card

    def _known(self, exercise: str) -> str:
        known = [e.name for e in self.lesson.exercises]
        if exercise not in known:
            raise UsageError(f"there is no exercise {exercise!r}", f"the exercises are {', '.join(known)}")
        return exercise

    def _show(self, *_: object) -> None:
        """Show the cards that nobody has seen: those of calls that were not the last line of a cell."""
        while self.unshown:
            score = self.unshown.pop(0)
            if not score.shown:
                _display(score.card)

    # --- checking ------------------------------------------------------------------------------

    def run(self, wanted: list[str]) -> Ledger:
        """The results of the exercises `wanted` and of all that they need, and what explains the next one."""
        deadline = Deadline(self.door.at_work)
        suites = Suites(deadline, self.examples)
        run = StudentRun(suites, lambda _: self.door, NotebookReplayDoor, lambda lesson: self.kit or lesson)
        watch = _Watch(run, self.lesson, wanted)
        files = [str(self.lesson.suite / f"test_{name}.py") for name in with_needs(self.lesson, wanted)]
        arguments = ["--rootdir", str(self.lesson.root), "-c", os.devnull, *_QUIET.split()]
        plugins = [part for name in _PLUGINS for part in ("-p", name)]
        printed = io.StringIO()
        try:
            # nbgrader takes a line on stderr for a failed cell, so what student code prints stays here.
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                pytest.main([*arguments, *plugins, *files], plugins=[suites, run, deadline, watch])
        finally:
            self.door.restore()
        if watch.interrupted:
            raise KeyboardInterrupt
        ledger = run.ledger(self.lesson)
        if any(name not in ledger.results for name in wanted):
            trouble = f"the checks of {', '.join(wanted)} cannot be run here"
            raise KitError(trouble, watch.trouble or printed.getvalue())
        return ledger


def _kit(lesson: Lesson) -> Lesson | None:
    """The lesson with its solutions, where nbgrader grades for an instructor; nobody else has them.

    A student's notebook is checked in the same way wherever it lies, even below the folder of a course.
    """
    if os.environ.get("NBGRADER_EXECUTION") != "autograde":
        return None
    found = (replace(lesson, root=folder / catalog.KIT) for folder in lesson.root.parents)
    return next((kit for kit in found if kit.solutions.is_dir()), None)


class _Watch:
    """A plugin of one run: looks closely at what is next, and notes why the run ended early."""

    def __init__(self, run: StudentRun, lesson: Lesson, wanted: list[str]) -> None:
        self.run = run
        self.lesson = lesson
        self.wanted = wanted
        self.interrupted = False
        self.trouble = ""

    def pytest_sessionfinish(self) -> None:
        """Look closely at what is next."""
        exercises = [self.lesson.exercise(name) for name in self.wanted]
        ledger = self.run.ledger(self.lesson)
        if not self.interrupted and all(e.name in ledger.results for e in exercises):
            following = next_exercise(map(ledger.exercise, exercises), self.lesson.order)
            if following is not None:
                self.run.explain(self.lesson.name, self.lesson.exercise(following.name))

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self.interrupted |= excinfo.type is KeyboardInterrupt

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.trouble = report.longreprtext


# --- the shell around it -----------------------------------------------------------------------


def _shell() -> Any:
    """IPython's shell, where there is one."""
    loaded = sys.modules.get("IPython")
    return loaded.get_ipython() if loaded else None


def _at_the_end_of_cells(call: Callable[..., None]) -> None:
    shell = _shell()
    if shell is not None:
        shell.events.register("post_run_cell", call)


def _display(card: Card) -> None:
    if _shell() is None:
        print(card)
    else:
        from IPython.display import display

        display(card)
