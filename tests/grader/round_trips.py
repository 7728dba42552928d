"""A made class in the layout of each system: its download goes in, points and reports go back.

    python -m tests.grader.round_trips 300

grades three different submissions for real, once each, and gives everybody one of them. What comes back is
read by Python's own csv and zipfile, as the systems would, and held against each grade.json.
"""

import csv
import io
import json
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from grader import cli
from grader.grading import job, session
from grader.model import Grade, Lesson, Submission
from tests.grader.batches import KIT, LESSON, Inline
from tests.grader.downloads import Files
from tests.grader.handins import zipped

_FIRST = (
    "Ada",
    "Zoë",
    "Bob",
    "Łukasz",
    "Grace",
    "Edsger",
    "Núria",
    "Nils-Åke",
    "Mei",
    "O'Brien",
    "Jean Luc",
    "李",
)
_LAST = (
    "Lovelace",
    "Müller",
    "van der Berg",
    "Dvořák",
    "Hopper",
    "de la Cruz",
    "Smith-Jones",
    "Öz",
    "雷",
    "Ng",
)
_TWINS = 20  # in a class of so many, two have the same name

Row = list[str]


@dataclass(frozen=True, slots=True)
class Person:
    """One of the class. Systems know each by several numbers and names."""

    number: int
    name: tuple[str, str]

    @property
    def full(self) -> str:
        return " ".join(self.name)

    @property
    def user(self) -> str:
        return f"u{self.number:04}"

    @property
    def mail(self) -> str:
        return f"{self.user}@uni.example"

    @property
    def late(self) -> bool:
        return self.number % 5 == 1


@dataclass(frozen=True, slots=True)
class Class:
    """Who handed in what. The last of `people` handed in nothing; `stranger` did, and is in no sheet."""

    people: tuple[Person, ...]
    work: Mapping[int, Files]

    @property
    def stranger(self) -> Person:
        return Person(9999, ("Eve", "Nobody"))

    @property
    def handed_in(self) -> tuple[Person, ...]:
        return *self.people[:-1], self.stranger


def a_class(count: int, work: Callable[[int], Files]) -> Class:
    """A class of so many, of whom each hands in what `work` gives for the number."""
    people = [Person(k, (_FIRST[k % 12], _LAST[k // 12 % 10] + "a" * (k // 120))) for k in range(count)]
    if count >= _TWINS:
        people[7] = replace(people[7], name=people[3].name)
    found = Class(tuple(people), {})
    return replace(found, work={person.number: work(person.number) for person in found.handed_in})


# --- downloads and sheets, as each system makes them ---------------------------------------------


@dataclass(frozen=True, slots=True)
class System:
    """One system: its download, its sheet, and how its own importers read what they get."""

    to: str
    download: Callable[[Class], Files]
    sheet: Callable[[Class], bytes]
    encoding: str
    separator: str
    heads: int  # rows before the first student
    column: int
    who: Callable[[Row], str]  # the person of a row, as the zip names a person
    report: Callable[[str], str]  # the person of a path in the zip
    owner: Callable[[Person], str]  # the same of a person
    known: bool = True  # whether ids in download and sheet are the same; else names decide


def _squeezed(person: Person) -> str:
    return re.sub(r"\W", "", f"{person.name[1]}{person.name[0]}".lower())


def _each(found: Class, name: Callable[[Person, str], str]) -> Files:
    return {name(p, file): data for p in found.handed_in for file, data in found.work[p.number].items()}


def _canvas(found: Class) -> Files:
    late = {True: "_LATE", False: ""}
    return _each(
        found, lambda p, file: f"{_squeezed(p)}{late[p.late]}_{10_000 + p.number}_{50_000 + p.number}_{file}"
    )


def _moodle(found: Class) -> Files:
    return _each(found, lambda p, file: f"{p.full}_{7_000 + p.number}_assignsubmission_file_/{file}")


def _d2l(found: Class) -> Files:
    files = _each(found, lambda p, file: f"{300_000 + p.number}-55 - {p.full} - Nov 22, 2026 205 AM/{file}")
    return {**files, "index.html": b""}


def _blackboard(found: Class) -> Files:
    begin = "Homework_1_{}_attempt_2026-11-22-02-05-00"
    receipts = {
        f"{begin.format(p.user)}.txt": f"Name: {p.full} ({p.user})\r\nAssignment: Homework_1\r\n".encode()
        for p in found.handed_in
    }
    return {**_each(found, lambda p, file: f"{begin.format(p.user)}_{file}"), **receipts}


def _gradescope(found: Class) -> Files:
    lines = ["---"]
    for p in found.handed_in:
        lines += [f"submission_{p.number}:", "  :submitters:", f"  - :name: {json.dumps(p.full)}"]
        lines += [f"    :sid: {p.user}", f"    :email: {p.mail}", "  :created_at: 2026-11-22 22:58:00 Z"]
    files = _each(found, lambda p, file: f"assignment_5_export/submission_{p.number}/{file}")
    return {**files, "assignment_5_export/submission_metadata.yml": "\n".join([*lines, ""]).encode()}


def _nbgrader(found: Class) -> Files:
    return _each(found, lambda p, file: f"{p.user}/{LESSON.name}/{file}")


def _written(rows: list[Row], end: str = "\n", separator: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def _canvas_sheet(found: Class) -> bytes:
    heads = [
        [
            "Student",
            "ID",
            "SIS User ID",
            "SIS Login ID",
            "Section",
            f"{LESSON.title} (4711)",
            "Quiz (9)",
            "Final Score",
        ],
        ["", "", "", "", "", "Manual Posting", "", ""],
        ["    Points Possible", "", "", "", "", "100", "10", "(read only)"],
    ]
    rows = [
        [", ".join(reversed(p.name)), str(10_000 + p.number), f"sis{p.number}", p.user, "A", "", "=1+1", "7"]
        for p in found.people
    ]
    return _written([*heads, *rows, ["Student, Test", "99", "", "x", "A", "", "", ""]]).encode()


def _moodle_sheet(found: Class) -> bytes:
    head = ["ID", "Vollständiger Name", "E-Mail-Adresse", "Status", "Bewertung", "Bestwertung"]
    head += ["Bewertung kann geändert werden", "Zuletzt geändert (Bewertung)"]
    rows = [
        [f"Teilnehmer/in {7_000 + p.number}", p.full, p.mail, "Zur Bewertung", "", "100,00", "Ja", "-"]
        for p in found.people
    ]
    return b"\xef\xbb\xbf" + _written([head, *rows]).encode()


def _brightspace_sheet(found: Class) -> bytes:
    item = f"{LESSON.title} Points Grade <Numeric MaxPoints:100 Weight:10 Category:Homework>"
    head = ["OrgDefinedId", "Username", "Last Name", "First Name", "Email", item, "End-of-Line Indicator"]
    rows = [[f"#9{p.number}", f"#{p.user}", p.name[1], p.name[0], p.mail, "", "#"] for p in found.people]
    return _written([head, *rows], "\r\n").encode()


def _blackboard_sheet(found: Class) -> bytes:
    head = [
        "Last Name",
        "First Name",
        "Username",
        "Student ID",
        f"{LESSON.title} [Total Pts: 100 Score] |123456",
    ]
    rows = [[p.name[1], p.name[0], p.user, f"id{p.number}", "Needs Grading"] for p in found.people]
    return b"\xff\xfe" + _written([head, *rows], "\n", "\t", csv.QUOTE_ALL).encode("utf-16-le")


def _own_sheet(found: Class) -> bytes:
    rows = [["id", "name", "email", "group", "section", "points"]]
    return _written([*rows, *([p.user, p.full, p.mail, "=1+1", "A", ""] for p in found.people)]).encode()


def _of_folder(path: str) -> str:
    """Our own folders end in the id."""
    return path.split("/")[0].rpartition(" - ")[2]


SYSTEMS: Mapping[str, System] = {
    "canvas": System(
        "canvas", _canvas, _canvas_sheet, "utf-8", ",", 3, 5,
        who=lambda row: row[1],
        report=lambda path: next(part for part in path.split("_") if re.fullmatch("[0-9]+", part)),
        owner=lambda p: str(10_000 + p.number),
    ),
    "moodle": System(
        "moodle", _moodle, _moodle_sheet, "utf-8-sig", ",", 1, 4,
        who=lambda row: row[0].removeprefix("Teilnehmer/in "),
        report=lambda path: path.split("_", 4)[1],
        owner=lambda p: str(7_000 + p.number),
    ),
    "brightspace": System(
        "brightspace", _d2l, _brightspace_sheet, "utf-8", ",", 1, 5,
        who=lambda row: str(300_000 + int(row[1].removeprefix("#u"))),
        report=_of_folder,
        owner=lambda p: str(300_000 + p.number),
        known=False,
    ),
    "blackboard": System(
        "blackboard", _blackboard, _blackboard_sheet, "utf-16", "\t", 1, 4,
        who=lambda row: row[2], report=_of_folder, owner=lambda p: p.user,
    ),
    "gradescope": System(
        "csv", _gradescope, _own_sheet, "utf-8", ",", 1, 5,
        who=lambda row: row[0], report=_of_folder, owner=lambda p: p.user,
    ),
    "nbgrader": System(
        "csv", _nbgrader, _own_sheet, "utf-8", ",", 1, 5,
        who=lambda row: row[0], report=_of_folder, owner=lambda p: p.user,
    ),
}  # fmt: skip


# --- there and back ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trip:
    """What a round trip came to."""

    graded: int
    filled: int
    returned: int
    unmatched: int
    seconds: Mapping[str, float]
    said: str


def trip(system: System, found: Class, folder: Path) -> Trip:
    """Grade the class, fill in the sheet, pack the reports; AssertionError where something is wrong."""
    download, theirs = folder / "download.zip", folder / "sheet.csv"
    download.write_bytes(zipped(system.download(found)))
    theirs.write_bytes(system.sheet(found))
    out, back = folder / "reports", folder / "back.zip"
    seconds = {}
    began = time.monotonic()
    said = _run("grade", download, "--out", out, "--roster", theirs, "--lesson", LESSON.name, "--kit", KIT)
    seconds["grade"] = time.monotonic() - began
    began = time.monotonic()
    options = ("--sheet", theirs, "--feedback", back, "--unmarked", "--kit", KIT)
    said += _run("export", out, "--to", system.to, *options)
    seconds["export"] = time.monotonic() - began
    due = _due(out)
    twins = (
        {found.people[k].number for k in (3, 7)}
        if len(found.people) >= _TWINS and not system.known
        else set()
    )
    filled = _require_filled(
        system, found, theirs.read_bytes(), theirs.with_stem("sheet-filled").read_bytes(), due, twins
    )
    returned = _require_returned(system, found, back, out)
    assert re.search(f"handed in nothing: .*{re.escape(found.people[-1].name[1])}", said), said
    assert "not on the class list" in said and "in no row of the sheet" in said
    return Trip(len(due), filled, returned, len(twins), seconds, said)


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(cli.main, [*map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def _due(out: Path) -> dict[str, float]:
    """The points of each report, by the id of its student, out of the record alone."""
    tables = [json.loads(path.read_bytes()) for path in out.glob("*/grade.json")]
    return {t["student"]["id"]: t["points"] + sum(w["points"] or 0 for w in t["written"]) for t in tables}


def _require_filled(
    system: System, found: Class, before: bytes, after: bytes, due: Mapping[str, float], twins: set[int]
) -> int:
    """Each cell of the points is the student's own, and nothing else differs."""
    old, new = (_rows(system, page) for page in (before, after))
    people = {system.owner(person): person for person in found.people}
    filled = 0
    for number, (was, now) in enumerate(zip(old, new, strict=True)):
        person = people.get(system.who(was)) if number >= system.heads and "Test" not in was[0] else None
        if person is None or person == found.people[-1] or person.number in twins:
            assert now == was
            continue
        assert [*now[: system.column], was[system.column], *now[system.column + 1 :]] == was
        assert float(now[system.column].replace(",", ".")) == due[system.owner(person)]
        filled += 1
    assert filled == len(found.people) - 1 - len(twins)
    assert len(after) - len(before) == _longer(system, old, new)
    return filled


def _rows(system: System, page: bytes) -> list[Row]:
    return [*csv.reader(io.StringIO(page.decode(system.encoding), newline=""), delimiter=system.separator)]


def _longer(system: System, old: list[Row], new: list[Row]) -> int:
    """How many bytes the file grows by what was written, and by quotes where a comma needs them."""
    width = 2 if system.encoding == "utf-16" else 1
    cells = [(was[system.column], now[system.column]) for was, now in zip(old, new, strict=True)]
    quotes = sum(2 for was, now in cells if was != now and system.separator in now)
    return width * (sum(len(now) - len(was) for was, now in cells) + quotes)


def _require_returned(system: System, found: Class, back: Path, out: Path) -> int:
    """Everybody who handed in gets the very page that lies in REPORTS."""
    pages = {
        json.loads(p.read_bytes())["student"]["id"]: p.with_name("report.html")
        for p in out.glob("*/grade.json")
    }
    with zipfile.ZipFile(back) as archive:
        given = {system.report(name): archive.read(name) for name in archive.namelist()}
    assert given.keys() == {system.owner(person) for person in found.handed_in}
    assert all(page == pages[owner].read_bytes() for owner, page in given.items())
    return len(given)


# --- a large class -------------------------------------------------------------------------------

_WORK = tuple(
    {name: (folder / name).read_bytes() for name in LESSON.files}
    for folder in (LESSON.solutions, LESSON.stubs, KIT / "tests" / "sample_class" / "tim")
)


def remembered() -> Callable[..., Grade]:
    """`session.grade`, which does the same work once: for who comes second only the student differs."""
    known: dict[str, Grade] = {}
    really = session.grade

    def grade(lesson: Lesson, submission: Submission, *, confined: bool) -> Grade:
        if submission.digest not in known:
            known[submission.digest] = really(lesson, submission, confined=confined)
        told = {"student": submission.student, "arrival": submission.arrival, "remarks": submission.remarks}
        return replace(known[submission.digest], **told)

    return grade


def large(count: int) -> Iterator[tuple[str, Trip]]:
    """A round trip of so many students through each system."""
    found = a_class(count, lambda number: _WORK[number % len(_WORK)])
    with ExitStack() as stack:
        stack.enter_context(patch.object(job.session, "grade", remembered()))
        stack.enter_context(patch.object(cli.pools.workers, "pool", lambda count: Inline()))
        for name, system in SYSTEMS.items():
            with tempfile.TemporaryDirectory() as folder:
                yield name, trip(system, found, Path(folder))


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 300
    print("system       graded  cells  reports  same name, so named  grade s  export s")
    for name, done in large(count):
        times = f"{done.seconds['grade']:7.1f}  {done.seconds['export']:8.1f}"
        print(
            f"{name:12} {done.graded:6}  {done.filled:5}  {done.returned:7}  {done.unmatched:19}  {times}",
            flush=True,
        )


if __name__ == "__main__":
    main()
