"""The pytest plugin: turns plain tests of a lesson into graded checks.

A test in `tests/<lesson>/test_<exercise>.py` is a check of that exercise. It reaches student code only
through the fixture `submission`. A student's own pytest imports the files; `grader.grading.session` gives the
fixture a door to a box.

Authors of checks use what is in `__all__`, with the fixtures `submission`, `chart`, `plot`, `draw` and
`remark`, and `@pytest.mark.weight(2)`. Wrong models are written with `grader.misconceptions`.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from grader import elsewhere, installed  # noqa: F401  `installed` first: the rest needs what it looks for
from grader.checking import kept, meant
from grader.checking.compare import Unsteady, close, described, is_number, number, todo
from grader.checking.needs import Needs
from grader.checking.student_run import StudentRun
from grader.checking.suites import Suites
from grader.checking.turn import TURN, Door, Turn
from grader.doors.deadline import Deadline
from grader.doors.direct import DirectDoor
from grader.errors import GraderError, KitError
from grader.figures import Figure, Node, Plane, Series, Stroke
from grader.lesson import catalog
from grader.lesson.written import answers, has_heading
from grader.model import Lesson
from grader.student import Stopped, Todo
from grader.telling.board import Board
from grader.telling.graph import node

__all__ = [
    "GraderError", "Stopped", "Todo", "Unsteady", "answers", "chart", "close", "described", "draw",
    "has_heading", "is_number", "lesson_of", "node", "number", "plot", "remark", "stroke",
    "submission", "todo",
]  # fmt: skip

MAX_POINTS = 200  # numbers in one line of a chart: student code decides how many there are


def lesson_of(file: str) -> Lesson:
    """The lesson that a check module belongs to: `lesson_of(__file__)`."""
    suite = Path(file).parent
    return catalog.load(suite.parents[1], suite.name)


# --- pytest's own hooks ------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    elsewhere.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "weight(n): how much this check counts within its exercise")
    if not any(isinstance(plugin, Suites) for plugin in config.pluginmanager.get_plugins()):
        _look_for_lessons(config)
        deadline = Deadline()
        folder = partial(_folder, config)
        examples = kept.examples_of(config)
        suites = Suites(deadline, examples)
        run = StudentRun(suites, lambda lesson: DirectDoor(lesson, folder(lesson)))
        board = Board(config, run, folder)
        suites.detailed = not board.quiet
        config.pluginmanager.register(suites, "learning-loop-suites")
        config.pluginmanager.register(run, "learning-loop-run")
        config.pluginmanager.register(Needs(run), "learning-loop-needs")
        config.pluginmanager.register(board, "learning-loop-board")
        config.pluginmanager.register(deadline, "learning-loop-deadline")
        if watched := config.getoption("--watched"):
            from grader.watching import standing  # only a run that is watched has use for it

            reporter = standing.Reporter(Path(watched), board, run.ledgers)
            config.pluginmanager.register(reporter, "learning-loop-reporter")


def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """With --watch, this process waits, and each run of the checks has a process of its own."""
    if not config.getoption("--watch") or config.getoption("--watched") or config.option.help:
        return None
    from grader.watching import watch  # a plain run does without a screen and its keys

    _look_for_lessons(config)
    folders = {_folder(config, lesson) for lesson in _meant(config)}
    return watch.watch(config, lambda: sorted(folders))


def _meant(config: pytest.Config) -> list[Lesson]:
    """The lessons that the paths of this run belong to."""
    paths = [Path(config.invocation_params.dir, arg.partition("::")[0]) for arg in config.args]
    lessons = [catalog.load(config.rootpath, name) for name in catalog.lesson_names(config.rootpath)]
    meant = [
        lesson
        for lesson in lessons
        if any(p.is_relative_to(lesson.suite) or lesson.suite.is_relative_to(p) for p in paths)
    ]
    return meant or lessons


def _folder(config: pytest.Config, lesson: Lesson) -> Path:
    given = _given(config)
    inside = given / lesson.name
    return inside if inside.is_dir() else given


def _given(config: pytest.Config) -> Path:
    """The folder that --submission names, seen from here or from the kit."""
    name = config.getoption("--submission")
    folders = Path(config.invocation_params.dir, name), Path(config.rootpath, name)
    for folder in folders:
        if folder.is_dir():
            return folder
    raise pytest.UsageError(f"--submission: there is no folder {folders[0]}")


def _look_for_lessons(config: pytest.Config) -> None:
    """Let paths without checks, or none at all, be the checks that are meant."""
    _given(config)
    _look_for_what_is_meant(config)
    _look_for_what_is_there(config)


def _look_for_what_is_meant(config: pytest.Config) -> None:
    """Among the exercises there are no tests: what is named or started there has its checks elsewhere."""
    root, here, everything = config.rootpath, config.invocation_params.dir, config.getini("testpaths")
    if config.args_source is not config.ArgsSource.TESTPATHS and everything:
        found = [path for given in config.args for path in meant.checks(root, everything, given, here)]
        config.args = [*dict.fromkeys(found)]


def _look_for_what_is_there(config: pytest.Config) -> None:
    """A bare `pytest --submission DIR` means the lessons whose files DIR holds; all, if that does not say."""
    if config.args_source is config.ArgsSource.TESTPATHS:
        with suppress(KitError):  # what is wrong with a catalog is told when it is collected
            given, names = _given(config), catalog.lesson_names(config.rootpath)
            own = catalog.own_files([catalog.load(config.rootpath, name) for name in names])
            held = [n for n in names if (given / n).is_dir() or any((given / f).exists() for f in own[n])]
            if 0 < len(held) < len(names):
                config.args = [str(config.rootpath / "tests" / name) for name in held]


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    if op == "==" and isinstance(right, close):
        return [right.explain(left)]
    if op == "==" and isinstance(left, close):
        return [left.explain(right)]
    return None


# --- fixtures ----------------------------------------------------------------------------------


@pytest.fixture
def submission(request: pytest.FixtureRequest) -> Door:
    """The student's work: `.module("engine")` and `.text("reflections.md")`, fresh for every check.

    `.define("f = lambda x: x * x", "f")` gives code of yours to hand to theirs; they can read it.
    """
    turn: Turn = request.node.stash[TURN]
    return turn.begin()


@pytest.fixture
def chart(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Attach a line chart to the check's exercise: `chart(title, x_label, y_label, yours=[…], …)`.

    With `scale="logarithmic"` values that span decades stand on a scale of powers of ten.
    """
    figures = request.node.stash[TURN].figures

    def attach(
        title: str, x_label: str, y_label: str, scale: Any = "even", **series: Sequence[float]
    ) -> None:
        lines = tuple(
            Series(name, tuple(map(_drawn, values[:MAX_POINTS]))) for name, values in series.items()
        )
        figures.append(Figure(title, x_label, y_label, lines, scale))

    return attach


@pytest.fixture
def remark(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Say something about the exercise that costs nothing, e.g. that an odd spelling was accepted."""
    said: list[str] = request.node.stash[TURN].remarks
    return said.append


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Callable[[Iterable[Node]], None]:
    """Show a graph with this check, should it fail: `draw([node("c", "c = a * b", …), …])`, result first."""
    turn: Turn = request.node.stash[TURN]

    def show(nodes: Iterable[Node]) -> None:
        turn.graph = tuple(nodes)

    return show


@pytest.fixture
def plot(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Attach a picture in a plane: `plot(title, x_label, y_label, [stroke(…), …], scale="equal")`.

    `window=(left, right, bottom, top)` says how much is shown, whatever a student's path does.
    """
    figures = request.node.stash[TURN].figures

    def attach(title: str, x_label: str, y_label: str, strokes: Iterable[Stroke], **how: Any) -> None:
        figures.append(Plane(title, x_label, y_label, tuple(strokes), **how))

    return attach


def stroke(name: str, kind: Any, spots: Iterable[Sequence[object]]) -> Stroke:
    """One thing of a `plot`; see `grader.figures.Stroke` for the kinds. Its numbers may be a student's."""
    shown = islice(spots, MAX_POINTS)
    return Stroke(name, kind, tuple((_drawn(x), _drawn(y)) for x, y in shown))


def _drawn(value: object) -> float:
    """A number as a chart shows it: six digits."""
    return float(f"{number(value):.6g}")
