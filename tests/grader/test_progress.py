"""What a batch shows on the terminal: plain in a log, and never obeying a student's text."""

import io
from dataclasses import replace

from rich.console import Console

from grader import progress
from grader.batch import Finished
from grader.model import Student
from tests.grader.sample_grades import half_done, perfect, ungraded

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
