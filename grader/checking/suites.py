"""Lesson suites in one pytest session: which tests are checks, of what, and how one of them is played."""

import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import hypothesis
import pytest
from _pytest.runner import runtestprotocol  # the one way to run an item apart from the report of the run

from grader.checking.examples import Examples, play
from grader.checking.ledger import Ledger, Outcome, worth_of
from grader.checking.turn import CHECK, TURN, Check, Door, Turn
from grader.doors.deadline import Deadline
from grader.errors import KitError
from grader.lesson import catalog
from grader.model import CheckResult, Lesson

PROFILE = "learning-loop"  # of hypothesis, for what is in a lesson's suite
hypothesis.settings.register_profile(
    PROFILE,
    derandomize=True,  # everybody meets the same examples
    database=None,
    max_examples=25,
    suppress_health_check=list(hypothesis.HealthCheck),  # a busy machine draws slowly
    # The rest matters to a check that draws while it runs, by `st.data()`: hypothesis runs that itself.
    # Shrinking calls wrong code hundreds of times, and the explain phase costs seconds: strategies of a
    # suite draw readable numbers instead.
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    deadline=None,
    report_multiple_bugs=False,
    print_blob=False,
)


class Suites:
    """Collects lesson suites in one pytest session, and plays their checks."""

    def __init__(self, deadline: Deadline | None = None, examples: Examples | None = None) -> None:
        self.deadline = deadline  # a box keeps its own time
        self.detailed = False  # whether anybody sees pytest's own account of a failure
        self.examples = examples or Examples()
        self.weights: dict[str, dict[str, dict[str, float]]] = {}  # lesson → exercise → check → weight
        self.items: dict[tuple[str, str, str], pytest.Item] = {}  # by lesson, exercise and check
        self.lessons: dict[str, Lesson] = {}

    def ledger(self, lesson: Lesson) -> Ledger:
        """A new ledger, in which nothing is noted."""
        return Ledger(lesson, self.weights.setdefault(lesson.name, {}))

    # --- collection ----------------------------------------------------------------------------

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        if isinstance(collector, pytest.Module):
            in_lesson = self._lesson_of(collector.path) is not None
            hypothesis.settings.load_profile(PROFILE if in_lesson else "default")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            lesson = self._lesson_of(item.path)
            if lesson is not None and isinstance(item, pytest.Function):
                self.note(item, lesson)
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

    def note(self, item: pytest.Function, lesson: Lesson) -> None:
        """An item is a check of this lesson."""
        check = Check(
            lesson=lesson,
            exercise=item.path.stem.removeprefix("test_"),
            name=item.name,
            title=" ".join((item.obj.__doc__ or item.name).split("\n\n")[0].split()),
            weight=_weight(item.iter_markers()),
        )
        item.stash[CHECK] = check
        self.items[lesson.name, check.exercise, check.name] = item
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

    # --- playing -------------------------------------------------------------------------------

    def turn(self, item: pytest.Item, door: Door, working: tuple[str, ...]) -> Turn:
        """The next run of this check goes through `door`."""
        turn = item.stash[TURN] = Turn(item.stash[CHECK], door, working)
        return turn

    def play(
        self, item: pytest.Item, door: Door, working: tuple[str, ...], run: Callable[[pytest.Item], object]
    ) -> Outcome | None:
        """What a check comes to when `run` runs it through `door`; None if it was not run to its end."""
        turn = self.turn(item, door, working)
        run(item)
        return turn.outcome()

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Run the examples of a property; leave other tests to pytest."""
        check = pyfuncitem.stash.get(CHECK, None)
        examples = self.examples.of(pyfuncitem.obj) if check is not None else None
        if check is None or examples is None:
            return None
        names = inspect.signature(pyfuncitem.obj).parameters
        fixtures = {name: pyfuncitem.funcargs[name] for name in names}
        door = pyfuncitem.stash[TURN].door
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
            result = report.learning_loop = self.judge(item, call)  # type: ignore[attr-defined]  # for the board
            if report.failed and (result.status in ("todo", "waiting") or not self.detailed):
                report.longrepr = result.message or result.status
            if result.status in ("todo", "waiting"):  # for `-x` and `--pdb`, no failure to stop at
                report.outcome, report.wasxfail = "skipped", result.message
        return report

    def judge(self, item: pytest.Item, call: pytest.CallInfo[None]) -> CheckResult:
        """How a check ended. Its turn keeps the result."""
        check = item.stash[CHECK]
        worth = worth_of(check.lesson, self.weights[check.lesson.name], check.exercise, check.name)
        return item.stash[TURN].judge(worth, call.excinfo.value if call.excinfo is not None else None)


def quietly(item: pytest.Item) -> None:
    """Run a check once more, without a word to those who would report it."""
    runtestprotocol(item, log=False, nextitem=None)


def _brief(item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
    outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
    assert call.when != "collect"
    return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when, duration=call.duration)


def _weight(markers: Iterable[pytest.Mark]) -> float:
    return next((float(marker.args[0]) for marker in markers if marker.name == "weight"), 1.0)


def _order(item: pytest.Item) -> tuple[int, str, int]:
    """Checks run lesson by lesson, in the lesson's order, whatever the file names say; others come first."""
    check = item.stash.get(CHECK, None)
    if check is None:
        return 0, "", -1
    names = [e.name for e in check.lesson.exercises]
    place = names.index(check.exercise) if check.exercise in names else len(names)
    return check.lesson.session, check.lesson.name, place
