"""Whose file is this? Reads it from the names that learning systems give to bulk downloads.

Canvas, Moodle, Gradescope, D2L Brightspace and Blackboard Learn. Students choose the last part of those
names, so every pattern takes the system's own part from the front.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import yaml

from grader.errors import UsageError
from grader.intake.tree import Item, Tree, UnreadableError, join
from grader.model import ON_TIME, Arrival, Student
from grader.naming import encodable

METADATA = "submission_metadata.yml"
EXPORT_FOLDER = re.compile(r"assignment_[0-9]+_export")

_MAX_METADATA = 32 << 20
_DEEPEST = 1000  # parsing takes the square of the depth; Gradescope itself stores at most 100 levels
_LEVELS = 4  # export → submission → submitters → one of them
_CANVAS = re.compile(
    r"(?:(?P<name>.+?)(?P<late>_LATE)?_(?P<id>[0-9]{1,18})|(?P<late_anon>LATE_)?(?P<anon>anon_[A-Za-z0-9]+))"
    r"_(?:(?P<attachment>[0-9]{1,18})_(?P<file>.+)|(?P<typed>(?:text|link)\.html))",
    re.DOTALL,
)
_MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<id>[0-9]{1,18})_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?", re.DOTALL
)
_CHUNK = r"(?:(?! - ).)*"
_D2L = re.compile(
    r"(?P<id>[0-9]{1,18})-[0-9]{1,18} - (?P<name>.+?)"
    rf" - (?P<date>{_CHUNK}[0-9]{{4}}{_CHUNK})(?: - (?P<file>.+))?",
    re.DOTALL,
)
_D2L_DATES = ("%b %d, %Y %I:%M %p", "%B %d, %Y %I:%M %p", "%d %B, %Y %H:%M", "%d %b, %Y %H:%M")
_D2L_TIME = re.compile(r"\b([0-9]{1,2}):?([0-9]{2})(?= [AP]M\Z|\Z)")  # "205 AM" is five past two
_BLACKBOARD = re.compile(
    r"(?P<owner>.+?)_attempt_(?P<date>[0-9]{4}(?:-[0-9]{2}){5})(?:_(?P<file>.+)|\.txt)", re.DOTALL
)
_RECEIPT = re.compile(rb"(?:\xef\xbb\xbf)?Name: ([^\r\n]*) \(([^()\r\n]+)\)\s")
_MAX_RECEIPT = 1 << 20
_CREATED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})(?::[0-9.]+)?(?: ?(?:(Z)|([+-][0-9]{2}:?[0-9]{2})))?"
)
_SUBMISSION = re.compile(r"submission_([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Claim:
    """One item of a download belongs to `student`: all of it, or as the `file` they handed in."""

    student: Student
    file: str = ""  # the name that the student gave it; "" when the item is all they handed in
    age: tuple[int, ...] = ()  # the largest of a student's claims is the latest attempt
    attempt: tuple[int, ...] = ()  # of a file that was handed in with others: only the latest attempt's count
    typed: bool = False  # text typed into the system's own box: counts only when there is nothing else
    remarks: tuple[str, ...] = ()
    arrival: Arrival = ON_TIME


def canvas(item: Item) -> Claim | None:
    """Canvas: `lovelaceada_LATE_123_456_engine.py` is the file engine.py of user 123."""
    found = _CANVAS.fullmatch(item.name) if item.kind == "file" else None
    if found is None:
        return None
    late = found["late"] or found["late_anon"]
    return Claim(
        student=Student(found["id"] or found["anon"], encodable(found["name"] or found["anon"])),
        file=found["file"] or found["typed"],
        age=(int(found["attachment"] or 0),),
        typed=found["typed"] is not None,
        remarks=("Canvas marks this as handed in late",) if late else (),
        arrival=Arrival(
            late=bool(late), item=encodable(item.name[: found.start("file")]) if found["file"] else ""
        ),
    )


def moodle(item: Item) -> Claim | None:
    """Moodle: `Ada Lovelace_123_assignsubmission_file_` is the folder of participant 123."""
    found = _MOODLE.fullmatch(item.name)
    if found is None:
        return None
    return Claim(
        student=Student(found["id"], encodable(found["name"])),
        file="" if item.kind == "folder" else found["file"] or "",
        age=item.modified,
        typed=found["kind"] == "onlinetext",
    )


def d2l(item: Item) -> Claim | None:
    """D2L Brightspace: `10123-55 - Ada Lovelace - Nov 22, 2026 1158 PM` is one attempt of user 10123.

    Where folders were not asked for, the name of each file goes on with ` - engine.py`.
    """
    found = _D2L.fullmatch(item.name)
    if found is None or (item.kind == "folder") != (found["file"] is None):
        return None
    moment = _moment(found["date"]) or item.modified
    student = Student(found["id"], encodable(found["name"]))
    attempt = moment if found["file"] else ()
    arrival = Arrival(_stated(_moment(found["date"])))
    return Claim(student, found["file"] or "", age=moment, attempt=attempt, arrival=arrival)


def _moment(date: str) -> tuple[int, ...]:
    """A date and time as numbers, the largest first; () when it is written as no date that we know."""
    for form in _D2L_DATES:
        with suppress(ValueError):
            return tuple(datetime.strptime(_D2L_TIME.sub(r"\1:\2", date), form).timetuple()[:5])
    return ()


def _stated(moment: tuple[int, ...]) -> str:
    """A moment as a record has it; "" for none."""
    return datetime(*moment[:5]).strftime("%Y-%m-%d %H:%M") if moment else ""  # type: ignore[arg-type]


def blackboard(tree: Tree, folder: str) -> Mapping[str, list[Claim]]:
    """Blackboard: whose each `Homework 1_ada_attempt_2026-11-22-23-58-00_engine.py` in `folder` is.

    Titles and user names may both hold a "_", so they are told apart by the text file that comes with each
    attempt and begins with "Name: Ada Lovelace (ada)"; without one, by the last "_".
    """
    found = {item.name: match for item in tree.items(folder) if (match := _blackboard(item))}
    people = {match["owner"]: _by_name(match["owner"]) for match in found.values()}
    shared = Counter(person.id for person in people.values())
    for owner, person in people.items():
        if shared[person.id] > 1:
            people[owner] = Student(encodable(owner), encodable(owner))
    for name, match in found.items():
        receipt = _receipt(tree, join(folder, name), match["owner"]) if match["file"] is None else None
        people[match["owner"]] = receipt or people[match["owner"]]
    return {name: [_attempt(match, people[match["owner"]])] for name, match in found.items()}


def _blackboard(item: Item) -> re.Match[str] | None:
    return _BLACKBOARD.fullmatch(item.name) if item.kind == "file" else None


def _by_name(owner: str) -> Student:
    name = encodable(owner.rpartition("_")[2] or owner)
    return Student(name, name)


def _receipt(tree: Tree, path: str, owner: str) -> Student | None:
    """Who handed in: the first line of the system's own file. What students wrote comes further down."""
    try:
        found = _RECEIPT.match(tree.read(path, _MAX_RECEIPT))
    except UnreadableError:
        return None
    if found is None:
        return None
    name, user = (part.decode("utf-8", "replace") for part in found.groups())
    return Student(encodable(user), encodable(name)) if f"_{owner}".endswith(f"_{user}") else None


def _attempt(match: re.Match[str], student: Student) -> Claim:
    moment = tuple(map(int, match["date"].split("-")))
    file = match["file"]
    arrival = Arrival("{}-{}-{} {}:{}".format(*match["date"].split("-")))
    name = file or "receipt.txt"
    return Claim(student, name, age=moment, attempt=moment, typed=file is None, arrival=arrival)


def holds_claims(tree: Tree, folder: str) -> bool:
    """Does a learning system say of anything in `folder` whose it is?"""
    items = tree.items(folder)
    return any(
        item.name == METADATA
        or EXPORT_FOLDER.fullmatch(item.name)
        or canvas(item)
        or moodle(item)
        or d2l(item)
        or _blackboard(item)
        for item in items
    )


def gradescope(tree: Tree, folder: str) -> Mapping[str, list[Claim]]:
    """Gradescope: whose each `submission_<id>` in `folder` is, from the file of metadata; {} without one.

    A group's submission belongs to each of its members.
    """
    path = join(folder, METADATA)
    if tree.kind(path) in (None, "folder"):  # a folder of that name is somebody's work
        return {}
    try:
        table = _outline(tree.read(path, _MAX_METADATA))
    except (yaml.YAMLError, UnreadableError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{METADATA} cannot be read: {reason}", "download the export again") from None
    records = table if isinstance(table, dict) else {}
    return {str(name): _members(str(name), record) for name, record in records.items()}


def _outline(text: bytes) -> object:
    """The upper levels of a YAML document as texts, lists and dicts.

    Built from events, not by a loader: the file repeats what student code printed and returned, and
    PyYAML's fast loader crashes the interpreter over a deeply nested value.
    """
    events = yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.Loader))
    first = next((e for e in events if isinstance(e, yaml.NodeEvent)), None)
    return _value(first, events, _LEVELS)


def _value(event: Any, events: Iterator[Any], levels: int) -> object:
    if not isinstance(event, yaml.CollectionStartEvent):
        return getattr(event, "value", None)  # an alias has none
    if levels == 0:
        _skip(events)
        return None
    children = []
    while not isinstance(child := next(events), yaml.CollectionEndEvent):
        children.append(_value(child, events, levels - 1))
    if isinstance(event, yaml.SequenceStartEvent):
        return children
    pairs = zip(children[::2], children[1::2], strict=True)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _skip(events: Iterator[Any]) -> None:
    depth = 1
    while depth:
        event = next(events)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError(f"it nests deeper than {_DEEPEST} levels")


def _members(folder: str, record: object) -> list[Claim]:
    number = _SUBMISSION.fullmatch(folder)
    match record:
        case {":submitters": [*people], **rest}:
            history = rest.get(":history")
            older = len(history) if isinstance(history, list) else 0
            remarks = (f"this is the active one of {older + 1} attempts in Gradescope",) if older else ()
            age = (int(number[1]),) if number else ()
            arrival = Arrival(_created(str(rest.get(":created_at") or "")))
            students = [_person(folder, person) for person in people]
            return [Claim(student, age=age, remarks=remarks, arrival=arrival) for student in students]
        case _:
            return []


def _created(stamp: str) -> str:
    """A time of Gradescope's as a record has it, with its time zone."""
    found = _CREATED.fullmatch(stamp)
    return f"{found[1]} {found[2]}{found[4] or ('+00:00' if found[3] else '')}" if found else ""


def _person(folder: str, person: object) -> Student:
    table = person if isinstance(person, dict) else {}
    name, sid, mail = (encodable(str(table.get(key) or "")) for key in (":name", ":sid", ":email"))
    return Student(sid or mail or folder, name or mail or sid or folder)
