"""GitHub Actions: annotations on lines, a summary page, and a way to print text that GitHub must not obey."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain

from grader import text
from grader.model import CheckStatus, ExerciseResult, Grade
from grader.telling.report import said, words

MOST = 10  # annotations of a kind that GitHub shows for one step
SUMMARY = 1 << 20  # bytes above which GitHub refuses a step's summary
_KINDS: dict[CheckStatus, str] = {"todo": "notice", "waiting": "notice", "ungraded": "warning"}
_REST = "\n\n*The rest is left out, because this page has no room for it.*\n"


def annotations(grade: Grade, folder: str = "") -> list[str]:
    """A workflow command for each exercise that is not done. `folder` is where the student's files stand."""
    if grade.status == "ungraded":
        return [_command("error", f"could not be graded, because {grade.reason}", title="No grade")]
    kinds: dict[str, list[str]] = {"error": [], "warning": [], "notice": []}
    for result in grade.exercises:
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
    lines = [result.diagnosis.line if result.diagnosis else None, *(s.check.line for s in said.wrong(result))]
    title = f"{result.title}: {words.state(result.status)}"
    file = f"{folder.rstrip('/')}/{result.file}".lstrip("/")
    line = next((str(line) for line in lines if line), "")
    return _command(kind, _message(result), file=file, line=line, title=title)


def _message(result: ExerciseResult) -> str:
    parts: Iterable[str] = (s.check.message for s in said.wrong(result)[:1])
    if result.diagnosis:
        parts = (result.diagnosis.message, result.diagnosis.question)
    hint = f"Hint: {result.hint}" if result.hint else ""
    return "\n".join(filter(None, (*parts, hint))) or words.state(result.status)


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
