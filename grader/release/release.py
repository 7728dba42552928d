"""`grader release`: everything that students receive of some lessons, made, proved and put into a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from grader.checking.wholeness import require_whole
from grader.errors import KitError
from grader.lesson import catalog
from grader.model import Lesson
from grader.policy import Policy
from grader.release import leaks, place
from grader.release.contents import contents
from grader.release.needed import Sources
from grader.release.proof import prove
from grader.release.rules import ruled


@dataclass(frozen=True, slots=True)
class Released:
    """What was done, and what was seen on the way: whole lines to tell."""

    lessons: tuple[str, ...]
    outcome: place.Outcome
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
    seen += prove(files, lessons, reuse=reuse)
    told = tuple(lesson.name for lesson in lessons)
    outcome = place.put(out, told, files)
    return Released(told, outcome, tuple(seen), tuple(leaks.shown_by(lessons)))


def _clean(files: Sources, lessons: Sequence[Lesson]) -> list[str]:
    """What was looked for and not found. KitError when something is given away."""
    kept = leaks.secrets(lessons)
    found = [*leaks.leaks(files, kept), *leaks.named(files)]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise KitError(f"{found[0]}{more}", "write it in other words; nothing was written")
    return [f"no file holds any of {len(kept)} lines, answers and sentences of solutions and rubrics"]
