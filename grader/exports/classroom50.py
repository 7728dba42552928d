"""classroom50's `result.json`. Its scores are whole numbers, so they count hundredths of a point.

Rounding to whole points would drop the half points of written answers and let the tests add up to
something else than the total. Hundredths keep every mark that a person gives, and the same
percentage; the points themselves stand beside them in keys that classroom50 keeps unread.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from grader import text
from grader.exports import plain
from grader.model import Grade

SCHEMA = "classroom50/result/v1"


@dataclass(frozen=True, slots=True)
class Run:
    """What classroom50 calls this run; its runner adds `assignment_type` and `owner`.

    `datetime` is an ISO 8601 time with its zone. The others are classroom50's own names and addresses.
    """

    classroom: str
    assignment: str
    submission: str
    commit: str
    release: str
    review: str
    datetime: str


def export(grade: Grade, run: Run) -> str:
    """The grade as result.json; UngradedError where there is no score to tell."""
    plain.require_points(grade)
    tests = [_test(e.title, e.points, e.max_points) for e in grade.exercises]
    tests += [_test(w.title, w.points, w.max_points) for w in grade.written if w.points is not None]
    result = {
        "schema": SCHEMA,
        **{name: text.one_line(value, text.MESSAGE) for name, value in asdict(run).items()},
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }
    return json.dumps(result, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _test(title: str, points: float, max_points: float) -> dict[str, Any]:
    return {
        "test-name": text.one_line(title, 200),
        "passed": points >= max_points,
        "score": round(points * 100),
        "max-score": round(max_points * 100),
        "points": round(points, 2),
        "max-points": round(max_points, 2),
    }
