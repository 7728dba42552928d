"""The pages of a report, and how to see without making them again that they are as they should be.

run.json holds a digest, the stamp, of the pages and of all that they were made from. If it is what it should
be, nothing need be done. If a page, the record, a mark, a rule of the course, the lesson or our own code is
another one by now, or if there is no stamp, the pages are made again.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from grader.grading import changes, record
from grader.grading.changes import Conditions
from grader.grading.markbook import Markbook
from grader.grading.shelf import RECORD
from grader.model import Grade, Lesson
from grader.policy import NO_POLICY, Policy, to_table
from grader.telling import report

RENDERS = (changes.LESSON, changes.KIT, changes.CODE)  # what pages depend on besides the grade
PAGES = ("report.html", "report.md", RECORD)
_STAMP = "pages"


def pages(grade: Grade, lesson: Lesson, policy: Policy = NO_POLICY) -> dict[str, bytes]:
    """All in a report that follows from the grade, by the names of the files."""
    return {
        "report.html": report.html(grade, lesson, policy).encode(),
        "report.md": report.markdown(grade, lesson, policy).encode(),
        RECORD: record.dumps(grade),
    }


def stamp(
    files: Mapping[str, bytes],
    marks: Markbook | None,
    conditions: Conditions,
    policy: Policy = NO_POLICY,
) -> str:
    """The stamp of pages that were made with these marks, None where nobody has marked anybody."""
    decided = "nobody" if marks is None else marks.digest()
    made_from = [
        decided,
        json.dumps(to_table(policy), sort_keys=True),
        *(conditions.get(name, "") for name in RENDERS),
    ]
    parts = [*(files.get(name, b"") for name in PAGES), *(text.encode() for text in made_from)]
    digests = b"".join(hashlib.sha256(part).digest() for part in parts)
    return f"sha256:{hashlib.sha256(digests).hexdigest()}"


def stamped(run: bytes, value: str) -> bytes:
    """run.json with another stamp in it."""
    return f"{json.dumps({**_table(run), _STAMP: value}, indent=1)}\n".encode()


def has_stamp(run: bytes, value: str) -> bool:
    """Whether run.json has this stamp."""
    return _table(run).get(_STAMP) == value


def _table(run: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        found = json.loads(run)
        return found if isinstance(found, dict) else {}
    return {}
