"""Checks what a chosen exercise builds on, too, and reports nothing of it.

After `pytest tests/first_loop/test_train.py` nobody would know otherwise whether `train` is wrong or the
`square` that it uses, and its mistake could not be named. Part of a student's own pytest only: grading runs
every check anyway.
"""

from collections.abc import Iterable, Iterator, Mapping

import pytest

from grader.checking.student_run import StudentRun
from grader.checking.turn import CHECK
from grader.model import Lesson


class Needs:
    """A plugin of pytest."""

    def __init__(self, run: StudentRun) -> None:
        self.run = run

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Before anything that was asked for; not with --pdb, which would open where nobody asked."""
        option = session.config.option
        if not (option.collectonly or option.usepdb or session.testsfailed):
            for item in [*_one_of_each(session)]:
                self._check_needs(session, item)

    def _check_needs(self, session: pytest.Session, item: pytest.Function) -> None:
        check = item.stash[CHECK]
        known = self.run.ledger(check.lesson).aside
        chosen = {(i.stash[CHECK].lesson.name, i.stash[CHECK].exercise) for i in _checks(session)}
        for need in with_needs(check.lesson, [check.exercise]):
            if (check.lesson.name, need) not in chosen and need not in known:
                self._play(session, item, need)

    def _play(self, session: pytest.Session, beside: pytest.Function, exercise: str) -> None:
        module = beside.getparent(pytest.Module)
        assert module is not None and module.parent is not None
        path = module.path.with_name(f"test_{exercise}.py")
        found = session.genitems(pytest.Module.from_parent(module.parent, path=path))
        for item in [i for i in found if isinstance(i, pytest.Function)]:
            self.run.suites.note(item, beside.stash[CHECK].lesson)
            self.run.aside(item)


def _checks(session: pytest.Session) -> Iterator[pytest.Function]:
    return (i for i in session.items if isinstance(i, pytest.Function) and CHECK in i.stash)


def _one_of_each(session: pytest.Session) -> Iterator[pytest.Function]:
    """A check of each exercise that builds on others."""
    found: Mapping[tuple[str, str], pytest.Function] = {
        (item.stash[CHECK].lesson.name, item.stash[CHECK].exercise): item for item in _checks(session)
    }
    for (_, exercise), item in found.items():
        if len(with_needs(item.stash[CHECK].lesson, [exercise])) > 1:
            yield item


def with_needs(lesson: Lesson, names: Iterable[str]) -> tuple[str, ...]:
    """These exercises and all that they build on, directly or not, in the lesson's order."""
    found = set(names)
    for exercise in reversed(lesson.exercises):  # an exercise needs only earlier ones
        if exercise.name in found:
            found.update(exercise.needs)
    return tuple(e.name for e in lesson.exercises if e.name in found)
