"""The folder of reports. It holds only complete reports, and only one grader at a time works on it.

    REPORTS/
      <student>/        report.html, report.md, grade.json, run.json, submission.json
      grades.csv  index.html
      marks.json        what people decided; see `grader.grading.markbook`
      roster.json       the class list; see `grader.grading.classlist`
      .grader/          the lock, the journal, and reports that are not whole yet

A report is written in `.grader/` and then takes its place in one step, so that a reader, or a kill at any
moment, finds the old report or the new one and never a part.
"""

import ctypes
import errno
import fcntl
import json
import os
import platform
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from grader.errors import UsageError
from grader.grading import record
from grader.grading.journal import Journal, Line
from grader.model import Grade

RECORD, RUN, HANDED_IN = "grade.json", "run.json", "submission.json"
_OWN = ".grader"
JOURNAL = f"{_OWN}/journal.jsonl"
_FOLDER_NOW = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE = 2  # RENAME_EXCHANGE
_AGAIN = "then run the same command again: finished grades are kept"
_HINTS = {
    errno.ENOSPC: f"free some space, {_AGAIN}",
    errno.EDQUOT: f"free some space, {_AGAIN}",
    errno.EROFS: "choose a folder that can be written with --out",
    errno.EACCES: "choose a folder that you may write to with --out",
    errno.ENOTDIR: "choose a folder with --out",
    errno.EEXIST: "choose a folder with --out",
}


class Shelf:
    """The reports in `out`, held by this process alone until `close`. Use as a context manager."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._own = out / _OWN
        with told(out):
            self._own.mkdir(parents=True, exist_ok=True)
            self._lock = _held(self._own / "lock", out)
            try:
                self._recover()
                self.journal = Journal(out / JOURNAL)
            except BaseException:
                os.close(self._lock)
                raise

    def require_free(self, folder: str) -> None:
        """UsageError when something that is no report stands where the report `folder` will."""
        place = self.out / folder
        if os.path.lexists(place) and not _is_report(place):
            raise UsageError(f"{place} is in the way: it is no report", "move it, or choose another --out")

    def holds(self, folder: str, files: Mapping[str, bytes]) -> bool:
        """Whether the report `folder` is there already, byte for byte."""
        try:
            return all((self.out / folder / name).read_bytes() == data for name, data in files.items())
        except OSError:
            return False

    def put(self, line: Line, files: Mapping[str, bytes]) -> None:
        """Put a report on disk, whole, in the place of an older one, and then into the journal."""
        self.require_free(line.folder)
        new, place = self._new(), self.out / line.folder
        with told(place):
            try:
                new.mkdir()
                for name, content in files.items():
                    _write(new / name, [content])
                _sync(new)
                self._place(new, place)
                _sync(self.out)
            finally:
                _remove(new)  # the older report by now, or what could not be finished
            self.journal.add(line)

    def write(self, name: str, page: str | Iterable[str]) -> None:
        """Put one page on disk, whole, or the pieces of one; `name` may be in a folder."""
        pieces = (page,) if isinstance(page, str) else page
        new, place = self._new(), self.out / name
        with told(place):
            try:
                _write(new, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
                new.replace(place)
                _sync(place.parent)
            finally:
                _remove(new)

    def grades(self) -> dict[str, Grade]:
        """The grade of every report by its folder. A report that is damaged counts as not there."""
        return self._grades(record.loads)

    def summaries(self) -> dict[str, Grade]:
        """As `grades`, but only what a class page needs, see `record.summary`."""
        return self._grades(record.summary)

    def grade(self, folder: str) -> Grade | None:
        """The whole grade of one report; None when there is none, or a damaged one."""
        with suppress(OSError, UsageError):
            return record.loads((self.out / folder / RECORD).read_bytes())
        return None

    def _grades(self, loads: Callable[[bytes], Grade]) -> dict[str, Grade]:
        found = {}
        for path in sorted(self.out.glob(f"*/{RECORD}")):
            with suppress(OSError, UsageError):
                found[path.parent.name] = loads(path.read_bytes())
        return found

    def conditions(self, folder: str) -> dict[str, str]:
        """What the grade in a report depended on besides the submission; {} where that was not noted."""
        return self._texts(folder, RUN, "conditions")

    def handed_in(self, folder: str) -> dict[str, str]:
        """The files that were graded, as texts by name; {} where they were not kept."""
        return self._texts(folder, HANDED_IN, "files")

    def _texts(self, folder: str, name: str, key: str) -> dict[str, str]:
        try:
            return texts((self.out / folder / name).read_bytes(), key)
        except OSError:
            return {}

    def close(self) -> None:
        """Let the next grader in."""
        self.journal.close()
        os.close(self._lock)

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _new(self) -> Path:
        return self._own / f"new-{secrets.token_hex(8)}"

    def _place(self, new: Path, place: Path) -> None:
        if not os.path.lexists(place):
            new.rename(place)
        elif not _exchange(new, place):
            # Two steps where the system has no single one; `_recover` ends them after a kill in between.
            aside = self._own / f"old-{place.name}"
            place.rename(aside)
            new.rename(place)
            _remove(aside)

    def _recover(self) -> None:
        """Clear away what a killed grader left, and put back a report that it had set aside."""
        for path in self._own.glob("old-*"):
            place = self.out / path.name.removeprefix("old-")
            if not os.path.lexists(place):
                path.rename(place)
        for path in [*self._own.glob("old-*"), *self._own.glob("new-*")]:
            _remove(path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns an OSError of the disk into a UsageError that says what to do about `path`."""
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, f"make sure that the disk is well, {_AGAIN}")
        raise UsageError(f"{path} could not be written: {error.strerror or error}", hint) from error


def require_apart(out: Path, submissions: Path) -> None:
    """UsageError when reports would land among the submissions, where they could replace one."""
    reports, handed_in = out.resolve(), submissions.resolve()
    if reports == handed_in or handed_in in reports.parents:
        raise UsageError(f"{out} is where the submissions are", "choose a folder beside them with --out")


def texts(data: bytes, key: str) -> dict[str, str]:
    """The texts by name that stand under a key of a JSON file; {} where there are none."""
    try:
        return {str(name): str(value) for name, value in json.loads(data)[key].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


# --- one grader at a time ----------------------------------------------------------------------


@contextmanager
def still(out: Path) -> Iterator[None]:
    """Keep graders out of a folder of reports that is only read. UsageError while one is at work there."""
    try:
        descriptor = os.open(out / _OWN / "lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # the folder was copied without it, or has never been graded into
        yield
        return
    try:
        _lock(descriptor, fcntl.LOCK_SH, out, "wait until it is done")
        yield
    finally:
        os.close(descriptor)


def _held(path: Path, out: Path) -> int:
    """A descriptor that holds the lock at `path`; the system lets go of it however this process ends."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _lock(descriptor, fcntl.LOCK_EX, out, "wait until it is done, or choose another --out")
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(_me()).encode(), 0)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _lock(descriptor: int, how: int, out: Path, hint: str) -> None:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(f"another grader is at work on {out}: {_holder(descriptor)}", hint) from None


def _me() -> dict[str, object]:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return {"pid": os.getpid(), "host": platform.node(), "since": since}


def _holder(descriptor: int) -> str:
    try:
        table = json.loads(os.pread(descriptor, 4096, 0))
        return f"process {table['pid']} on {table['host']}, since {table['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it does not say who it is"


# --- on disk -----------------------------------------------------------------------------------


def _is_report(place: Path) -> bool:
    """Only a report may be replaced by one: anything else there is somebody's own."""
    return (place / RECORD).is_file() or (place / RUN).is_file()


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make the names in `folder` outlast a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step; False where the system or its disk cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done = call(_FOLDER_NOW, os.fsencode(one), _FOLDER_NOW, os.fsencode(other), _EXCHANGE)
    number = ctypes.get_errno()
    if done != 0 and number not in (errno.ENOSYS, errno.EINVAL):
        raise OSError(number, os.strerror(number), str(other))
    return bool(done == 0)
