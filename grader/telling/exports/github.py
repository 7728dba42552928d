"""GitHub Actions: annotations on lines, a summary page, and a way to print text that GitHub must not obey."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain

from grader import text
from grader.model import CheckStatus, ExerciseResult, Grade
from grader.telling.story import Story, story

MOST = 10  # annotations of a kind that GitHub shows for one step
SUMMARY = 1 << 20  # bytes above which GitHub refuses a step's summary
_KINDS: dict[CheckStatus, str] = {"todo": "notice", "waiting": "notice", "ungraded": "warning"}
_REST = "\n\n*The rest is left out, because this page has no room for it.*\n"


def annotations(grade: Grade, folder: str = "") -> list[str]:
    """A workflow command for each exercise that is not done. `folder` is where the student's files stand."""
    if grade.status == "ungraded":
        return [_command("error", f"could not be graded, because {grade.reason}", title="No grade")]
    return of_exercises(grade.exercises, folder)


def of_exercises(exercises: Iterable[ExerciseResult], folder: str) -> list[str]:
    """The same for exercises that were checked and not graded, as in a student's own pytest."""
    kinds: dict[str, list[str]] = {"error": [], "warning": [], "notice": []}
    for result in exercises:
        if result.status != "passed":
            kind = _KINDS.get(result.status, "error")
            kinds[kind].append(_annotation(kind, result, folder))
    return list(chain.from_iterable(_capped(kind, commands) for kind, commands in kinds.items()))


def stopped(output: str, limit: int = SUMMARY) -> str:
    """`output` so that GitHub prints it and obeys nothing in it.

    The word that ends the pause is the digest of the output, which the output itself cannot contain.
    """
    shown = text.visible(output, limit)
    token = hashlib.sha256(shown.encode()).hexdigest()
    return f"::stop-commands::{token}\n{shown}\n::{token}::\n"


def shortened(markdown: str, limit: int = SUMMARY) -> str:
    """`markdown`, ended early and tidily if it is larger than the page may be."""
    if len(markdown.encode()) <= limit:
        return markdown
    kept, size, fence = [], len(_REST.encode()), ""
    for line in markdown.split("\n"):
        size += len(line.encode()) + 1
        after = _fence(line, fence)
        if size + len(after) > limit:
            break
        kept.append(line)
        fence = after
    return "\n".join([*kept, fence]) + _REST


def _annotation(kind: str, result: ExerciseResult, folder: str) -> str:
    told = story(result)
    title = f"{result.title}: {told.said}"
    file = f"{folder.rstrip('/')}/{result.file}".lstrip("/")
    return _command(kind, _message(told), file=file, line=str(told.line or ""), title=title)


def _message(told: Story) -> str:
    explained = told.explained or (told.message,)
    hint = f"Hint: {told.exercise.hint}" if told.exercise.hint else ""
    return "\n".join(filter(None, (told.headline, *explained, hint))) or told.said


def _command(kind: str, message: str, **properties: str) -> str:
    given = ",".join(f"{key}={text.workflow_property(value)}" for key, value in properties.items() if value)
    return f"::{kind} {given}::{text.workflow_data(message)}"


def _capped(kind: str, commands: Sequence[str]) -> list[str]:
    if len(commands) <= MOST:
        return list(commands)
    more = f"{len(commands) - MOST + 1} more exercises are not done: see the summary page"
    return [*commands[: MOST - 1], _command(kind, more, title="And more")]


def _fence(line: str, fence: str) -> str:
    """The code fence that is open after `line`, when `fence` was open before it."""
    if fence:
        return "" if line == fence else fence
    ticks = line[: len(line) - len(line.lstrip("`"))]
    return ticks if len(ticks) >= 3 else ""
