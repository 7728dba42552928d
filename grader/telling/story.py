"""One story, told by many: what there is to say about an exercise, in which words, and what comes next.

Boards, notebooks, reports, exports and gradebooks lay out what is decided here: the state, the one check that
is shown first, where to look, the mistake that has a name, the hint. Nothing here knows how it will look.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from grader.given import checked
from grader.model import CheckResult, CheckStatus, Diagnosis, ExerciseResult
from grader.telling import graph

# --- the states --------------------------------------------------------------------------------

Colour = Literal["green", "blue", "yellow", "red"]
Standing = CheckStatus | Literal["partly"]  # "partly": what ran of it passed, and the rest did not run


@dataclass(frozen=True, slots=True)
class State:
    """How a state is told: in words, with a sign, with one for plain ASCII, in a colour."""

    words: str
    sign: str
    plain: str
    colour: Colour


STATES: Mapping[Standing, State] = {
    "passed": State("done", "✔", "+", "green"),
    "failed": State("not right yet", "✘", "x", "red"),
    "todo": State("to do", "·", "-", "blue"),
    "waiting": State("waiting", "…", "~", "yellow"),
    "timed_out": State("ran too long", "✘", "x", "red"),
    "crashed": State("crashed", "✘", "x", "red"),
    "invalid": State("invalid answer", "✘", "x", "red"),
    "ungraded": State("could not be checked", "✘", "x", "red"),
    "partly": State("checked in part", "·", "-", "blue"),
}


def words(standing: Standing) -> str:
    """A state in words, as every reader meets it."""
    return STATES[standing].words


# --- one exercise ------------------------------------------------------------------------------

FOLLOW_THROUGH = "A mistake in an earlier exercise costs points there, and none here."


@dataclass(frozen=True, slots=True)
class Said:
    """What `count` checks say in the same words; `check` has their points together."""

    check: CheckResult
    count: int


@dataclass(frozen=True, slots=True)
class Story:
    """One exercise as it is told. Its texts may be a student's: whoever shows them makes them harmless."""

    exercise: ExerciseResult
    standing: Standing
    said: str  # the state in words: "not right yet", "waiting for `square`"
    told: CheckResult | None  # the check that is shown first; None when the exercise is done
    wrong: tuple[Said, ...]  # what was tried and is not right, the told one first
    later: tuple[Said, ...]  # what is still to do
    passed: tuple[Said, ...]
    back_after: str = ""  # the exercise after which the lesson comes back to this one, which rests for now

    @property
    def state(self) -> State:
        return STATES[self.standing]

    @property
    def about(self) -> str:
        """What is told, in a word: the named mistake, else the check; "" when the exercise is done."""
        check = self.told.name if self.told is not None else ""
        return self.diagnosis.slug if self.diagnosis is not None else check

    @property
    def headline(self) -> str:
        """The claim that was found untrue; else what is still to do; "" when the exercise is done."""
        if self.told is None:
            return ""
        return self.told.title if self.told.wrong else self.told.message

    @property
    def message(self) -> str:
        """What came of the check in the headline, where it is wrong."""
        return self.told.message if self.told is not None and self.told.wrong else ""

    @property
    def example(self) -> str:
        """Lines of Python that show it, "" where there are none."""
        return graph.example(self.told) if self.told is not None else ""

    @property
    def diagnosis(self) -> Diagnosis | None:
        return self.exercise.diagnosis

    @property
    def explained(self) -> tuple[str, ...]:
        """The mistake that has a name: why it is wrong, and a question that leads on."""
        found = self.diagnosis
        return tuple(filter(None, (found.message, found.question))) if found is not None else ()

    @property
    def mistake(self) -> str:
        """The mistake in two or three words, e.g. "missing factor 2", "" where none has a name."""
        if self.diagnosis is None:
            return ""
        name = self.exercise.name.replace("_", "-")
        return self.diagnosis.slug.removeprefix(f"{name}-").replace("-", " ")

    @property
    def line(self) -> int | None:
        """Where to look in the exercise's file: at the named mistake, else where the code stopped."""
        found = self.diagnosis.line if self.diagnosis is not None else None
        return found or (self.told.line if self.told is not None else None)

    @property
    def hint(self) -> str:
        """The hint that is shown unasked: only where something is wrong; "" for none."""
        return self.exercise.hint if self.wrong else ""

    @property
    def tried(self) -> bool:
        """Whether there is something in it that is not right yet."""
        return bool(self.wrong)

    @property
    def same(self) -> tuple[Said, ...]:
        """What is wrong besides, for the reason that is told."""
        return tuple(said for said in self.wrong[1:] if self._alike(said.check))

    @property
    def others(self) -> tuple[Said, ...]:
        """What is wrong besides, for other reasons."""
        return tuple(said for said in self.wrong[1:] if not self._alike(said.check))

    def _alike(self, check: CheckResult) -> bool:
        told = self.told
        return told is not None and (check.status, check.message) == (told.status, told.message)

    @property
    def followed(self) -> bool:
        """Was it checked with working versions of what it needs? The first remark says of what."""
        return self.exercise.follow_through and self.standing not in ("todo", "waiting")

    @property
    def notes(self) -> tuple[str, ...]:
        """What else is worth knowing."""
        followed = [FOLLOW_THROUGH] if self.followed else []
        return (*filter(None, [self.given]), *followed, *self.exercise.remarks)

    @property
    def given(self) -> str:
        """What a person gave in place of the checks' points, "" where nobody did."""
        given, result = self.exercise.given, self.exercise
        if given is None:
            return ""
        who = ", ".join(filter(None, (given.by, given.at)))
        said = [f"the checks gave {checked(result.checks):g} of {result.max_points:g}"]
        said.append(f"your teacher gave {given.points:g}{f' ({who})' if who else ''}")
        return ", ".join(said) + (f": {given.comment}" if given.comment else "")


def story(exercise: ExerciseResult, unrun: int = 0) -> Story:
    """What there is to say about an exercise; `unrun` of its checks have not been run."""
    told = exercise.told
    wrong = sorted((c for c in exercise.checks if c.wrong), key=lambda check: check is not told)
    return Story(
        exercise=exercise,
        standing="partly" if exercise.status == "passed" and unrun else exercise.status,
        said=_said(exercise, told, unrun),
        told=told,
        wrong=_once(wrong),
        later=_once(c for c in exercise.checks if c.status in ("todo", "waiting")),
        passed=_once(c for c in exercise.checks if c.status == "passed"),
    )


def _said(exercise: ExerciseResult, told: CheckResult | None, unrun: int) -> str:
    """The state in words: of what waits, for what; of what ran in part, how much of it."""
    if exercise.status == "passed" and unrun:
        return f"{len(exercise.checks)} of {len(exercise.checks) + unrun} checks ran"
    said = words(exercise.status)
    if exercise.status == "waiting" and told is not None and told.message.startswith(f"{said} for "):
        return told.message.partition(" and ")[0]  # the first that it waits for is the one to do
    return said


def _once(checks: Iterable[CheckResult]) -> tuple[Said, ...]:
    """A file that cannot be imported fails every check of it, and needs to be told once."""
    alike: dict[tuple[str, ...], list[CheckResult]] = {}
    for check in checks:
        alike.setdefault((check.status, check.title, check.message, check.example), []).append(check)
    return tuple(map(_together, alike.values()))


def _together(group: Sequence[CheckResult]) -> Said:
    if len(group) == 1:
        return Said(group[0], 1)
    total, possible = (sum(values) for values in zip(*((c.points, c.max_points) for c in group), strict=True))
    return Said(replace(group[0], points=total, max_points=possible), len(group))


# --- what comes next ---------------------------------------------------------------------------


def next_exercise(exercises: Iterable[ExerciseResult], order: Sequence[str]) -> ExerciseResult | None:
    """What a student does next, of exercises in the lesson's order; None when all of them are done.

    The first that was tried and is wrong; where none is, the first that is not done. Some checks of an
    exercise may come later than others: a student who is at work follows `order`, which says so part by part.
    An answer that is still to do is no reason to be silent about code that is wrong. Once nothing is wrong,
    the lesson is walked from its beginning, and nothing that was left behind is forgotten.

    What builds on an exercise that is not done waits for that one, however it did with a working version.
    """
    undone = {exercise.name: exercise for exercise in exercises if exercise.status != "passed"}
    wrong = [e for e in undone.values() if e.status not in ("todo", "waiting") and not e.follow_through]
    parts = ((undone.get(part.partition("::")[0]), part) for part in order)
    ahead = [exercise for exercise, part in parts if exercise is not None and not _is_done(exercise, part)]
    return next(iter([*wrong, *ahead, *undone.values()]), None)


def underway(stories: Iterable[Story], order: Sequence[str]) -> tuple[tuple[Story, ...], Story | None]:
    """The stories for a student who is at work, and the one that is next.

    Where the lesson has asked for a part of an exercise, and that part is done, it says so and goes on.
    """
    known = tuple(stories)
    following = next_exercise((told.exercise for told in known), order)
    told = tuple(_resting(told, following, order) for told in known)
    return told, next((story for story in told if story.exercise is following), None)


def _resting(told: Story, following: ExerciseResult | None, order: Sequence[str]) -> Story:
    exercise, names = told.exercise, [part.partition("::")[0] for part in order]
    if exercise.status != "todo" or following is None or following is exercise or following.name not in names:
        return told
    here = names.index(following.name)
    begun = any(part.startswith(f"{exercise.name}::") for part in order[:here])
    ahead = [n for n, part in enumerate(order) if names[n] == exercise.name and not _is_done(exercise, part)]
    if not begun or not ahead or ahead[0] < here:
        return told
    return replace(told, said="enough for now", back_after=names[ahead[0] - 1])


def _is_done(exercise: ExerciseResult, part: str) -> bool:
    """Whether a part of an exercise, or with no check in its name the whole of it, is right."""
    check = part.partition("::")[2]
    return exercise.status == "passed" or check in {c.name for c in exercise.checks if c.status == "passed"}
