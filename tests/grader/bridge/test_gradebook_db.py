"""A gradebook that cannot be used says why, who is in the way, and what to do."""

import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from grader.bridge.gradebook_db import opened
from grader.errors import UsageError
from tests.grader.courses import empty
from tests.grader.gradebooks import needs_nbgrader

pytestmark = [
    needs_nbgrader,
    pytest.mark.filterwarnings("default"),  # of nbgrader and what it brings
]


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    """A gradebook without students."""
    return shutil.copy(empty(tmp_path_factory) / "gradebook.db", tmp_path_factory.mktemp("gradebook"))


def use(url: str, wait: float = 0.2) -> None:
    with opened(url, "course", wait) as gradebook:
        gradebook.add_student(f"s{time.monotonic_ns()}")


def refused(url: str) -> UsageError:
    with pytest.raises(UsageError) as said:
        use(url)
    assert said.value.hint
    return said.value


@pytest.fixture
def holder(book: Path):
    """Another process that holds the database's lock, for this many seconds."""
    script = (
        "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True);"
        "time.sleep(float(sys.argv[2])); c.execute('COMMIT')"
    )
    started: list[subprocess.Popen[str]] = []

    def hold(seconds: float) -> int:
        command = [sys.executable, "-c", script, str(book), str(seconds)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert started[0].stdout is not None and started[0].stdout.readline() == "held\n"
        return started[0].pid

    yield hold
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="this system does not tell who holds a lock")
def test_locked_database_says_who_holds_it(book, holder):
    """When waiting was in vain, the process that holds the database is named, and its command."""
    pid = holder(60)
    said = refused(f"sqlite:///{book}")
    assert f"locked for 0.2 seconds by process {pid} (" in said.message and "sqlite3" in said.message


def test_lock_that_is_given_back_costs_only_time(book, holder):
    """A database that another program has for a moment is waited for."""
    holder(0.5)
    use(f"sqlite:///{book}", wait=30)


def test_folder_that_is_not_there_is_said(tmp_path):
    """A database in a folder that does not exist is refused."""
    assert "unable to open database file" in refused(f"sqlite:///{tmp_path}/none/gradebook.db").message


def test_file_that_is_no_database_is_said(tmp_path):
    """A file that is something else is left as it is."""
    (tmp_path / "gradebook.db").write_text("no database, but my diary, which is rather long")
    assert "not a database" in refused(f"sqlite:///{tmp_path}/gradebook.db").message


def test_older_database_asks_for_an_upgrade(tmp_path):
    """A gradebook of an older nbgrader is not guessed at: nbgrader can upgrade it."""
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as old:
        old.execute("CREATE TABLE course (name TEXT)")
    assert refused(f"sqlite:///{tmp_path}/gradebook.db").hint == "run `nbgrader db upgrade`"


@pytest.mark.parametrize("url", ["gradebook.db", "", "nosuch://x/y"])
def test_what_is_no_url_is_said(url):
    """A path or an unknown kind of database is refused, with an example of what is right."""
    assert "sqlite:///gradebook.db" in refused(url).hint


def test_passwords_are_not_shown():
    """What is said about a database leaves its password out."""
    said = refused("postgresql://ada:secret@localhost:1/none")
    assert "ada:***@localhost" in said.message
    assert "secret" not in f"{said.message}{said.hint}"


def test_alembic_is_found_without_a_path(tmp_path_factory):
    """nbgrader starts a program by name; that it is installed next to Python is enough.

    The gradebook that is copied here was made without a PATH.
    """
    assert (empty(tmp_path_factory) / "gradebook.db").stat().st_size > 0


def test_without_nbgrader_the_extra_is_named(monkeypatch):
    """Where nbgrader is not installed, the way to install it is said."""
    monkeypatch.setitem(sys.modules, "nbgrader.api", None)
    assert refused("sqlite:///gradebook.db").hint == "install it with: pip install 'learning-loop[nbgrader]'"
