"""The files of a lesson as notebook cells: which there are, what they hold, and how they make up the files.

A file is split into parts at its top-level definitions and at comments that start a section (`# --- …`). The
parts, put together again, are the file. So a notebook and a folder of files can hold the same work. Every
part has two forms, both made from the solution: the solved part, and the stub that a student gets.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.errors import KitError
from grader.lesson import stubs
from grader.model import Lesson

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"  # what nbgrader looks for
_SECTION, _CLOSING = "# ---", "<<< stub"
_NEIGHBOURS = re.compile(rf"^ *{END}\n *{BEGIN}\n", re.MULTILINE)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file. `work` parts are the student's, all others are given."""

    id: str  # of its cell; made of the file's name and the first name that the part defines
    file: str
    kind: str  # "text": the file's introduction; "given"; "work"
    solved: str  # with nbgrader's marks around each solution
    stub: str

    @property
    def gap(self) -> str:
        """The blank lines at its end, which the file has and a cell has not."""
        return self.stub[len(self.stub.rstrip("\n")) :]


def check_id(exercise: str) -> str:
    """The id of the cell that checks an exercise: its points stand there."""
    return f"check-{exercise}"


def asker(lesson: Lesson) -> str:
    """The name by which a notebook asks for its checks: `ask` where students write a `check` of their own."""
    return "ask" if any("check" in exercise.defines for exercise in lesson.exercises) else "check"


def answer_id(question: str) -> str:
    """The id of the cell that holds a written answer."""
    return f"answer-{question}"


def code_files(lesson: Lesson) -> tuple[str, ...]:
    """The files of the lesson that hold code."""
    return tuple(name for name in lesson.files if name.endswith(".py"))


@cache
def parts(lesson: Lesson, file: str) -> tuple[Part, ...]:
    """The parts of a file, in order. KitError when the solution cannot be split or has no stub."""
    text = _solution(lesson, file)
    if file.endswith(".py"):
        found = tuple(_part(file, group) for group in _groups(text, file))
    else:
        found = tuple(_written_parts(text, lesson))
    for part in found:
        if sum(other.id == part.id for other in found) > 1:
            trouble = f"{file}: two cells of a notebook would be named {part.id!r}"
            raise KitError(trouble, "let the file define a name once, or give one of them another name")
    return found


def _solution(lesson: Lesson, file: str) -> str:
    path = lesson.solutions / file
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KitError(f"solutions/{lesson.name}/{file} is missing", "a notebook is made from it") from None


# --- code --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Statement:
    node: ast.stmt
    text: str  # with the comments and blank lines before it

    @property
    def defines(self) -> bool:
        return isinstance(self.node, _DEFINITIONS)

    @property
    def given(self) -> bool:
        return _CLOSING not in self.text

    @property
    def introduction(self) -> bool:
        return isinstance(self.node, ast.Expr) and isinstance(self.node.value, ast.Constant)

    @property
    def section(self) -> bool:
        return any(line.startswith(_SECTION) for line in self.text.splitlines())

    @property
    def name(self) -> str:
        match self.node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                return name
            case ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
                return name
        return ""


def _groups(text: str, file: str) -> list[list[_Statement]]:
    groups: list[list[_Statement]] = []
    for statement in _statements(text, file):
        if groups and _belongs(statement, groups[-1]):
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return groups


def _belongs(statement: _Statement, group: list[_Statement]) -> bool:
    """Whether a statement goes into the cell of those before it."""
    if group[0].introduction or statement.section:
        return False
    defined = any(s.defines for s in group)
    if all(s.given for s in group):
        return statement.given or not defined  # imports go with the first thing that needs them
    return not (defined or statement.defines or isinstance(statement.node, ast.If))


def _statements(text: str, file: str) -> Iterator[_Statement]:
    lines = text.splitlines(keepends=True)
    try:
        nodes = ast.parse(text).body
    except SyntaxError as error:
        raise KitError(f"solutions: {file}:{error.lineno} has a syntax error: {error.msg}") from None
    begin = 0
    for node, following in zip(nodes, [*nodes[1:], None], strict=True):
        end = node.end_lineno or 0
        last = following.lineno - 1 if following else len(lines)
        while end < last and lines[end].strip():
            end += 1  # the closing mark of a region stands right below its last line
        end = end if following else len(lines)
        while end < len(lines) and not lines[end].strip():
            end += 1
        yield _Statement(node, "".join(lines[begin:end]))
        begin = end


def _part(file: str, group: list[_Statement]) -> Part:
    text = "".join(statement.text for statement in group)
    stem = Path(file).stem
    if group[0].introduction:
        return Part(f"{stem}-introduction", file, "text", text, text)
    name = next((s.name for s in group if s.name), "start")
    if all(statement.given for statement in group):
        return Part(f"{stem}-{name}", file, "given", text, text)
    return _work(f"{stem}-{name}", file, text)


def _work(name: str, file: str, text: str) -> Part:
    marked = stubs.rewrite(text, file, _marked)
    return Part(name, file, "work", _NEIGHBOURS.sub("", marked), stubs.make_stub(text, file))


def _marked(solution: str, indent: str) -> str:
    return f"{indent}{BEGIN}\n{solution}{indent}{END}"


# --- written answers ---------------------------------------------------------------------------


def _written_parts(text: str, lesson: Lesson) -> Iterator[Part]:
    """The introduction, and each question followed by the place of its answer."""
    file = lesson.written_file
    titles = {question.title: question.name for question in lesson.questions}
    begin = 0
    for start, end in stubs.spans(text, file):
        given = text[begin:start]
        heading = given.rindex("#") if "#" in given else 0
        heading = given.rfind("\n", 0, heading) + 1
        title = given[heading:].splitlines()[0].strip("# ") if given else ""
        if title not in titles:
            raise KitError(f"{file}: the answer below {title!r} belongs to no [[question]] of lesson.toml")
        if given[:heading].strip():
            yield Part(f"{Path(file).stem}-introduction", file, "text", given[:heading], given[:heading])
        name = titles[title]
        yield Part(f"question-{name}", file, "given", given[heading:], given[heading:])
        begin = end + len(text[end:]) - len(text[end:].lstrip("\n"))
        yield _work(answer_id(name), file, text[start:begin])
    if text[begin:].strip():
        yield Part(f"{Path(file).stem}-end", file, "text", text[begin:], text[begin:])
