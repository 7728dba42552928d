"""Points into the very sheet that a learning system gave out; every other byte of it stays.

Who has which row follows from ids, then mail addresses, then names (`grader.roster`). Whoever is not matched
is named, either way. A cell stays as it is where there is no grade, and while an answer waits for a person.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from grader.bridge.systems import PointsColumn, column, keeps, number
from grader.grading import shards
from grader.intake import roster as lists
from grader.model import Grade, Lesson
from grader.policy import Policy, counted
from grader.roster import Member, Roster, matched
from grader.sheet import Sheet
from grader.telling.report import words
from grader.text import csv_cell, one_line

_OURS = ("id", "name", "email", "group", "section", "max_points", "points")


@dataclass(slots=True)
class Export:
    """What an export did: the sheet, and who ended up how, by name."""

    data: bytes
    column: PointsColumn
    filled: dict[str, list[str]] = field(default_factory=dict)  # names, by what they were matched
    groups: dict[str, list[str]] = field(default_factory=dict)  # names, by what happened to them

    def note(self, what: str, who: str) -> None:
        self.groups.setdefault(what, []).append(who)


@dataclass(frozen=True, slots=True)
class ToExport:
    """What to export: the grades of a class, whose they are, and the rules of the course."""

    lesson: Lesson
    grades: Iterable[Grade]
    roster: Roster
    policy: Policy
    waiting: bool = False  # also points that may still change


def fill(system: str, data: bytes, work: ToExport, name: str | None = None) -> Export:
    """The sheet with the points of the class. UsageError when it is no sheet of this system."""
    sheet = Sheet(data)
    people = lists.people(sheet)
    chosen = column(system, sheet, work.lesson, name)
    grades = {grade.student.id: grade for grade in work.grades}
    found = matched(
        [*people.values()], [grade.student for grade in grades.values()], work.roster.by_student()
    )
    done = Export(b"", chosen)
    rows = dict(zip(people, found.members, strict=True))
    values = dict(_values(system, sheet, rows, grades, work, done))
    done.data = sheet.filled(values)
    seated = found.by_student()
    for grade in grades.values():
        if grade.student.id not in seated:
            done.note("graded, and in no row of the sheet", grade.student.name)
    return done


def table(work: ToExport) -> Export:
    """A table of our own, for a system that gave out none: a row for each student and each absent one."""
    done = Export(b"", PointsColumn(len(_OURS) - 1, _OURS[-1], _OURS[-1]))
    seats, most = work.roster.by_student(), words.all_points(work.lesson, work.policy)
    rows: list[tuple[Member, str | float]] = []
    for grade in work.grades:
        known = seats.get(grade.student.id, Member(grade.student.id, grade.student.name))
        member = replace(known, id=grade.student.id)  # by which every other table of ours knows this student
        points = _points(grade, work, member, done)
        if points is not None:
            done.filled.setdefault("id", []).append(member.name)
        rows.append((member, "" if points is None else points))
    for member in work.roster.absent:
        done.note("on the class list, and nothing handed in: the cell stays empty", member.name)
        rows.append((member, ""))
    out = io.StringIO()
    written = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    written.writerow(_OURS)
    for member, worth in sorted(rows, key=lambda row: (row[0].name.casefold(), row[0].id)):
        who = (member.id, member.name, member.email, member.group, member.section)
        written.writerow([*map(csv_cell, who), most, worth])
    done.data = out.getvalue().encode()
    return done


def _values(
    system: str,
    sheet: Sheet,
    rows: Mapping[int, Member],
    grades: Mapping[str, Grade],
    work: ToExport,
    done: Export,
) -> Iterator[tuple[tuple[int, int], str]]:
    comma = _decimal_comma(sheet, done.column.index)
    for row, member in rows.items():
        grade = grades.get(member.student)
        text = sheet.text(row, done.column.index)
        if grade is None:
            done.note("in the sheet, and nothing handed in: the cell stays as it is", member.name)
        elif done.column.index >= len(sheet.rows[row]):
            done.note("in a row that ends too early", member.name)
        elif keeps(system, text):
            done.note(f"with “{one_line(text, 20)}” in the sheet, which stays", member.name)
        elif (points := _points(grade, work, member, done)) is not None:
            before = number(text)
            if before is not None and before != points:
                done.note("with other points in the sheet before", member.name)
            done.filled.setdefault(member.by, []).append(member.name)
            said = words.points(points)
            yield (row, done.column.index), said.replace(".", ",") if comma else said


def _points(grade: Grade, work: ToExport, member: Member, done: Export) -> float | None:
    """The points for a cell; None, noting why, where there are none to give."""
    found = counted(grade, work.policy)
    if found.points is None:
        done.note("not graded: the cell stays as it is", member.name)
        return None
    if found.waiting and not work.waiting:
        done.note("with answers that wait for a person: the cell stays as it is", member.name)
        return None
    if done.column.most is not None and found.points > done.column.most:
        done.note(f"with more points than the {done.column.most:g} of the system", member.name)
    if grade.unread:
        done.note("with 0 points, because nothing could be read: ask before this counts", member.name)
    for note in found.notes:
        if note.endswith("nothing was taken off"):
            done.note(note, member.name)
    return found.points


def _decimal_comma(sheet: Sheet, chosen: int) -> bool:
    """Whether numbers in this sheet have a comma. Names do not decide it: somebody may be called 1,5."""
    columns = [[cell for cell in sheet.column(k) if cell] for k in range(len(sheet.heads))]
    numbers = [[cell for cell in cells if number(cell) is not None] for cells in columns]
    told = "".join("".join(n) for k, n in enumerate(numbers) if k == chosen or n == columns[k])
    return "," in told and "." not in told


def told(done: Export, work: ToExport) -> Iterator[str]:
    """What happened, a line each."""
    yield f"column {one_line(done.column.title)}: points for {sum(map(len, done.filled.values()))}"
    for way, names in done.filled.items():
        who = "" if way == "id" else f": {shards.shown(names)}"  # only an id leaves no doubt
        yield f"{len(names)} matched by {way}{who}"
    maxima = {counted(grade, work.policy).max_points for grade in work.grades if grade.status == "graded"}
    if done.column.most is not None and maxima - {done.column.most}:
        ours = ", ".join(f"{most:g}" for most in sorted(maxima))
        yield f"the maximum is {ours} here and {done.column.most:g} in the system: set it to {ours} there"
    for what, names in done.groups.items():
        yield f"{len(names)} {what}: {shards.shown(names)}"
