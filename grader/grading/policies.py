"""policy.json: the rules of the course whose reports are in a folder, as `grader.policy` has them.

    {"schema": "learning-loop/policy/1", "shown": true, "policy": {…}, "points": {…}}

`shown` is false until every report there tells what these rules make of its points: whoever is killed in
between shows it with the next run.
"""

import json
import tomllib
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from grader.errors import UsageError
from grader.grading.shelf import Shelf
from grader.model import Lesson
from grader.policy import NO_POLICY, Policy, from_table, to_table

NAME = "policy.json"
SCHEMA = "learning-loop/policy/1"


def read(path: Path, lesson: Lesson, every: Sequence[Lesson]) -> Policy:
    """The rules for a lesson in a course file. UsageError, saying where, for what is none.

    Points and a due time may stand in tables by lesson; what is of another one of `every` lesson is
    left out.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return from_table(_of_lesson(table, lesson, every))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", "name the course file with --course") from None
    except ValueError as error:
        raise UsageError(f"{path} is no TOML: {error}", "mend the course file") from None
    except UsageError as error:
        raise UsageError(f"{path}: {error.message}", error.hint) from None


def _of_lesson(table: dict[str, Any], lesson: Lesson, every: Sequence[Lesson]) -> dict[str, Any]:
    """The table with what is of this lesson, in it as in one for this lesson alone."""
    rules, points = table.get("policy"), table.get("points")
    if isinstance(rules, dict) and isinstance(rules.get("due"), dict):
        _require_known(rules["due"], {each.name for each in every}, "policy.due")
        table = {**table, "policy": {**rules, "due": rules["due"].get(lesson.name, "")}}
    if isinstance(points, dict):
        parts = {each.name: _parts(each) for each in every}
        _require_known(points, {*parts, *chain.from_iterable(parts.values())}, "points")
        for name in parts.keys() & points.keys():
            if isinstance(points[name], dict):
                _require_known(points[name], parts[name], f"points.{name}")
        own = points.get(lesson.name)
        flat = {name: worth for name, worth in points.items() if name in _parts(lesson)}
        table = {**table, "points": {**flat, **(own if isinstance(own, dict) else {})}}
    return table


def _parts(lesson: Lesson) -> set[str]:
    return {e.name for e in lesson.exercises} | {q.name for q in lesson.questions}


def _require_known(table: dict[str, Any], known: set[str], where: str) -> None:
    if odd := sorted(table.keys() - known):
        wrong = f"{where}.{odd[0]} is no exercise, question or lesson"
        raise UsageError(wrong, f"there are {', '.join(sorted(known))}")


def adopt(shelf: Shelf, policy: Policy | None) -> None:
    """From now on the folder has these rules; without any, those that it has."""
    if policy is not None and policy != kept(shelf.out):
        _keep(shelf, policy, shown=False)


def kept(folder: Path) -> Policy:
    """The rules of a folder of reports. UsageError when they are damaged."""
    return _load(folder)[0]


def are_shown(folder: Path) -> bool:
    """Whether every report tells what these rules make of it."""
    return _load(folder)[1]


def showed(shelf: Shelf) -> None:
    """Every report does, now."""
    policy, shown = _load(shelf.out)
    if not shown:
        _keep(shelf, policy, shown=True)


def _keep(shelf: Shelf, policy: Policy, *, shown: bool) -> None:
    table = {"schema": SCHEMA, "shown": shown, **to_table(policy)}
    shelf.write(NAME, f"{json.dumps(table, indent=1, ensure_ascii=False)}\n")


def _load(folder: Path) -> tuple[Policy, bool]:
    path = folder / NAME
    try:
        table: dict[str, Any] = json.loads(path.read_bytes())
        if table.pop("schema") != SCHEMA:
            raise ValueError(f"its schema is not {SCHEMA}")
        shown = table.pop("shown") is True
        return from_table(table), shown
    except FileNotFoundError:
        return NO_POLICY, True
    except (OSError, ValueError, TypeError, KeyError, AttributeError, UsageError) as error:
        hint = "remove it, and name the course file with --course again"
        raise UsageError(f"{path} cannot be read: {error}", hint) from None
