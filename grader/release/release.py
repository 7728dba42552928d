"""`grader release`: everything that students receive of some lessons, made, proved and put into a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from grader.checking.wholeness import require_whole
from grader.errors import KitError, UsageError
from grader.grading.disk import write_whole
from grader.lesson import catalog
from grader.model import Lesson
from grader.policy import Policy
from grader.release import leaks, place, rehearsal, systems
from grader.release.contents import contents
from grader.release.needed import Sources
from grader.release.proof import prove
from grader.release.rules import pointed, ruled


@dataclass(frozen=True, slots=True)
class Released:
    """What was done, and what was seen on the way: whole lines to tell."""

    lessons: tuple[str, ...]
    outcome: place.Written
    seen: tuple[str, ...]
    remarks: tuple[str, ...]


def release(
    root: Path,
    names: Sequence[str],
    out: Path,
    *,
    reuse: bool,
    say: Callable[[str], None] = lambda _: None,
    policy: Mapping[str, Policy] = MappingProxyType({}),
) -> Released:
    """Release the lessons `names` into `out`, beside those that are there already, by the rules of a course.

    Nothing is written unless the release installs, gives stubs 0 points and solutions all, and gives nothing
    away: KitError says what is wrong.
    """
    wanted = {*names, *place.manifest(out).lessons}
    lessons = [catalog.load(root, name) for name in catalog.lesson_names(root) if name in wanted]
    if missing := wanted - {lesson.name for lesson in lessons}:
        trouble = f"{out} holds {', '.join(sorted(missing))}, which the kit does not have"
        raise KitError(trouble, "release with the kit that has it, or into another folder")
    for lesson in lessons:
        require_whole(lesson)
    say(f"making {', '.join(lesson.name for lesson in lessons)}")
    files = ruled(contents(lessons), lessons, policy)
    seen = _clean(files, lessons)
    say("trying it in an environment of its own; this takes a minute")
    seen += prove(files, [pointed(lesson, policy) for lesson in lessons], reuse=reuse)
    told = tuple(lesson.name for lesson in lessons)
    outcome = place.put(out, told, files)
    return Released(told, outcome, tuple(seen), tuple(leaks.shown_by(lessons)))


def autograder(root: Path, system: str, name: str, out: Path, say: Callable[[str], None]) -> Released:
    """An autograder for Gradescope, as the zip `out`, or for classroom50, as a folder."""
    lesson = catalog.load(root, name)
    require_whole(lesson)
    make, rehearse = _AUTOGRADERS[system]
    files = make(lesson)
    say("trying it on the stubs and on the solutions; this takes a minute")
    seen = rehearse(files, lesson)
    if system == "gradescope":
        if out.suffix != ".zip" or out.exists():
            raise UsageError(f"{out} should be a new file that ends in .zip", "name another one with --out")
        write_whole(out, systems.zipped(files))
        outcome = place.Written(1)
    else:
        outcome = place.put(out, (name,), files)
    return Released((name,), outcome, tuple(seen), _REMARKS[system])


def course(root: Path, names: Sequence[str], out: Path, say: Callable[[str], None]) -> Released:
    """nbgrader's course folder, as `grader notebook` writes it."""
    wanted = {*names, *place.manifest(out).lessons}
    lessons = [catalog.load(root, name) for name in catalog.lesson_names(root) if name in wanted]
    files = systems.nbgrader(lessons)
    say("letting nbgrader make the students' version; this takes a minute")
    seen = rehearsal.nbgrader(files, lessons)
    told = tuple(lesson.name for lesson in lessons)
    return Released(told, place.put(out, told, files), tuple(seen), _REMARKS["nbgrader"])


_AUTOGRADERS = {
    "gradescope": (systems.gradescope, rehearsal.gradescope),
    "classroom50": (systems.classroom50, rehearsal.classroom50),
}
_UNLOCKED = (
    "where the kernel there cannot lock student code in, it runs with the rights of the autograder, and the "
    "result says `advisory`"
)
_REMARKS = {
    "gradescope": ("the zip holds the solutions: give it to nobody but Gradescope", _UNLOCKED),
    "classroom50": (
        "anybody can read a bundle: upload autograders/, and keep kit/, which holds the solutions, to "
        "yourself; LEARNING_LOOP_KIT tells the runner where it is",
        _UNLOCKED,
    ),
    "nbgrader": ("kit/ holds the solutions; nbgrader hands out nothing of it",),
}


def _clean(files: Sources, lessons: Sequence[Lesson]) -> list[str]:
    """What was looked for and not found. KitError when something is given away."""
    kept = leaks.secrets(lessons)
    found = [*leaks.leaks(files, kept), *leaks.named(files)]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise KitError(f"{found[0]}{more}", "write it in other words; nothing was written")
    return [f"no file holds any of {len(kept)} lines, answers and sentences of solutions and rubrics"]
