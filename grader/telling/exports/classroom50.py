"""classroom50's `result.json`. Its scores are whole numbers, so they count hundredths of a point.

Rounding to whole points would drop the half points of written answers and let the tests add up to
something else than the total. Hundredths keep every mark that a person gives, and the same
percentage; the points themselves stand beside them in keys that classroom50 keeps unread.
"""

import json
from collections.abc import Mapping
from typing import Any

from grader import text
from grader.errors import UsageError
from grader.model import Grade
from grader.telling.exports import plain

SCHEMA = "classroom50/result/v1"
PAGE = "release-body.md"  # beside result.json: the page behind "View grade"
REPORT = "report.html"  # beside it too: an asset of the release
PAGE_LIMIT = 100_000  # bytes; GitHub refuses the text of a release above 125,000 characters

# The runner refuses a result that does not repeat its own names of the run, or has no addresses.
# All else that describes the run (`datetime`, `owner` …) it writes itself.
_NAMES = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}

Run = Mapping[str, str]  # what names the run in result.json, as the runner names it


def run(environment: Mapping[str, str]) -> Run:
    """What classroom50 calls this run; UsageError where its variables are not set."""
    if missing := [name for name in _NAMES.values() if not environment.get(name, "").strip()]:
        raise UsageError(
            f"classroom50's result.json needs {', '.join(missing)} in the environment",
            "use --classroom50 in autograder.py only: classroom50's runner sets them",
        )
    return {key: environment[name] for key, name in _NAMES.items()}


def export(grade: Grade, run: Run) -> str:
    """The grade as result.json; UngradedError where there is no score to tell."""
    plain.require_points(grade)
    tests = [_test(e.title, e.points, e.max_points) for e in grade.exercises]
    tests += [_test(w.title, w.points, w.max_points) for w in grade.written if w.points is not None]
    result = {
        "schema": SCHEMA,
        **run,
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
        "release_assets": [REPORT],
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
