"""The notebook's door: `check("square")` runs the lesson's suite on the notebook's own namespace.

    from grader.kernel import open_lesson
    check = open_lesson("first_loop")
    check("square")                     # shows the board, gives back the points

Student code and checks share one process here, so a student who cheats can change every result. `grader
grade` takes the code out of the same notebook and runs it in a box.
"""

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from grader.box.constants import Constants
from grader.box.host import Modules
from grader.box.source import outline
from grader.box.standing_in import ABSENT, put
from grader.box.wire import simplified
from grader.checking import diagnosis
from grader.checking.compare import Todo
from grader.checking.ledger import Ledger
from grader.checking.student_run import StudentRun
from grader.checking.suites import Suites
from grader.checking.wholeness import require_solutions
from grader.doors.deadline import Deadline
from grader.doors.outline import Outline
from grader.doors.working import waiting_for, working_versions
from grader.errors import KitError, UsageError
from grader.lesson import catalog
from grader.model import Lesson
from grader.student import Place, Stopped
from grader.telling.card import Card

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
        if str(lesson.root) not in sys.path:
            sys.path.insert(0, str(lesson.root))  # suites import their helpers from tests.<lesson>

    def __call__(self, exercise: str = "") -> float:
        """Check `exercise`, or all; show what came of it and return the points."""
        wanted = [exercise] if exercise else [e.name for e in self.lesson.exercises]
        ledger = self.run(wanted)
        _show(Card(ledger, wanted))
        return round(sum(ledger.points(name) for name in wanted), 2)

    def run(self, wanted: list[str]) -> Ledger:
        """The results of the exercises `wanted` and of all that they need. UsageError for an unknown one."""
        known = [e.name for e in self.lesson.exercises]
        for name in wanted:
            if name not in known:
                raise UsageError(f"there is no exercise {name!r}", f"the exercises are {', '.join(known)}")
        deadline, watch = Deadline(self.door.at_work), _Watch()
        suites = Suites(deadline)
        run = StudentRun(suites, lambda _: self.door)
        files = [str(self.lesson.suite / f"test_{name}.py") for name in _with_needs(self.lesson, wanted)]
        arguments = ["--rootdir", str(self.lesson.root), "-c", os.devnull, *_QUIET.split()]
        plugins = [part for name in _PLUGINS for part in ("-p", name)]
        printed = io.StringIO()
        try:
            # nbgrader takes a line on stderr for a failed cell, so what student code prints stays here.
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                pytest.main([*arguments, *plugins, *files], plugins=[suites, run, deadline, watch])
                if self.kit is not None and not watch.interrupted:
                    with contextlib.suppress(Stopped), deadline.watch():
                        self._diagnose(run.ledger(self.lesson), wanted)
        finally:
            self.door.restore()
        if watch.interrupted:
            raise KeyboardInterrupt
        ledger = run.ledger(self.lesson)
        if any(name not in ledger.results for name in wanted):
            trouble = f"the checks of {', '.join(wanted)} cannot be run here"
            raise KitError(trouble, watch.trouble or printed.getvalue())
        return ledger

    def _diagnose(self, ledger: Ledger, wanted: list[str]) -> None:
        """Name the mistakes, where the wrong models are at hand."""
        assert self.kit is not None
        package = importlib.import_module(f"tests.{self.lesson.name}")
        if str(self.kit.suite) not in package.__path__:
            package.__path__.append(str(self.kit.suite))
        diagnosis.examine(replace(ledger, lesson=self.kit), self.door, wanted)


def _with_needs(lesson: Lesson, wanted: list[str]) -> list[str]:
    """The exercises `wanted` and everything they need, in the lesson's order."""
    found = set(wanted)
    for exercise in reversed(lesson.exercises):  # an exercise needs only earlier ones
        if exercise.name in found:
            found.update(exercise.needs)
    return [e.name for e in lesson.exercises if e.name in found]


def _kit(lesson: Lesson) -> Lesson | None:
    """The lesson with its solutions, where an instructor grades; students have none."""
    found = (replace(lesson, root=folder / catalog.KIT) for folder in lesson.root.parents)
    return next((kit for kit in found if kit.solutions.is_dir()), None)


def _show(card: Card) -> None:
    try:
        from IPython.display import display
    except ImportError:  # a plain Python prompt
        print(card)
    else:
        display(card)


class _Watch:
    """Notes why a run ended early."""

    interrupted = False
    trouble = ""

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self.interrupted |= excinfo.type is KeyboardInterrupt

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.trouble = report.longreprtext


class UnrunError(Todo, AttributeError):
    """A name that the notebook does not have: its cell was not run, or is not written."""


class _Names(ModuleType):
    """A module of the lesson, whose names are those of the notebook."""

    def __init__(self, name: str, namespace: Mapping[str, Any]) -> None:
        super().__init__(name)
        self.__dict__["_namespace"] = namespace

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["_namespace"][name]
        except KeyError:
            raise UnrunError(f"`{name}` is not there yet: run its cell first") from None


class NotebookDoor:
    """Reaches the student's work in a namespace, and puts working versions there while a check needs them."""

    def __init__(self, lesson: Lesson, namespace: MutableMapping[str, Any], kit: Lesson | None) -> None:
        self.lesson = lesson
        self.namespace = namespace
        self.kit = kit
        self._replaced: dict[str, Any] = {}
        self._methods: list[tuple[type, str, Any]] = []  # what working methods took the place of
        self._given = Modules("")
        for file in lesson.files:
            if file.endswith(".py"):  # `from engine import Value` finds the notebook's own Value
                sys.modules[Path(file).stem] = _Names(Path(file).stem, namespace)

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check of `exercise` starts. Without working versions it waits for what it needs."""
        self.restore()
        if not working:
            return
        if self.kit is None:
            raise waiting_for(working)
        versions = working_versions(self.kit, exercise, working)
        for module, source in versions.replaced.items():
            self._replace(module, source)
        for module, patches in versions.patches.items():
            for source, names in patches.items():
                self._replace(module, source, names.split())

    def _replace(self, module: str, source: str, names: Iterable[str] = ()) -> None:
        """Put these names of a working version into the notebook; without names all that it defines."""
        defined: dict[str, Any] = {"__name__": module}
        exec(compile(source, f"<working {module}>", "exec", dont_inherit=True), defined)
        names = [*names] or [name for name in defined if not name.startswith("__")]
        for name in names:
            self._replaced.setdefault(name, self.namespace.get(name, ABSENT))
        self._methods += put(defined, names, self.namespace)

    def restore(self) -> None:
        """Take the working versions out again."""
        while self._methods:
            owner, name, method = self._methods.pop()
            if method is ABSENT:
                delattr(owner, name)
            else:
                setattr(owner, name, method)
        for name, value in self._replaced.items():
            if value is ABSENT:
                self.namespace.pop(name, None)
            else:
                self.namespace[name] = value
        self._replaced.clear()

    def module(self, name: str) -> ModuleType:
        """The notebook, by the name of one of the lesson's files."""
        return sys.modules[name]

    def constants(self, name: str) -> Constants:
        """The notebook's constants, by the name of one of the lesson's files."""
        module = self.module(name)
        return Constants(name, lambda key: simplified(getattr(module, key)))

    def define(self, source: str, name: str) -> Any:
        """What `source`, a text of the suite, calls `name`; it is no name of the notebook."""
        return self._given.define(source, name)

    def text(self, name: str) -> str:
        """A kernel does not see the notebook's text."""
        raise Stopped("waiting", f"a person reads {name}")

    def place(self, error: BaseException) -> Place | None:
        """The innermost line of the notebook's cells that an exception came through."""
        found, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_globals is self.namespace:
                found = _place(trace.tb_frame, trace.tb_lineno)
            trace = trace.tb_next
        return found

    def at_work(self, frame: FrameType | None) -> Iterator[tuple[FrameType, Place]]:
        """The calls of functions in the cells where a check is, without the cell that called `check`."""
        while frame is not None and frame.f_code is not Asker.run.__code__:
            if frame.f_globals is self.namespace:
                yield frame, _place(frame, frame.f_lineno)
            frame = frame.f_back

    def outline(self, file: str) -> Outline:
        """What stands where in the cells that were run, the last version of a thing last."""
        rows: list[list[Any]] = []
        start = 0
        for source in map(str, self.namespace.get("In", ())):
            with contextlib.suppress(SyntaxError, ValueError, RecursionError):
                rows += [
                    [kind, name, one + start, end + start]
                    for kind, name, one, end in outline(source.encode())
                ]
            start += source.count("\n") + 1
        return Outline.of(rows)

    def output(self) -> str:
        """Prints are kept away from the notebook, because nbgrader would misread them."""
        return ""

    def example(self) -> str:
        """Real objects leave no trace."""
        return ""

    def new_example(self) -> None:
        """Nothing is written down here."""


def _place(frame: FrameType, line: int | None) -> Place:
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    label = shell.compile.format_code_name(frame.f_code.co_filename) if shell else None
    line = line or frame.f_code.co_firstlineno  # between two lines there is none
    return Place(" ".join(label) if label else "the notebook", line, frame.f_code.co_name)
