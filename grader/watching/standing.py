"""What a run found, and in words what has changed since the run before.

The run and the process that watches are two processes: the run leaves its standing in a file.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from grader.checking.ledger import Ledger
from grader.lesson.minutes import minutes
from grader.telling.board import Board
from grader.telling.story import next_exercise, story, underway
from grader.telling.writing import writing_checked
from grader.watching import screen

_SHOWN = 3  # changes in one sentence; a bracket in engine.py may change all rows


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a board."""

    lesson: str
    name: str
    points: float
    standing: str
    said: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows of all boards, and what is next: "" where nothing is."""

    rows: tuple[Row, ...]
    lesson: str = ""  # the one whose board is shown
    next: str = ""
    minutes: str = ""  # of the session, as the lesson's text has them

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")


def read(path: Path) -> Standing | None:
    """The standing that a run has left; None if it came to none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Standing(**{**found, "rows": tuple(Row(**row) for row in found["rows"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def debugger(path: Path) -> Path:
    """The file that is there, beside the standing, while a debugger is at work."""
    return path.with_suffix(".debugger")


# --- in the run --------------------------------------------------------------------------------


class Reporter:
    """A plugin of a run that is watched: leaves its standing in `path`, and the board alone on the screen."""

    def __init__(self, path: Path, board: Board, ledgers: Mapping[str, Ledger]) -> None:
        self.path = path
        self.board = board
        self.ledgers = ledgers

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        if _prints_early(session.config):
            screen.clear(session.config.get_terminal_writer())

    def pytest_enter_pdb(self) -> None:
        """A debugger has the keyboard from now on."""
        debugger(self.path).touch()
        screen.give_back()

    def pytest_leave_pdb(self) -> None:
        debugger(self.path).unlink(missing_ok=True)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if not _prints_early(session.config):  # until now the old board was there to read
            screen.clear(session.config.get_terminal_writer())
        if exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            standing_of(self.board.current(), self.ledgers).write(self.path)


def _prints_early(config: pytest.Config) -> bool:
    """Whether there is something to read before the board."""
    return bool(config.option.capture == "no" or config.option.verbose > 0)


def standing_of(current: Ledger | None, ledgers: Mapping[str, Ledger]) -> Standing:
    """What the ledgers hold; `current` is the one whose board is shown."""
    rows = tuple(row for ledger in ledgers.values() if ledger.results for row in _rows(ledger))
    if current is None:
        return Standing(rows)
    following = next_exercise(current.checked(), current.lesson.order)
    name = following.name if following else ""
    when = minutes(current.lesson, name) if name else ""
    return Standing(rows, current.lesson.name, name, when)


def _rows(ledger: Ledger) -> Iterator[Row]:
    lesson = ledger.lesson
    stories, _ = underway(map(story, ledger.checked()), lesson.order)
    for told in (s for s in stories if s.exercise.name not in ledger.aside):
        yield Row(lesson.name, told.exercise.name, told.exercise.points, told.standing, told.said)
    written = Path(lesson.written_file).stem
    if answers := ledger.results.get(written, {}).values():
        writing = writing_checked(lesson.questions, answers)
        yield Row(lesson.name, written, 0.0, writing.said, writing.said)


# --- in words ----------------------------------------------------------------------------------


def changes(before: Standing, after: Standing) -> str:
    """What has changed, and what is next if something is done that was not; "" when nothing has changed."""
    known = {(row.lesson, row.name): row for row in before.rows}
    moved = [(known.get((row.lesson, row.name)), row) for row in after.rows]
    told = [(old, new) for old, new in moved if old is not None and _differ(old, new)]
    told.sort(key=lambda pair: pair[1].standing != "passed")  # what is done now is what one wants to hear
    said = [_moved(old, new, after.lesson) for old, new in told[:_SHOWN]]
    if len(told) > _SHOWN:
        said.append(f"{len(told) - _SHOWN} more have changed.")
    if any(new.standing == "passed" for _, new in told):
        said.append(_next(after))
    return " ".join(filter(None, said))


def _differ(old: Row, new: Row) -> bool:
    """Whether a row has changed for a reader: what waits for something else now has not."""
    standings = {old.standing, new.standing}
    return old.points != new.points or (len(standings) == 2 and standings != {"todo", "waiting"})


def _moved(old: Row, new: Row, lesson: str) -> str:
    name = new.name if new.lesson == lesson else f"{new.lesson}/{new.name}"
    points = f" {old.points:g} → {new.points:g}" if old.points != new.points else ""
    return f"{name}{points}: {new.said}."


def _next(standing: Standing) -> str:
    when = f", lesson minutes {standing.minutes}" if standing.minutes else ""
    return f"Next: `{standing.next}`{when}." if standing.next else ""
