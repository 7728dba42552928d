"""Reports as one zip that a learning system takes back, so that a class is returned in one upload.

Moodle takes "Full name_7001_assignfeedback_file_/report.html", where the number of the participant counts.
Canvas takes a file that is named as it named the student's own. Other systems have no such way; for them the
zip holds a folder for each student.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from grader.model import Grade
from grader.naming import report_folder_name
from grader.roster import Member

_PAGE = "report.html"
_DATE = (2000, 1, 1, 0, 0, 0)  # the same reports make the same zip
_LONGEST = 60
_NOT_IN_NAMES = re.compile(r"[^\w .,-]|_")


@dataclass(frozen=True, slots=True)
class Packed:
    """How many reports are in the zip, and who has none in it, with the reason."""

    count: int
    left: Mapping[str, tuple[str, ...]]


def pack(
    file: BinaryIO, system: str, reports: Path, grades: Iterable[Grade], rows: Mapping[str, Member]
) -> Packed:
    """Write the zip. `rows` are the rows of the system's sheet, by student, where there is a sheet."""
    taken: set[str] = set()
    left: dict[str, list[str]] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for grade in sorted(grades, key=_owners_first):
            path, why = _path(system, grade, rows.get(grade.student.id))
            if grade.status != "graded":
                why = "not graded"
            elif path in taken:
                why = "of a group, which has one report there"
            if why:
                left.setdefault(why, []).append(grade.student.name)
                continue
            taken.add(path)
            page = reports / report_folder_name(grade.student.id) / _PAGE
            info = zipfile.ZipInfo(path, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, page.read_bytes())
    return Packed(len(taken), {why: tuple(names) for why, names in left.items()})


def _owners_first(grade: Grade) -> tuple[bool, str]:
    """Of a group, first whoever handed in: Canvas's names of files hold that id."""
    return f"_{grade.student.id}_" not in grade.arrival.item, grade.student.id


def _path(system: str, grade: Grade, row: Member | None) -> tuple[str, str]:
    """The name in the zip, or why there is none."""
    student = grade.student
    if system == "canvas":
        item = grade.arrival.item
        return f"{item}{_PAGE}", "" if item else "no file of theirs in Canvas's download"
    if system == "moodle":
        number = next(
            (n for n in (*(row.ids if row else ()), student.id) if n.isdecimal() and n.isascii()), ""
        )
        folder = f"{_clean(student.name)}_{number}_assignfeedback_file_"
        return f"{folder}/{_PAGE}", "" if number else "no participant's number of Moodle's"
    return f"{_clean(student.name)} - {report_folder_name(student.id)}/{_PAGE}", ""


def _clean(name: str) -> str:
    """A name that is one part of a path on every system, and cannot be taken for more."""
    return " ".join(_NOT_IN_NAMES.sub(" ", name)[:_LONGEST].split()).strip(".") or "student"
