"""Lesson suites in one pytest session: which tests are checks, of what, and how each of them ended."""

import inspect
from collections.abc import Callable, Iterable
from contextlib import nullcontext, redirect_stdout, suppress
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any, Literal, Protocol

import hypothesis
import pytest

from grader.checking import diagnosis
from grader.checking.compare import Unsteady
from grader.checking.examples import Examples, play
from grader.checking.ledger import Ledger
from grader.checking.verdict import verdict
from grader.doors.deadline import Deadline
from grader.doors.direct import DirectDoor
from grader.doors.replay import ReplayDoor, replay
from grader.errors import KitError
from grader.figures import Node
from grader.lesson import catalog
from grader.model import CheckResult, Lesson
from grader.student import Stopped

hypothesis.settings.register_profile(
    "learning-loop",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=25,
    # Shrinking calls wrong code hundreds of times, and the explain phase costs seconds: strategies of a
    # suite draw readable numbers instead.
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
    report_multiple_bugs=False,
    print_blob=False,
)


class Door(Protocol):
    """How a suite reaches one submission."""

    def begin(self, exercise: str, working: tuple[str, ...]) -> None: ...
    def module(self, name: str) -> Any: ...
    def constants(self, name: str) -> Any: ...
    def define(self, source: str, name: str) -> Any: ...
    def text(self, name: str) -> str: ...
    def place(self, error: BaseException) -> Any: ...
    def output(self) -> str: ...
    def example(self) -> str: ...
    def new_example(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Check:
    """What a collected test stands for."""

    lesson: Lesson
    exercise: str
    name: str
    title: str
    weight: float


CHECK = pytest.StashKey[Check]()
RESULT = pytest.StashKey[CheckResult]()
GRAPH = pytest.StashKey[tuple[Node, ...]]()  # what a check shows with its example, should it fail


class Suites:
    """Runs lesson suites in one pytest session. `open_door(lesson)` says how to reach the submission."""

    def __init__(self, open_door: Callable[[Lesson], Door], deadline: Deadline | None = None) -> None:
        self.open_door = open_door
        self.deadline = deadline  # a box keeps its own time
        self.detailed = False  # whether anybody sees pytest's own account of a failure
        self.examples = Examples()
        self.weights: dict[str, dict[str, dict[str, float]]] = {}  # lesson → exercise → check → weight
        self.lessons: dict[str, Lesson] = {}
        self.doors: dict[str, Door] = {}
        self.ledgers: dict[str, Ledger] = {}

    def restart(self) -> None:
        """Forget the submission; what was collected stays."""
        self.doors.clear()
        self.ledgers.clear()

    def door(self, lesson: Lesson) -> Door:
        if lesson.name not in self.doors:
            self.doors[lesson.name] = self.open_door(lesson)
        return self.doors[lesson.name]

    def ledger(self, lesson: Lesson) -> Ledger:
        if lesson.name not in self.ledgers:
            self.ledgers[lesson.name] = Ledger(lesson, self.weights.setdefault(lesson.name, {}))
        return self.ledgers[lesson.name]

    # --- collection ----------------------------------------------------------------------------

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        if isinstance(collector, pytest.Module):
            in_lesson = self._lesson_of(collector.path) is not None
            hypothesis.settings.load_profile("learning-loop" if in_lesson else "default")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            lesson = self._lesson_of(item.path)
            if lesson is not None and isinstance(item, pytest.Function):
                self._note(item, lesson)
        self._note_unselected([i for i in items if isinstance(i, pytest.Function) and CHECK in i.stash])
        items.sort(key=_order)

    def _lesson_of(self, path: Path) -> Lesson | None:
        name, root = path.parent.name, path.parent.parent.parent
        if name not in self.lessons and (root / "exercises" / name / "lesson.toml").is_file():
            try:
                self.lessons[name] = catalog.load(root, name)
            except KitError as error:
                raise pytest.UsageError("; ".join(filter(None, (error.message, error.hint)))) from None
        return self.lessons.get(name)

    def _note(self, item: pytest.Function, lesson: Lesson) -> None:
        check = Check(
            lesson=lesson,
            exercise=item.path.stem.removeprefix("test_"),
            name=item.name,
            title=" ".join((item.obj.__doc__ or item.name).split("\n\n")[0].split()),
            weight=_weight(item.iter_markers()),
        )
        item.stash[CHECK] = check
        self._weigh(check.lesson, check.exercise, check.name, check.weight)
        if self.deadline is not None:
            self.deadline.limit(item)

    def _note_unselected(self, checks: list[pytest.Function]) -> None:
        """Weigh what was not collected, too: points are shares of a whole exercise."""
        collected = {(item.module, item.originalname) for item in checks}
        for module, check in {item.module: item.stash[CHECK] for item in checks}.items():
            for name, test in vars(module).items():
                if name.startswith("test_") and (module, name) not in collected:
                    weight = _weight(getattr(test, "pytestmark", ()))
                    self._weigh(check.lesson, check.exercise, name, weight)

    def _weigh(self, lesson: Lesson, exercise: str, check: str, weight: float) -> None:
        self.weights.setdefault(lesson.name, {}).setdefault(exercise, {})[check] = weight

    # --- running -------------------------------------------------------------------------------

    def begin(self, check: Check) -> Door:
        """The door for one check; exercises that it needs and that are not done get working versions."""
        door = self.door(check.lesson)
        door.begin(check.exercise, self.ledger(check.lesson).follow(check.exercise))
        return door

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """What a check showed of another submission is not shown again."""
        item.stash[GRAPH] = ()

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Play a property's examples; leave anything else to pytest."""
        check = pyfuncitem.stash.get(CHECK, None)
        examples = self.examples.of(pyfuncitem.obj) if check is not None else None
        if check is None or examples is None:
            return None
        names = inspect.signature(pyfuncitem.obj).parameters
        fixtures = {name: pyfuncitem.funcargs[name] for name in names}
        door = self.door(check.lesson)
        for example in examples:
            door.new_example()
            try:
                play(pyfuncitem.obj, example, fixtures)
            except hypothesis.errors.UnsatisfiedAssumption as refused:
                if door.place(refused) is not None:  # not the check but student code refuses it
                    raise
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport | None:
        check = item.stash.get(CHECK, None)
        if check is None:
            return None
        # A traceback costs more than the check that failed; it is drawn only for those who see it.
        report = pytest.TestReport.from_item_and_call(item, call) if self.detailed else _brief(item, call)
        if call.excinfo is not None or call.when == "call":
            result = self._judged(check, call, item.stash.get(GRAPH, ()))
            item.stash[RESULT] = report.learning_loop = result  # type: ignore[attr-defined]  # for the board
            if report.failed and (result.status in ("todo", "waiting") or not self.detailed):
                report.longrepr = result.message or result.status
        return report

    def _judged(self, check: Check, call: pytest.CallInfo[None], graph: tuple[Node, ...]) -> CheckResult:
        ledger = self.ledger(check.lesson)
        worth = ledger.max_points(check.exercise, check.name)
        error = call.excinfo.value if call.excinfo is not None else None
        if isinstance(error, Stopped) and error.unimportable:
            ledger.unimportable.add(error.unimportable)
        if isinstance(error, Stopped) and error.lacking:
            ledger.unimportable.add(error.lacking)
        if isinstance(error, Unsteady):
            ledger.unsteady.add(check.exercise)
        result = self._verdict(check, worth, error)
        if result.example:
            result = replace(result, graph=graph)
        ledger.add(check.exercise, result)
        return result

    def _verdict(self, check: Check, worth: float, error: BaseException | None) -> CheckResult:
        try:
            return verdict(check, worth, error, self.door(check.lesson))
        except Exception as fault:  # or pytest itself would be in disorder for whoever comes next
            message = f"its result could not be put into words: {type(fault).__name__}"
            return CheckResult(check.name, check.title, "ungraded", 0.0, worth, message)

    # --- at the end, on the direct door --------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Give the one failure that the board explains its example."""
        for name, door in list(self.doors.items()):
            exercise = self.ledgers[name].next_exercise() if name in self.ledgers else None
            if isinstance(door, DirectDoor) and exercise and not session.config.getoption("usepdb"):
                failed = self.ledgers[name].telling(exercise)
                if failed.status == "failed":
                    again = self._replayed(_item(session, name, exercise, failed.name), door)
                    shown = replace(failed, example=again.example, graph=again.graph)
                    self.ledgers[name].results[exercise][failed.name] = shown
                    self._diagnose(name, exercise, door)

    def _diagnose(self, name: str, exercise: str, door: DirectDoor) -> None:
        """Say which mistake it is, where that is known and what the exercise needs was tried as well."""
        ledger = self.ledgers[name]
        if all(need in ledger.results for need in ledger.lesson.exercise(exercise).needs):
            timed = self.deadline.watch() if self.deadline else nullcontext()
            # Where the wrong models are broken, a student has a board without a name for the mistake.
            with suppress(KitError), timed, redirect_stdout(StringIO()):
                diagnosis.examine(ledger, door, [exercise])

    def _replayed(self, item: pytest.Item, door: DirectDoor) -> CheckResult:
        """What a failed check shows when it is run once more."""
        name = door.lesson.name
        self.doors[name] = ReplayDoor(door)
        with self.deadline.watch() if self.deadline else nullcontext():
            replay(item)
        self.doors[name] = door
        return item.stash[RESULT]


def _item(session: pytest.Session, lesson: str, exercise: str, name: str) -> pytest.Item:
    """The test that is this check."""
    checks = ((item, item.stash.get(CHECK, None)) for item in session.items)
    wanted = lesson, exercise, name
    return next(item for item, c in checks if c and (c.lesson.name, c.exercise, c.name) == wanted)


def _brief(item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
    outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
    assert call.when != "collect"
    return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when, duration=call.duration)


def _weight(markers: Iterable[pytest.Mark]) -> float:
    return next((float(marker.args[0]) for marker in markers if marker.name == "weight"), 1.0)


def _order(item: pytest.Item) -> tuple[str, int]:
    """Checks run lesson by lesson, in the lesson's order, whatever the file names say; others come first."""
    check = item.stash.get(CHECK, None)
    if check is None:
        return "", -1
    names = [e.name for e in check.lesson.exercises]
    return check.lesson.name, names.index(check.exercise) if check.exercise in names else len(names)
