"""roster.json: the class list of a folder of reports, and which report is whose.

    {"schema": "learning-loop/roster/1", "members": [{"id": "10123", "name": "Lovelace, Ada", "email": "",
      "group": "Team 3", "section": "A", "ids": ["10123", "ada"], "late_by": null, "student": "10123",
      "by": "id"}]}

`student` is the id of a report, and empty for who handed in nothing. A run without a list uses this one.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from grader.errors import UsageError
from grader.grading.shards import shown
from grader.grading.shelf import Shelf
from grader.intake import roster as lists
from grader.intake.entries import Entry
from grader.roster import NO_LIST, Member, Roster

NAME = "roster.json"
SCHEMA = "learning-loop/roster/1"
_TEXTS = ("id", "name", "email", "group", "section", "student", "by")


def seat(shelf: Shelf, entries: Sequence[Entry], members: Sequence[Member] | None) -> list[Entry]:
    """The entries as the class list has them; without a new one, as the list in the folder has them.

    From now on the folder holds this list. It is that of the whole class, in a shard too.
    """
    known = load(shelf.out).members if members is None else members
    seated, roster = lists.seated(entries, known)
    if roster.members:
        keep(shelf, roster)
    return seated


def keep(shelf: Shelf, roster: Roster) -> None:
    """Put the list on disk, whole."""
    table = {"schema": SCHEMA, "members": [asdict(member) for member in roster.members]}
    shelf.write(NAME, f"{json.dumps(table, indent=1, ensure_ascii=False)}\n")


def load(folder: Path) -> Roster:
    """The list in a folder of reports; an empty one where there is none. UsageError when it is damaged."""
    path = folder / NAME
    try:
        table = json.loads(path.read_bytes())
        if table["schema"] != SCHEMA:
            raise ValueError(f"its schema is not {SCHEMA}")
        return Roster(tuple(map(_member, table["members"])))
    except FileNotFoundError:
        return NO_LIST
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        hint = "remove it, and name the class list with --roster again"
        raise UsageError(f"{path} cannot be read: {error}", hint) from None


def words(roster: Roster, students: Sequence[str]) -> list[str]:
    """What to say of the class: who handed in nothing, and who is not on the list."""
    absent = [member.name for member in roster.absent]
    groups = (("handed in nothing", absent), ("not on the class list", roster.strangers(students)))
    return [f"{len(who)} {what}: {shown(who)}" for what, who in groups if who]


def _member(row: dict[str, Any]) -> Member:
    texts = {name: row[name] for name in _TEXTS}
    ids, late_by = tuple(row["ids"]), row["late_by"]
    if not all(isinstance(value, str) for value in (*texts.values(), *ids)):
        raise ValueError("a field that should hold a text holds something else")
    return Member(**texts, ids=ids, late_by=None if late_by is None else float(late_by))
