"""The results of one submission's checks, exercise by exercise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from grader.checking import hints
from grader.figures import Figure, Plane
from grader.model import CheckResult, CheckStatus, Diagnosis, Exercise, ExerciseResult, Lesson

# When checks have several statuses, the first of these that occurs is the exercise's status.
_TELLING: tuple[CheckStatus, ...] = (
    "ungraded",
    "invalid",
    "crashed",
    "timed_out",
    "failed",
    "todo",
    "waiting",
)


Weights = Mapping[str, Mapping[str, float]]  # exercise → check → weight


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of a check came to, and what it found on the way."""

    result: CheckResult
    figures: tuple[Figure | Plane, ...] = ()
    remarks: tuple[str, ...] = ()
    unimportable: frozenset[str] = frozenset()  # files
    unsteady: bool = False  # whether the code was seen not to do the same each time


@dataclass(slots=True)
class Ledger:
    """Results of checks, in the order in which the checks ran."""

    lesson: Lesson
    weights: Weights  # of every check, selected or not
    results: dict[str, dict[str, CheckResult]] = field(default_factory=dict)
    figures: dict[str, list[Figure | Plane]] = field(default_factory=dict)
    unimportable: set[str] = field(default_factory=set)  # files
    followed: dict[str, tuple[str, ...]] = field(default_factory=dict)  # exercise → working versions used
    diagnoses: dict[str, Diagnosis] = field(default_factory=dict)  # exercise → what is known to be wrong
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)  # exercise → those for what is known
    lines: dict[str, int] = field(default_factory=dict)  # exercise → where to go, if nothing says it better
    changed: set[str] = field(default_factory=set)  # exercises that fail because something given was changed
    unsteady: set[str] = field(default_factory=set)  # exercises whose code does not do the same each time
    aside: set[str] = field(default_factory=set)  # exercises that only others need, so nobody asked for them
    remarks: dict[str, list[str]] = field(default_factory=dict)  # exercise → good to know, costs no points

    def max_points(self, exercise: str, check: str) -> float:
        """What one check is worth."""
        return worth_of(self.lesson, self.weights, exercise, check)

    def add(self, exercise: str, result: CheckResult) -> None:
        """Note one check. If it was noted before, the worse result stays (as when a teardown fails)."""
        known = self.results.setdefault(exercise, {}).get(result.name)
        if known is None or known.status == "passed":
            self.results[exercise][result.name] = result

    def note(self, exercise: str, outcome: Outcome) -> None:
        """Note all that a run of one check came to."""
        self.add(exercise, outcome.result)
        self.unimportable |= outcome.unimportable
        if outcome.unsteady:
            self.unsteady.add(exercise)
        if outcome.figures:
            self.figures.setdefault(exercise, []).extend(outcome.figures)
        for said in outcome.remarks:
            if said not in self.remarks.setdefault(exercise, []):
                self.remarks[exercise].append(said)

    def faults(self) -> list[CheckResult]:
        """Checks that could not be carried out, or that were not reached."""
        every = [(e, name) for e, names in self.weights.items() for name in names]
        found = [self.results.get(e, {}).get(name) or self._unchecked(e, name) for e, name in every]
        return [result for result in found if result.status == "ungraded"]

    def _unchecked(self, exercise: str, check: str) -> CheckResult:
        worth = self.max_points(exercise, check)
        return CheckResult(check, check, "ungraded", 0.0, worth, "the check was not carried out")

    def settle(self) -> None:
        """Give no points for checks that could not be carried out on this submission, but can on others."""
        for exercise, names in self.weights.items():
            for name in names:
                result = self.results.get(exercise, {}).get(name) or self._unchecked(exercise, name)
                if result.status == "ungraded":
                    message = "what your code did could not be checked"
                    settled = replace(result, status="invalid", message=message, example="")
                    self.results.setdefault(exercise, {})[name] = settled

    def take(self, exercise: str, other: "Ledger") -> None:
        """Replace all that this ledger knows about an exercise with what another ledger knows."""
        for mine, theirs in (
            (self.results, other.results),
            (self.figures, other.figures),
            (self.followed, other.followed),
            (self.diagnoses, other.diagnoses),
            (self.hints, other.hints),
            (self.remarks, other.remarks),
        ):
            _take(exercise, mine, theirs)

    def undone(self, exercises: Iterable[str]) -> tuple[str, ...]:
        """Which of `exercises` were checked and are not done."""
        return tuple(e for e in exercises if e in self.results and self.status(e) != "passed")

    def status(self, exercise: str) -> CheckStatus:
        """The most telling status of an exercise's checks; "todo" when none was run."""
        results = self.results.get(exercise, {})
        found = {result.status for result in results.values()}
        if found == {"passed"}:
            return "passed"
        if "todo" in found and "passed" not in found and found <= {"todo", "failed", "waiting"}:
            return "todo"
        return next((status for status in _TELLING if status in found), "todo")

    def complete(self, exercise: str) -> bool:
        """Whether all checks of an exercise were run."""
        return self.weights.get(exercise, {}).keys() <= self.results.get(exercise, {}).keys()

    def unusable(self, exercise: str) -> tuple[str, ...]:
        """The exercises whose code a check of `exercise` cannot rely on.

        These are the exercises that it needs and that are not done. If a file that its own file imports
        cannot be imported at all, they are also all used exercises of that file. Otherwise one stray bracket
        there would cost the points of every exercise in the importing file.
        """
        own = next((e for e in self.lesson.exercises if e.name == exercise), None)
        if own is None:
            return ()
        used = {need for e in self.lesson.exercises if e.file == own.file for need in e.needs}
        lost = {
            e.name
            for e in self.lesson.exercises
            if e.name in used and e.file in self.unimportable and e.file != own.file
        }
        return tuple(e.name for e in self.lesson.exercises if e.name in lost.union(self.undone(own.needs)))

    def follow(self, exercise: str) -> tuple[str, ...]:
        """What is unusable for checks of `exercise`. It is noted, because working versions take its place."""
        working = self.unusable(exercise)
        if working:
            self.followed[exercise] = working
        return working

    def promising(self, exercises: Iterable[str]) -> bool:
        """Whether these exercises, which are not done, are far enough to let others try and build on them."""
        return all(self._promising(name) for name in exercises)

    def _promising(self, exercise: str) -> bool:
        found = {result.status for result in self.results.get(exercise, {}).values()}
        own = self.lesson.exercise(exercise).file
        return "passed" in found <= {"passed", "failed", "waiting"} and own not in self.unimportable

    def checked(self) -> tuple[ExerciseResult, ...]:
        """What the exercises came to that were checked, in the lesson's order."""
        return tuple(self.exercise(e) for e in self.lesson.exercises if e.name in self.results)

    def exercise(self, exercise: Exercise) -> ExerciseResult:
        """What one exercise came to."""
        working = self.followed.get(exercise.name, ())
        names = " and ".join(f"`{name}`" for name in working)
        graded_with = (f"graded with a working {names}",) if working else ()
        result = ExerciseResult(
            name=exercise.name,
            title=exercise.title,
            file=exercise.file,
            status=self.status(exercise.name),
            points=self.points(exercise.name),
            max_points=exercise.points,
            checks=tuple(self.results.get(exercise.name, {}).values()),
            follow_through=bool(working),
            remarks=(*graded_with, *self.remarks.get(exercise.name, ())),
            diagnosis=self.diagnoses.get(exercise.name),
            figures=tuple(self.figures.get(exercise.name, ())),
        )
        return replace(result, hint="" if self._hopeless(exercise) else hints.unasked(exercise, result))

    def rungs(self, exercise: Exercise) -> tuple[str, ...]:
        """The hints that fit how an exercise stands, for whoever asks for one after another."""
        if self._hopeless(exercise):
            return ()
        return hints.rungs(exercise, self.exercise(exercise), self.hints.get(exercise.name, ()))

    def _hopeless(self, exercise: Exercise) -> bool:
        """Whether hints about it do not help: its file cannot be read at all, or what was given is broken."""
        return exercise.file in self.unimportable or exercise.name in self.changed

    def points(self, exercise: str) -> float:
        """Points reached, rounded to a hundredth; full points exactly when everything passed."""
        return round(sum(r.points for r in self.results.get(exercise, {}).values()), 2)


def worth_of(lesson: Lesson, weights: Weights, exercise: str, check: str) -> float:
    """The points of one check: its share of the exercise's points by weight."""
    shares = weights.get(exercise, {})
    total = sum(shares.values())
    points = {e.name: e.points for e in lesson.exercises}.get(exercise, 0.0)
    return points * shares.get(check, 0.0) / total if total else 0.0


def _take(exercise: str, mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    mine.pop(exercise, None)
    if exercise in theirs:
        mine[exercise] = theirs[exercise]
