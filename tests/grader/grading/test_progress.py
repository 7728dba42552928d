"""What a batch shows on the terminal: plain in a log, and never obeying a student's text."""

import io
from dataclasses import replace

from rich.console import Console

from grader.grading import changes, progress
from grader.grading.batch import Finished
from grader.grading.changes import between
from grader.model import Student
from tests.grader import gradebooks
from tests.grader.sample_grades import half_done, perfect, ungraded, unread

EVIL = Student("\x1b[2J[red]x[/red]\n::error::y", "evil")


def console(**how: object) -> Console:
    return Console(file=io.StringIO(), width=100, **how)  # type: ignore[arg-type]


def said(shown: Console) -> str:
    assert isinstance(shown.file, io.StringIO)
    return shown.file.getvalue()


def test_a_log_gets_a_line_for_each_submission() -> None:
    """The line counts, names the student, and says points or that there are none."""
    log = console()
    with progress.shown(2, log) as show:
        show(Finished(perfect(), kept=True))
        show(Finished(ungraded(), kept=False))
    assert said(log) == "1/2 ada: 55 of 55, unchanged\n2/2 alan: not graded\n"


def test_a_terminal_gets_a_bar() -> None:
    """The bar shows how many are done and what time is left."""
    terminal = console(force_terminal=True)
    with progress.shown(4, terminal) as show:
        for _ in range(3):
            show(Finished(perfect(), kept=False))
    assert "3/4" in said(terminal)
    assert "time left" in said(terminal)


def test_names_are_shown_and_not_obeyed() -> None:
    """Neither a terminal's control characters nor markup of a name has any effect."""
    log, evil = console(), replace(perfect(), student=EVIL)
    with progress.shown(1, log) as show:
        show(Finished(evil, kept=False))
    log.print(progress.table([evil]))
    assert "\x1b" not in said(log)
    assert said(log).count(r"\x1b[2J[red]x[/red]\n") == 2


def test_the_table_stands_by_id_and_says_what_comes_next() -> None:
    """A student who is done, one who is not, and one who could not be graded."""
    log = console()
    log.print(progress.table([half_done(), ungraded(), perfect()]))
    rows = [line for line in said(log).splitlines() if " of " in line or "not graded" in line]
    assert [row.split()[0] for row in rows][:3] == ["student", "ada", "alan"]
    assert "all done" in said(log)
    assert "square: missing factor 2" in said(log)
    assert "the zip file is damaged" in said(log)


LONG = Student("grace.hopper@a-very-long-name-of-a-university.example.edu", "Grace Brewster Murray Hopper")


def test_the_table_cuts_nothing_at_80_columns() -> None:
    """Whole ids beside whole names, and reasons to their last word, in lines that fit."""
    reason = " ".join(f"word{number}" for number in range(90))
    log = Console(file=io.StringIO(), width=80)
    log.print(progress.table([replace(ungraded(), student=LONG, reason=reason), perfect()]))
    lines = said(log).splitlines()
    assert max(map(len, lines)) <= 80
    kept = "".join("".join(lines).split())
    assert all(f"word{number}" in kept for number in range(90))
    name = next(line for line in lines if "student" in line).index("name")
    ids, names = (
        "".join(line[part].strip() for line in lines) for part in (slice(name), slice(name, name + 20))
    )
    assert LONG.id in ids and "Grace BrewsterMurray Hopper" in names


def test_names_that_are_the_ids_are_not_said_twice() -> None:
    """As in a class of folders, which have no other names."""
    log = console()
    log.print(progress.table([replace(perfect(), student=Student("ada", "ada"))]))
    assert said(log).count("ada") == 1 and "name" not in said(log)


def test_who_has_a_zero_for_nothing_that_can_be_read_is_named() -> None:
    """In the table, with the reason, and once more at the end; an ungraded submission is no zero."""
    log = console()
    log.print(progress.table([unread()]))
    assert "nothing of it could be read" in said(log)
    zoe, evil = unread("Zoe"), replace(unread(), student=EVIL)
    named = progress.unread([perfect(), zoe, evil, ungraded()])
    assert named.startswith("0 points, because nothing could be read of: ") and named.endswith(zoe.student.id)
    assert "\x1b" not in named
    assert progress.unread([perfect(), ungraded()]) == ""


def told(*finished: Finished) -> str:
    log = console()
    for said_of in progress.changes(finished):
        log.print(said_of)
    return said(log)


def test_what_a_regrade_changed_is_a_table() -> None:
    """How many were graded again, how many of them changed; and for those: old, new, where and why."""
    before, now = gradebooks.graded("ada"), gradebooks.graded("ada", square=5.0)
    then = {changes.PYTHON: "3.11.7"}
    change = between(before, now, then, {changes.PYTHON: "3.12.1"})
    log = told(Finished(now, kept=False, before=before, change=change), Finished(now, False, before=now))
    assert log.startswith("2 students graded again, 1 grade changed\n")
    row = next(line for line in log.splitlines() if "ada" in line)
    assert row.split()[:7] == ["ada", "95,", "6", "to", "mark", "85,", "6"]
    assert "square 15 → 5" in log and "Python 3.11.7 → 3.12.1" in log


def test_first_grades_and_kept_ones_change_nothing() -> None:
    """Nothing is said where nothing was graded again."""
    assert told(Finished(perfect(), kept=True), Finished(perfect(), kept=False)) == ""


def test_reasons_are_shown_and_not_obeyed() -> None:
    """A reason may quote what a student named a file."""
    bad = replace(ungraded(), student=EVIL, reason="\x1b[2J[red]x[/red]")
    change = between(perfect(), bad, {}, {})
    log = told(Finished(bad, kept=False, before=perfect(), change=change))
    assert "\x1b" not in log and "[red]" in log
