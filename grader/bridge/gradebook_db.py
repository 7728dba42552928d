"""An open nbgrader gradebook: waits while its database is locked, and says what is wrong when it fails."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from grader.errors import UsageError
from grader.text import one_line

WAIT = 30.0  # seconds that a locked database is waited for
_AGAIN = "then run the same command again: it goes on where it stopped"


@contextmanager
def opened(url: str, course: str, wait: float = WAIT) -> Iterator[Any]:
    """nbgrader's `Gradebook` at `url`, made when missing. UsageError when it cannot be used."""
    try:
        import sqlalchemy.exc
        from nbgrader.api import Gradebook
    except ImportError as error:
        hint = "install it with: pip install 'learning-loop[nbgrader]'"
        raise UsageError(f"nbgrader is not installed here ({error})", hint) from None
    try:
        with _alembic_on_path():
            gradebook = Gradebook(_patient(url, wait), course)
        with gradebook:
            yield gradebook
    except sqlalchemy.exc.ArgumentError:
        example = "give one like sqlite:///gradebook.db or postgresql://user@host/database"
        raise UsageError(f"{url!r} is no database URL", example) from None
    except ImportError as error:  # SQLAlchemy loads the driver when it sees the URL
        hint = "install it, for PostgreSQL with: pip install 'psycopg[binary]'"
        raise UsageError(f"the driver for {_plain(url)} is missing: {error}", hint) from None
    except sqlalchemy.exc.DBAPIError as error:
        raise _explained(url, wait, error) from error


def _parsed(url: str) -> Any:
    """The URL, with an installed driver of PostgreSQL where it names none."""
    from sqlalchemy.engine import make_url

    parsed = make_url(url)
    installed = [name for name in ("psycopg", "psycopg2") if importlib.util.find_spec(name)]
    if parsed.drivername == "postgresql" and installed:
        return parsed.set(drivername=f"postgresql+{installed[0]}")
    return parsed


def _patient(url: str, wait: float) -> str:
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        parsed = parsed.update_query_dict({"timeout": f"{wait:g}"})
    elif parsed.get_backend_name() == "postgresql":
        parsed = parsed.update_query_dict({"options": f"-c lock_timeout={wait * 1000:.0f}"})
    return str(parsed.render_as_string(hide_password=False))


@contextmanager
def _alembic_on_path() -> Iterator[None]:
    """nbgrader starts `alembic` by name, and it may be installed where no PATH leads."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _plain(url: str) -> str:
    """The URL without a password."""
    from sqlalchemy.engine import make_url

    return str(make_url(url).render_as_string(hide_password=True))


def _explained(url: str, wait: float, error: Exception) -> UsageError:
    said = one_line(str(getattr(error, "orig", error)), 200)
    where = _plain(url)
    if "locked" in said or "lock timeout" in said:
        holder = " and ".join(_holders(url)) or "another program, which this system does not name"
        trouble = f"{where} has been locked for {wait:g} seconds by {holder}"
        return UsageError(trouble, f"let it finish or close it, {_AGAIN}")
    if "no such column" in said or "does not exist" in said:
        return UsageError(
            f"{where} was made by another version of nbgrader: {said}", "run `nbgrader db upgrade`"
        )
    return UsageError(
        f"{where} cannot be used: {said}", f"check that it is there and may be written, {_AGAIN}"
    )


# --- who holds it --------------------------------------------------------------------------------


def _holders(url: str) -> list[str]:
    """Who has the database locked, in words; empty where that cannot be seen."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        return _open_transactions(parsed)
    database = parsed.database or ""
    found = {pid for name in ("", "-wal", "-shm", "-journal") for pid in _locking(Path(database + name))}
    return [_described(pid) for pid in sorted(found - {os.getpid()})]


def _open_transactions(url: Any) -> list[str]:
    """The other connections to a PostgreSQL server that are in the middle of something."""
    from sqlalchemy import create_engine, exc, pool, text

    question = text(
        "SELECT pid, usename, application_name FROM pg_stat_activity WHERE xact_start IS NOT NULL"
        " AND datname = current_database() AND pid <> pg_backend_pid() ORDER BY pid"
    )
    try:
        with create_engine(url, poolclass=pool.NullPool).connect() as connection:
            rows = connection.execute(question).all()
    except exc.DBAPIError:
        return []
    return [one_line(f"{user} (server process {pid}, {program or 'no name'})") for pid, user, program in rows]


def _locking(path: Path) -> Iterator[int]:
    """The processes that hold a lock on a file, as Linux lists them."""
    try:
        inode = path.stat().st_ino
        lines = Path("/proc/locks").read_text().splitlines()
    except OSError:
        return
    for line in lines:  # 1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF
        fields = line.replace("->", "").split()
        if len(fields) > 5 and fields[5].rpartition(":")[2] == str(inode) and int(fields[4]) > 0:
            yield int(fields[4])


def _described(pid: int) -> str:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        command = ""
    return f"process {pid} ({one_line(command.strip())})" if command.strip() else f"process {pid}"
