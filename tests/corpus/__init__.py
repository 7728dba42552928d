"""Wrong and right submissions in the styles of many people: what the kit must judge fairly and name rightly.

A member is a folder `<lesson>/wrong/<name>/` or `<lesson>/right/<name>/`. It holds what differs from the
solutions: a whole file (engine.py), a module of the student's own, or one exercise (square.py, train.py: the
function; by_hand.py: some of the constants), which takes the place of the solution's. What should come out is
in `<lesson>/corpus.toml`, and it is the same if the engine keeps a Value's children in a list or a set.
`python -m tests.corpus` grades them all.
"""

import ast
import hashlib
import textwrap
import tomllib
from dataclasses import dataclass
from pathlib import Path

from grader.model import Lesson, Student, Submission

CORPUS = Path(__file__).parent
KEPT = "self._prev = {}(children)"  # how an engine keeps the children of a Value
KINDS = ("tuple", "list", "set")
FIRST = "first_loop"


@dataclass(frozen=True)
class Member:
    """One submission. `expected`: exercise that loses points → slug of its diagnosis, or "none"."""

    name: str
    folder: Path
    expected: dict[str, str]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its children are kept in: one thing, where that cannot matter.

        For a wrong `square` the adequacy gate tries them all; here one is enough.
        """
        matters = {"backward.py"} if self.folder.parent.name == "wrong" else {"square.py", "backward.py"}
        return KINDS if {p.name for p in self.folder.iterdir()} & matters else KINDS[:1]


def lessons():
    """The lessons that have a corpus."""
    return sorted(path.parent.name for path in CORPUS.glob("*/corpus.toml"))


def _expectations(lesson):
    return tomllib.loads((CORPUS / lesson / "corpus.toml").read_text(encoding="utf-8"))


def expected_names(lesson=FIRST):
    """Every name in corpus.toml."""
    return {name for slugs in _expectations(lesson).values() for name in slugs}


def members(kind, lesson=FIRST):
    """All members of one kind, "wrong" or "right", by name."""
    table = _expectations(lesson)
    return [
        Member(p.name, p, {exercise: slugs[p.name] for exercise, slugs in table.items() if p.name in slugs})
        for p in sorted((CORPUS / lesson / kind).iterdir())
        if p.is_dir() and p.name[0].isalpha()
    ]


def submission(lesson: Lesson, member: Member, kind: str = KINDS[0]) -> Submission:
    """What the student of this member hands in; the solution's engine keeps children in a `kind`."""
    files = {name: (lesson.solutions / name).read_bytes() for name in lesson.files}
    for part in sorted(member.folder.iterdir()):
        exercise = next((e for e in lesson.exercises if f"{e.name}.py" == part.name), None)
        if exercise is None or _is_whole(part, files.get(part.name)):
            files[part.name] = part.read_bytes()
        else:
            files[exercise.file] = spliced(files[exercise.file].decode(), part.read_text()).encode()
    engine = files["engine.py"].decode().replace(KEPT.format(KINDS[0]), KEPT.format(kind))
    files["engine.py"] = engine.encode()
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
    return Submission(Student(member.name, member.name), files, f"sha256:{digest}")


def _is_whole(part: Path, right: bytes | None) -> bool:
    """Whether a file defines all that the right file of its name does, or is no Python."""
    try:
        return right is not None and _defined(part.read_bytes()) >= _defined(right)
    except SyntaxError:
        return True


def _defined(source):
    return {name for node in _definitions(ast.parse(source)) for name in _names(node)}


def spliced(text: str, part: str) -> str:
    """`text` with the functions and constants that `part` defines in place of its own."""
    lines = text.splitlines(keepends=True)
    old = {name: node for node in _definitions(ast.parse(text)) for name in _names(node)}
    statements = ast.parse(part).body
    places = [old[name] for new in statements for name in _names(new) if name in old]
    if all(isinstance(place, ast.Assign) for place in places):
        return text + "\n\n" + part  # constants: what is said last counts
    place = places[0]
    lines[place.lineno - 1 : place.end_lineno] = textwrap.indent(part, " " * place.col_offset)
    return "".join(lines)


def _definitions(tree):
    for node in tree.body:
        yield from node.body if isinstance(node, ast.ClassDef) else [node]


def _names(node):
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [node.name] if isinstance(node, ast.FunctionDef) else []


# --- what came out -------------------------------------------------------------------------------


def rows(member, grade):
    """(exercise, expected, named) for each exercise of a member that is wrong, or was taken to be."""
    named = {e.name: e.diagnosis.slug if e.diagnosis else "none" for e in grade.exercises}
    lost = {e.name for e in grade.exercises if e.points < e.max_points}
    return [
        (e, member.expected.get(e, "right"), named[e]) for e in named if e in lost or e in member.expected
    ]


def problems(member, grade):
    """Where points were lost that should not have been, or kept."""
    if grade.status != "graded":
        return [f"{member.name}: not graded, because {grade.reason}"]
    lost = {e.name for e in grade.exercises if e.points < e.max_points}
    differing = sorted(lost ^ member.expected.keys())
    return [f"{member.name}: {name} {'lost' if name in lost else 'kept'} its points" for name in differing]


def table(rows):
    """The confusion table: rightly named, left unnamed, wrongly named, for each exercise."""
    lines = [f"{'exercise':<14} {'wrong':>5} {'named':>6} {'silent':>7} {'misnamed':>9}"]
    for exercise in dict.fromkeys(row[0] for row in rows):
        own = [(expected, named) for name, expected, named in rows if name == exercise]
        right = sum(expected == named for expected, named in own)
        silent = sum(named == "none" != expected for expected, named in own)
        lines.append(f"{exercise:<14} {len(own):>5} {right:>6} {silent:>7} {len(own) - right - silent:>9}")
    confused = [f"  {exercise}: {a} was called {b}" for exercise, a, b in rows if a != b]
    return "\n".join([*lines, *confused])
