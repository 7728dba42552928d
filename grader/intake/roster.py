"""The class list as a file: a gradebook or a list of groups from a learning system, or one of ours.

Ours has the heads id, name, email, group and section, of which id or name is needed. What a column means is
read from its head; where a system translates heads, from what stands in it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from grader.errors import UsageError
from grader.intake.entries import Entry
from grader.model import Student
from grader.naming import encodable
from grader.roster import NO_LIST, Member, Roster, matched, squeezed
from grader.sheet import Sheet

_HEADS: Mapping[str, tuple[str, ...]] = {
    "id": (
        *("id", "canvas_user_id", "student_id", "orgdefinedid", "username", "sis user id", "user_id"),
        *("sis login id", "login_id", "student id", "id number", "identifier", "integration id"),
    ),
    "name": ("name", "student", "full name", "student_name", "display name"),
    "first": ("first name", "firstname", "first_name"),
    "last": ("last name", "lastname", "last_name", "surname"),
    "email": ("email", "email address", "e-mail"),
    "group": ("group", "groups", "group_name"),
    "section": ("section", "sections"),
    "status": ("status",),
}
# "Participant 7001", in whatever language: Moodle's name for somebody in one assignment.
_PARTICIPANT = re.compile(r"\D{3,}?([0-9]{1,18})")
_OURS = re.compile(r"[a-z0-9_.-]*")  # what ids look like that begin with letters, too
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_NOBODY = {
    "points possible",
    "student, test",
    "test student",
}  # a row of Canvas that is no student, and its test student
_LATE = re.compile(r"((?:[0-9]+ [a-z]+ )+)late\b")
_SECONDS = {"year": 31_536_000, "day": 86_400, "hour": 3_600, "min": 60, "sec": 1}


def load(path: Path) -> tuple[Member, ...]:
    """Everybody on the class list at `path`. UsageError when it is none."""
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", "name the class list with --roster") from None
    except UsageError as error:
        raise UsageError(f"{path} is no class list: {error.message}", error.hint) from None


def read(data: bytes) -> tuple[Member, ...]:
    """Everybody on a class list; UsageError, as a clause, when it has no column that says who."""
    return tuple(people(Sheet(data)).values())


def people(sheet: Sheet) -> dict[int, Member]:
    """Who each row of a sheet is about; rows about nobody are left out."""
    columns = _columns(sheet)
    if not columns.keys() & {"id", "name", "last"}:
        raise UsageError("no column says who is meant", "it needs a head id or name; see grader/README.md")
    members = {row: _member(sheet, row, columns) for row in range(1, len(sheet.rows))}
    found = {k: m for k, m in members.items() if m.id and m.name.strip().casefold() not in _NOBODY}
    if not found:
        raise UsageError("nobody is on it", "download it again")
    return found


def seated(entries: Sequence[Entry], members: Sequence[Member]) -> tuple[list[Entry], Roster]:
    """The entries with the names and the lateness of the list, one for each of a group; and who is who."""
    if not members:
        return [*entries], NO_LIST
    shared = list(_shared(entries, members))
    roster = matched(members, [entry.student for entry in shared])
    known = roster.by_student()
    return [_seated(entry, known.get(entry.student.id)) for entry in shared], roster


# --- columns -------------------------------------------------------------------------------------


def _columns(sheet: Sheet) -> dict[str, list[int]]:
    """Which columns have which meaning; several may hold an id."""
    heads = [head.lstrip("#").casefold() for head in sheet.heads]
    found: dict[str, list[int]] = {}
    for meaning, known in _HEADS.items():
        if columns := [heads.index(head) for head in known if head in heads]:
            found[meaning] = columns
    other = {k for meaning, columns in found.items() if meaning != "id" for k in columns}
    free = (k for k in range(len(heads)) if k not in other)  # a column of groups may say Team 1, Team 2
    if participants := [k for k in free if _all(sheet, k, _PARTICIPANT)][:1]:
        found["participant"] = participants
        found["id"] = [k for k in found.get("id", ()) if k not in participants]
        found.setdefault("name", [participants[0] + 1])  # its head is translated, its place is not
        found["id"] = [*participants, *found["id"]]
    if "email" not in found and (mails := [k for k in range(len(heads)) if _all(sheet, k, _MAIL)]):
        found["email"] = mails
    return found


def _all(sheet: Sheet, column: int, pattern: re.Pattern[str]) -> bool:
    """Whether all cells of a column are like this; Moodle's differ, and begin alike and not like our ids."""
    cells = sheet.column(column)
    if not cells or not all(pattern.fullmatch(cell) for cell in cells):
        return False
    if pattern is not _PARTICIPANT:
        return True
    begins = {cell.rstrip("0123456789") for cell in cells}
    return len({*cells}) == len(cells) and len(begins) == 1 and _OURS.fullmatch(begins.pop()) is None


def _member(sheet: Sheet, row: int, columns: Mapping[str, Sequence[int]]) -> Member:
    def texts(meaning: str) -> list[str]:
        found = (encodable(sheet.text(row, column).strip()) for column in columns.get(meaning, ()))
        return [text for text in found if text]

    ids = [_id(text) if "participant" in columns else text.lstrip("#") for text in texts("id")]
    name = " ".join(texts("name")[:1] or [*texts("first")[:1], *texts("last")[:1]])
    mail, group, section = (next(iter(texts(what)), "") for what in ("email", "group", "section"))
    who = next(filter(None, [*ids, mail, name]), "")
    return Member(who, name or who, mail, group, section, tuple(ids), _late_by(" ".join(texts("status"))))


def _id(text: str) -> str:
    found = _PARTICIPANT.fullmatch(text)
    return found[1] if found and _OURS.fullmatch(text) is None else text


def _late_by(status: str) -> float | None:
    """How late Moodle says that it came, in seconds: "Submitted for grading - 1 day 2 hours late"."""
    found = _LATE.search(status)
    if found is None:
        return None
    words = found[1].split()
    with suppress(KeyError):
        pairs = zip(words[::2], words[1::2], strict=True)
        return float(sum(int(number) * _SECONDS[unit.removesuffix("s")] for number, unit in pairs))
    return None


# --- entries -------------------------------------------------------------------------------------


def _shared(entries: Sequence[Entry], members: Sequence[Member]) -> Iterator[Entry]:
    """Where a system names a group in place of a person, an entry for each member of that group.

    Canvas does so: the name is the group's, and the id that of whoever handed in for all.
    """
    groups: dict[str, list[Member]] = {}
    for member in members:
        if member.group:
            groups.setdefault(squeezed(member.group), []).append(member)
    names = {name: member.name for member in members for name in (member.id, *member.ids)}
    ids = {entry.student.id for entry in entries}
    for entry in entries:
        yield entry
        called, owner = squeezed(entry.student.name), names.get(entry.student.id)
        mates = groups.get(called, ()) if owner and squeezed(owner) != called else ()
        if not any(entry.student.id in (mate.id, *mate.ids) for mate in mates):
            continue  # somebody who has only the name of a group that is not theirs
        for member in mates:
            if ids.isdisjoint((member.id, *member.ids)):
                ids.add(member.id)
                remark = f"handed in together by the group {encodable(member.group)}"
                yield replace(
                    entry, student=Student(member.id, member.name), remarks=(*entry.remarks, remark)
                )


def _seated(entry: Entry, member: Member | None) -> Entry:
    if member is None:
        return entry
    seated = replace(entry, student=Student(entry.student.id, member.name))
    if member.late_by is None:
        return seated
    return replace(seated, arrival=replace(entry.arrival, late=True, late_by=member.late_by))
