"""nbgrader's gradebook on a real PostgreSQL server: the same promises as on a file.

The server is the one that LEARNING_LOOP_POSTGRESQL names (a URL of an empty database), or one of our own,
started for these tests where PostgreSQL is installed.
"""

import contextlib
import gc
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.bridge import gradebook_marks
from grader.bridge.gradebook import sync
from grader.errors import UsageError
from grader.grading.marks import Mark
from tests.grader.gradebooks import enter, graded, needs_nbgrader, row, ungraded
from tests.grader.handins import LESSON

GIVEN = os.environ.get("LEARNING_LOOP_POSTGRESQL")
PROGRAMS = max(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), default=shutil.which("initdb"))
DRIVERS = [name for name in ("psycopg", "psycopg2") if importlib.util.find_spec(name)]
pytestmark = [
    needs_nbgrader,
    pytest.mark.skipif(not (GIVEN or PROGRAMS), reason="PostgreSQL is not installed, and no server is named"),
    pytest.mark.skipif(not DRIVERS, reason="no driver of PostgreSQL is installed (psycopg or psycopg2)"),
    pytest.mark.filterwarnings("default"),  # of nbgrader and what it brings
]
CLASS = [graded("ada"), graded("bob", square=5.0), ungraded("eve")]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """An empty database on a server."""
    if GIVEN:
        yield GIVEN
        return
    folder = Path(tempfile.mkdtemp(prefix="learning-loop-postgresql-"))
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres")
        server(folder, "initdb", "-A", "trust", "-U", "ada", "-D", str(folder / "data"))
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = ("pg_ctl", "-D", str(folder / "data"), "-w")
        server(folder, *control, "-l", str(folder / "log"), "-o", options, "start")
        stack.callback(server, folder, *control, "-m", "immediate", "stop")
        stack.callback(gc.collect)  # connections that a failed test left open end before their server
        yield f"postgresql+{DRIVERS[0]}://ada@/postgres?host={folder}"


def server(folder: Path, program: str, *arguments: str) -> None:
    user = "postgres" if os.geteuid() == 0 else None
    command = [str(Path(PROGRAMS or "").with_name(program)), *arguments]
    subprocess.run(command, cwd=folder, user=user, stdout=subprocess.DEVNULL, check=True)


def test_grades_are_written_and_read(url):
    """Scores, marks and comments go in and come back; writing them again changes nothing."""
    assert sync(LESSON, CLASS, url).added == 3
    enter(url, "bob", "answer-why_reset", manual_score=0.5, manual_comment="and?")
    done = sync(LESSON, CLASS, url)
    assert (done.added, done.changed, done.unchanged) == (0, 0, 3)
    assert row(url, "bob", "check-square")["auto_score"] == 5.0
    assert row(url, "eve", "check-square")["auto_score"] is None
    assert gradebook_marks.read(LESSON, url)["bob"].written["why_reset"] == Mark(0.5, "and?")


def test_driver_need_not_be_named(url):
    """A URL that says just "postgresql" finds the driver that is installed."""
    plain = url.replace(f"+{DRIVERS[0]}", "") if DRIVERS else url
    assert sync(LESSON, CLASS, plain).unchanged == 3


def test_ids_and_names_of_any_alphabet(url):
    """What SQLite takes, PostgreSQL takes too."""
    odd = ["李明", "Zoë O Brien", "n" * 300, "a\0b"]
    assert sync(LESSON, [graded(student) for student in odd], url).added == 4


def test_locked_table_says_who_holds_it(url):
    """When waiting was in vain, the user and the program that hold the lock are named."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(url, connect_args={"application_name": "somebody else"})
    with engine.connect() as holder, pytest.raises(UsageError) as said:
        holder.execute(sqlalchemy.text("LOCK TABLE course IN ACCESS EXCLUSIVE MODE"))
        sync(LESSON, CLASS, url, wait=0.2)
    engine.dispose()
    assert "locked for 0.2 seconds by ada (server process" in said.value.message
    assert "somebody else" in said.value.message
