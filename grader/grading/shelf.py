"""The folder of reports. It holds only complete reports, and only one grader at a time works on it.

    REPORTS/
      <student>/        report.html, report.md, grade.json, run.json, submission.json
      grades.csv  index.html
      marks.json        what people decided; see `grader.grading.markbook`
      changes.csv       whose grade became another one, and why
      policy.json       the rules of the course; see `grader.grading.policies`
      roster.json       the class list; see `grader.grading.classlist`
      .grader/          the lock, the journal, the history, and reports that are not whole yet

A report is written in `.grader/` and then takes its place in one step, so that a reader, or a kill at any
moment, finds the old report or the new one and never a part.
"""

import json
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from grader.errors import UsageError
from grader.grading import disk, pages, record
from grader.grading.history import History
from grader.grading.journal import Journal, JournalLine
from grader.grading.summaries import SUMMARIES, Kept, Summaries
from grader.grading.turns import held
from grader.model import Grade

RECORD, RUN, HANDED_IN = record.NAME, "run.json", "submission.json"
COURSE = "course.json"  # of a folder that holds a folder of reports for each lesson; see `course`
_OWN = ".grader"
JOURNAL, HISTORY = f"{_OWN}/journal.jsonl", f"{_OWN}/history.jsonl"
_LESSON = re.compile(rb'"lesson"\s*:\s*("(?:[^"\\]|\\.)*")')
_BEGINNING = 2_000  # bytes


class Shelf:
    """The reports in `out`, held by this process alone until `close`. Use as a context manager."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._own = out / _OWN
        with disk.told(out):
            self._own.mkdir(parents=True, exist_ok=True)
            self._lock = held(out)
            try:
                self._recover()
                self.journal = Journal(out / JOURNAL)
                self.history = History(out / HISTORY)
                self.pages = pages.Pages(out, self._own / pages.NAME)
                self._summaries = Summaries(out, self._own / SUMMARIES)
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

    def put(self, line: JournalLine, files: Mapping[str, bytes]) -> None:
        """Put a report on disk, whole, in the place of an older one, and then into the journal."""
        self.require_free(line.folder)
        self.pages.forget()
        new, place = self.new(), self.out / line.folder
        with disk.told(place):
            try:
                new.mkdir()
                for name, content in files.items():
                    disk.write(new / name, [content])
                disk.sync(new)
                self._place(new, place)
                disk.sync(self.out)
            finally:
                disk.remove(new)  # the older report by now, or what could not be finished
            self.journal.add(line)

    def amend(self, reports: Mapping[str, Mapping[str, bytes]]) -> None:
        """Put some files of reports, by their folders, on disk in the place of older ones; others stay.

        Each report in one step. All of them wait for the disk together.
        """
        new = {folder: self.new() for folder in reports}
        with disk.told(self.out):
            try:
                for folder, files in reports.items():
                    disk.copied(self.out / folder, new[folder], files)
                    for name, content in files.items():
                        (new[folder] / name).write_bytes(content)
                written = [new[folder] / name for folder, files in reports.items() for name in files]
                disk.sync_all([*written, *new.values()])
                for folder in reports:
                    self._place(new[folder], self.out / folder)
                disk.sync(self.out)
            finally:
                for path in new.values():
                    disk.remove(path)

    def write(self, name: str, page: str | Iterable[str]) -> None:
        """Put one page on disk, whole, or the pieces of one; `name` may be in a folder."""
        pieces = (page,) if isinstance(page, str) else page
        new, place = self.new(), self.out / name
        with disk.told(place):
            try:
                disk.write(new, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
                new.replace(place)
                disk.sync(place.parent)
            finally:
                disk.remove(new)

    def folders(self) -> list[str]:
        """The folder of every report."""
        with os.scandir(self.out) as found:
            names = [entry.name for entry in found if entry.is_dir() and not entry.name.startswith(".")]
        return sorted(name for name in names if (self.out / name / RECORD).exists())

    def lessons(self) -> set[str]:
        """The lessons of all reports."""
        return {lesson for folder in self.folders() if (lesson := _lesson(self.out / folder / RECORD))}

    def each(self) -> Iterator[Grade]:
        """The grade of every report, one at a time: a class has many, and they are large.

        A report that is damaged counts as not there.
        """
        return (grade for _, grade in self._each(record.loads))

    def grades(self) -> dict[str, Grade]:
        """The grade of every report by its folder."""
        return dict(self._each(record.loads))

    def answers(self) -> Iterator[Grade]:
        """As `each`, but only with the written answers, see `record.answers`."""
        return (grade for _, grade in self._each(record.answers))

    def summaries(self) -> dict[str, Grade]:
        """As `grades`, but only what a class page needs, see `record.summary`."""
        return dict(self._summaries.each(self.folders()))

    def keep(self, grades: Iterable[Grade]) -> Kept:
        """Keep the summaries of all grades that are there, for the next time."""
        kept = self._summaries.kept(grades)
        self.write(f"{_OWN}/{SUMMARIES}", kept.text)
        return kept

    def grade(self, folder: str) -> Grade | None:
        """The whole grade of one report; None when there is none, or a damaged one."""
        with suppress(OSError, UsageError):
            return record.loads((self.out / folder / RECORD).read_bytes())
        return None

    def _each(self, loads: Callable[[bytes], Grade]) -> Iterator[tuple[str, Grade]]:
        for folder in self.folders():
            with suppress(OSError, UsageError):
                grade = loads((self.out / folder / RECORD).read_bytes())
                yield folder, grade

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
        self.history.close()
        os.close(self._lock)

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def new(self) -> Path:
        """A name for what takes its place later; what a kill leaves there is cleared away."""
        return self._own / f"new-{secrets.token_hex(8)}"

    def _place(self, new: Path, place: Path) -> None:
        if not os.path.lexists(place):
            new.rename(place)
        elif not disk.exchange(new, place):
            # Two steps where the system has no single one; `_recover` ends them after a kill in between.
            aside = self._own / f"old-{place.name}"
            place.rename(aside)
            new.rename(place)
            disk.remove(aside)

    def _recover(self) -> None:
        """Clear away what a killed grader left, and put back a report that it had set aside."""
        for path in self._own.glob("old-*"):
            place = self.out / path.name.removeprefix("old-")
            if not os.path.lexists(place):
                path.rename(place)
        for path in [*self._own.glob("old-*"), *self._own.glob("new-*")]:
            disk.remove(path)


def is_course(out: Path) -> bool:
    """Whether `out` holds the reports of a course, each lesson's in a folder of its own."""
    return (out / COURSE).is_file()


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


def _lesson(path: Path) -> str:
    """The lesson of a record, of which only the beginning is read; "" where that does not tell."""
    with path.open("rb") as file:
        found = _LESSON.search(file.read(_BEGINNING))
    with suppress(ValueError):
        return str(json.loads(found[1])) if found else ""
    return ""


def _is_report(place: Path) -> bool:
    """Only a report may be replaced by one: anything else there is somebody's own."""
    return (place / RECORD).is_file() or (place / RUN).is_file()
