"""The class list: who is in the class, whether they handed in something or not."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from grader.model import Student


@dataclass(frozen=True, slots=True)
class Member:
    """One row of a class list. All is text of unknown origin: escape it wherever it lands.

    `ids` are all names that systems have for this person. `student` is the id of their report.
    """

    id: str
    name: str
    email: str = ""
    group: str = ""
    section: str = ""
    ids: tuple[str, ...] = ()
    late_by: float | None = None  # seconds, where the list says so
    student: str = ""  # "" where nothing was handed in
    by: str = ""  # what the two were matched by


@dataclass(frozen=True, slots=True)
class Roster:
    """All members. Without any there is no class list, so nobody is missing and nobody is a stranger."""

    members: tuple[Member, ...] = ()

    @property
    def absent(self) -> tuple[Member, ...]:
        """Who handed in nothing, in the order of their names."""
        found = [member for member in self.members if not member.student]
        return tuple(sorted(found, key=lambda member: (member.name.casefold(), member.id)))

    def by_student(self) -> Mapping[str, Member]:
        """The members who handed in something, by the id of their report."""
        return {member.student: member for member in self.members if member.student}

    def strangers(self, students: Iterable[str]) -> list[str]:
        """Who handed in something and is not on the list."""
        known = self.by_student()
        return [student for student in students if self.members and student not in known]


NO_LIST = Roster()


def matched(
    members: Sequence[Member], students: Sequence[Student], known: Mapping[str, Member] | None = None
) -> Roster:
    """Whose each submission is: by id, then by mail address, then by name, where there is only one of each.

    Where two could be meant, nobody is: both then show as not matched. `known` says more of some students, by
    id, such as what other systems call them.
    """
    people = [(student.id, _person(student, (known or {}).get(student.id))) for student in students]
    found: dict[int, tuple[str, str]] = {}
    shared = _shared(name_key(member.name) for member in members)
    for way, keys in _WAYS:
        places = _only((k, key) for k, m in enumerate(members) if k not in found for key in keys(m))
        # "Li Wang" and "Wang Li" are two people, and either may be written either way.
        out = {who for who, p in people if way == "name" and name_key(p.name) in shared}
        out |= {student for student, _ in found.values()}
        meant = [(who, {places[k] for k in keys(p) if k in places}) for who, p in people if who not in out]
        claims = [(who, place.pop()) for who, place in meant if len(place) == 1]
        once = Counter(place for _, place in claims)
        found |= {place: (who, way) for who, place in claims if once[place] == 1}
    return Roster(tuple(_seated(member, *found.get(k, ("", ""))) for k, member in enumerate(members)))


def _person(student: Student, member: Member | None) -> Member:
    """All that is known of a student, as a row of a list. An id may well be a mail address."""
    if member is None:
        return Member(student.id, student.name, student.id, ids=(student.id,))
    return replace(member, ids=(student.id, *member.ids), email=member.email or student.id)


def _seated(member: Member, student: str, way: str) -> Member:
    return replace(member, student=student, by=way)


def name_key(name: str) -> str:
    """A name without regard to order, case and accents' spelling: "Lovelace, Ada" is "Ada Lovelace"."""
    return " ".join(sorted(re.findall(r"\w+", _folded(name))))


def squeezed(name: str) -> str:
    """A name as Canvas writes it in front of files: "Lovelace, Ada" becomes "lovelaceada"."""
    return re.sub(r"\W", "", _folded(name))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _shared(keys: Iterable[str]) -> set[str]:
    return {key for key, number in Counter(keys).items() if number > 1}


def _only(pairs: Iterable[tuple[int, str]]) -> dict[str, int]:
    """The place of each key that belongs to one place alone."""
    places: dict[str, set[int]] = {}
    for place, key in pairs:
        places.setdefault(key, set()).add(place)
    return {key: min(found) for key, found in places.items() if key and len(found) == 1}


_WAYS: tuple[tuple[str, Callable[[Member], Iterable[str]]], ...] = (
    ("id", lambda member: [name.casefold() for name in (member.id, *member.ids)]),
    ("mail address", lambda member: [member.email.casefold()]),
    ("name", lambda member: [name_key(member.name)]),
    ("name", lambda member: [squeezed(member.name)]),
)
