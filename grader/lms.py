"""Whose file is this? Reads it from the names that Canvas, Moodle and Gradescope give to bulk downloads.

Students choose the last part of those names, so every pattern takes the system's own part from the front.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from grader.errors import UsageError
from grader.model import Student
from grader.naming import encodable
from grader.tree import Item, Tree, UnreadableError, join

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
_SUBMISSION = re.compile(r"submission_([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Claim:
    """One item of a download belongs to `student`: all of it, or as the `file` they handed in."""

    student: Student
    file: str = ""  # the name that the student gave it; "" when the item is all they handed in
    age: tuple[int, ...] = ()  # the largest of a student's claims is the latest attempt
    typed: bool = False  # text typed into the system's own box: counts only when there is nothing else
    remarks: tuple[str, ...] = ()


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


def gradescope(tree: Tree, folder: str) -> Mapping[str, list[Claim]]:
    """Gradescope: whose each `submission_<id>` in `folder` is, from the file of metadata; {} without one.

    A group's submission belongs to each of its members.
    """
    path = join(folder, METADATA)
    if tree.kind(path) is None:
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
            students = [_person(folder, person) for person in people]
            return [Claim(student, age=age, remarks=remarks) for student in students]
        case _:
            return []


def _person(folder: str, person: object) -> Student:
    table = person if isinstance(person, dict) else {}
    name, sid, mail = (encodable(str(table.get(key) or "")) for key in (":name", ":sid", ":email"))
    return Student(sid or mail or folder, name or mail or sid or folder)
