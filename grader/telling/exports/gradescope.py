"""Gradescope's `results.json`: a test an exercise, as plain text, so that nothing in it is rendered."""

import json
from typing import Any

from grader import text
from grader.model import ExerciseResult, Grade
from grader.telling.exports import plain
from grader.telling.report import words


def export(grade: Grade) -> str:
    """The grade as results.json; UngradedError where there is no score to tell.

    Write no file then: Gradescope says that the autograder failed, and gives no zero.
    """
    plain.require_points(grade)
    got, _ = words.score(grade)
    results = {
        "score": round(got, 2),  # stands above the sum of the tests, so that rounding cannot move it
        "output": _output(grade),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(k, result) for k, result in enumerate(grade.exercises, start=1)],
        "extra_data": {"trust": grade.trust, "pending_points": round(grade.pending_points, 2)},
    }
    return json.dumps(results, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _output(grade: Grade) -> str:
    got, possible = words.score(grade)
    score = f"{words.points(got)} of {words.count(possible, 'point')}."
    trust = words.trust(grade.trust) if grade.trust == "advisory" else ""
    parts = (score, words.pending(grade), trust, *map(words.sentence, grade.remarks))
    return "\n".join(text.visible(part, text.MESSAGE) for part in parts if part)


def _test(number: int, result: ExerciseResult) -> dict[str, Any]:
    return {
        "name": text.one_line(result.title, 200),
        "number": str(number),
        "score": round(result.points, 2),
        "max_score": round(result.max_points, 2),
        "status": "passed" if result.status == "passed" else "failed",
        "output": plain.feedback(result),
        "tags": [result.name],
        "visibility": "visible",
    }
