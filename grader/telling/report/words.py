"""The words and numbers that all reports share."""

import math
from collections.abc import Iterable

from grader.model import Arrival, Exercise, Grade, Lesson, Question, Trust
from grader.policy import NO_POLICY, Policy

_TRUST: dict[Trust, str] = {
    "isolated": "The code ran locked in: it had no network and could open no files. "
    "A separate process gave the points.",
    "advisory": "This machine could not lock the code in, so code that cheats could have changed the points. "
    "Take them as advice.",
}


def trust(label: Trust) -> str:
    """One sentence on what the trust label means."""
    return _TRUST[label]


def shown(value: bool | None) -> str:
    """Whether a milestone is reached; None means that a person decides."""
    return {True: "shown", False: "not yet", None: "a person decides"}[value]


def late(arrival: Arrival) -> str:
    """How late it came by the word of the learning system; "" where that says nothing."""
    if arrival.late_by is None:
        return "late" if arrival.late else ""
    minutes = math.ceil(arrival.late_by / 60)
    days, hours = minutes // 1440, minutes // 60 % 24
    parts = [(days, "day"), (hours, "hour"), (0 if days else minutes % 60, "minute")]
    said = [count(amount, noun) for amount, noun in parts if amount]
    return f"{listed(said or ['less than a minute'])} late"


def points(value: float) -> str:
    """Points with at most two decimals, and without zeros at the end: 6, 6.5, 3.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def number(value: float | None) -> str:
    """A measured number, with six significant digits; a dash where there is none."""
    return "–" if value is None or not math.isfinite(value) else f"{value:.6g}"


def count(amount: float, noun: str) -> str:
    """`amount` with its noun: 1 point, 2 points."""
    return f"{points(amount)} {noun}" if amount == 1 else f"{points(amount)} {noun}s"


def listed(items: Iterable[str]) -> str:
    """The items as one phrase: a, b and c."""
    *front, last = items
    return f"{', '.join(front)} and {last}" if front else last


def score(grade: Grade) -> tuple[float, float]:
    """Points and possible points so far: for the exercises, and for written answers that have a mark."""
    marked = [w for w in grade.written if w.points is not None]
    got = (grade.points or 0.0) + sum(w.points or 0.0 for w in marked)
    return got, grade.max_points + sum(w.max_points for w in marked)


def scored(grade: Grade) -> str:
    """Points of possible points, in words: "26 of 55"."""
    return " of ".join(map(points, score(grade)))


def all_points(lesson: Lesson, policy: Policy = NO_POLICY) -> float:
    """All points of a lesson, written answers included, as they count in a course with these rules."""
    parts: list[Exercise | Question] = [*lesson.exercises, *lesson.questions]
    return round(sum(policy.worth(part.name, part.points) for part in parts), 2)


def pending(grade: Grade) -> str:
    """What a person still has to mark, in one or two sentences; empty if there is nothing."""
    verb = "waits" if grade.pending_points == 1 else "wait"
    waiting = (
        f"{count(grade.pending_points, 'more point')} {verb} for a person, who reads the written answers."
    )
    missing = sum(w.status == "missing" for w in grade.written)
    lacking = f"{count(missing, 'answer')} still missing."
    if not grade.pending_points:  # where nobody has marked anything yet, an answer can still come
        return lacking if any(w.points is None for w in grade.written) else ""
    return f"{waiting} {lacking}" if missing else waiting


def sentence(text: str) -> str:
    """A remark as a sentence: with a capital letter, where it starts with a letter, and a full stop."""
    end = "" if text.endswith((".", "!", "?", "…")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"
