"""Do the checks of a lesson notice every small change to a right solution?

    python -m tests.grader.mutants [LESSON …]   all mutants; exit code 1 when one survives unexplained
    python -m tests.grader.mutants --list …     only say what they are

A mutant is the solution with one thing changed in a function that students write. It is killed when a
check of that function's own exercise fails on it. One that no fair check can tell from the solution is
listed in `tests/<lesson>/equivalent.toml`, with the reason.
"""

import ast
import difflib
import os
import resource
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from grader.lesson import catalog
from grader.model import Lesson

ROOT = Path(__file__).parents[2]
WARM = get_context("forkserver")
WARM.set_forkserver_preload(["pytest", "hypothesis", "grader.checks"])  # slow to import, so only once
SECONDS, MEMORY = 30, 2 << 30  # of one run; a mutant may loop, or grow without end


@dataclass(frozen=True)
class Mutant:
    """A solution file with one change. `before` and `after` are the lines that differ."""

    exercise: str
    file: str
    function: str
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.file}, {self.function}\n    - {self.before}\n    + {self.after}"


# --- making them -------------------------------------------------------------------------------


def mutants(lesson: Lesson) -> list[Mutant]:
    """All mutants of the solutions, each source once, in the order of the exercises."""
    found = {m.source: m for exercise in written(lesson) for m in _of_exercise(lesson, exercise)}
    return list(found.values())


def written(lesson: Lesson) -> list[str]:
    """The exercises in which students write functions."""
    return [
        e.name for e in lesson.exercises if not e.given and _functions(lesson, e.name, _tree(lesson, e.file))
    ]


def equivalent(lesson: Lesson) -> Mapping[tuple[str, str], str]:
    """(line before, line after) → why no check could tell, or why none should."""
    listed = tomllib.loads((lesson.suite / "equivalent.toml").read_text(encoding="utf-8"))
    return {(one["before"], one["after"]): one["because"] for one in listed.get("mutant", [])}


def _tree(lesson: Lesson, file: str) -> ast.Module:
    return ast.parse((lesson.solutions / file).read_text(encoding="utf-8"))


def _functions(lesson: Lesson, exercise: str, tree: ast.Module) -> list[ast.FunctionDef]:
    names = lesson.exercise(exercise).defines
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name in names]


def _of_exercise(lesson: Lesson, exercise: str) -> Iterator[Mutant]:
    file = lesson.exercise(exercise).file
    tree = _tree(lesson, file)
    original = ast.unparse(tree)
    functions = _functions(lesson, exercise, tree)
    for function in functions:
        for old in list(ast.walk(function)):
            for new in _changes(old, _names_in(function)):
                source = _with(tree, old, new)
                if source != original:
                    yield Mutant(exercise, file, function.name, *_difference(original, source), source)


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def _with(tree: ast.Module, old: ast.AST, new: ast.AST) -> str:
    """The source of `tree` with `new` in the place of `old`; the tree is as before afterwards."""
    _Replace(old, new).visit(tree)
    source = ast.unparse(tree)
    _Replace(new, old).visit(tree)
    return source


def _difference(original: str, mutated: str) -> tuple[str, str]:
    lines = list(difflib.ndiff(original.splitlines(), mutated.splitlines()))
    before, after = (" ⏎ ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return before, after


def _names_in(function: ast.FunctionDef) -> list[str]:
    names = [n.arg for n in ast.walk(function) if isinstance(n, ast.arg)]
    names += [n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    return list(dict.fromkeys(names))


# --- what is changed ---------------------------------------------------------------------------

_OTHER_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Pow: (ast.Mult, ast.Add),
}
_OTHER_ATTRIBUTES = {"data": "grad", "grad": "data", "_prev": "_op"}


def _changes(node: ast.AST, names: list[str]) -> Iterator[ast.AST]:
    """Nodes that could stand in the place of `node`: slips a person might make."""
    match node:
        case ast.BinOp(left, op, right):
            yield from (ast.BinOp(left, other(), right) for other in _OTHER_OPERATORS.get(type(op), ()))
            yield from (left, right)
            if isinstance(op, ast.Sub | ast.Pow):
                yield ast.BinOp(right, op, left)
        case ast.AugAssign(target, op, value):
            yield from (ast.AugAssign(target, other(), value) for other in _OTHER_OPERATORS.get(type(op), ()))
            yield ast.Assign([target], value, lineno=0)
            yield ast.Pass()
        case ast.Constant(value) if type(value) in (int, float):
            yield from (ast.Constant(n) for n in (0, value + 1, value - 1, -value, value * 2) if n != value)
        case ast.Compare(left, [ast.In() | ast.NotIn() as op], [right]):
            yield ast.Compare(left, [ast.In() if isinstance(op, ast.NotIn) else ast.NotIn()], [right])
        case ast.If(test, body):
            yield from (ast.If(ast.Constant(sure), body, []) for sure in (True, False))
        case ast.IfExp(test, body, orelse):
            yield from (ast.IfExp(test, orelse, body), body, orelse)
        case ast.Name(name, ast.Load()) if name in names:
            yield from (ast.Name(other, ast.Load()) for other in names if other != name)
        case ast.Attribute(value, attribute, context) if attribute in _OTHER_ATTRIBUTES:
            yield ast.Attribute(value, _OTHER_ATTRIBUTES[attribute], context)
        case ast.Attribute(value, _, ast.Load()):
            yield value
        case _:
            yield from _changed_structure(node)


def _changed_structure(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call(function, arguments, []) if arguments:
            yield from (ast.Call(function, rest, []) for rest in _rearranged(arguments))
            if len(arguments) == 1:
                yield arguments[0]
        case ast.Tuple(items, ast.Load()):
            yield from (ast.Tuple(rest, ast.Load()) for rest in _rearranged(items))
        case ast.Expr(ast.Constant()):
            pass  # a docstring
        case (
            ast.Return() | ast.Assign() | ast.Expr() | ast.For() | ast.FunctionDef(name="_backward" | "visit")
        ):
            yield ast.Pass()


def _rearranged(items: list[ast.expr]) -> Iterator[list[ast.expr]]:
    """The items with neighbours swapped, and with one left out."""
    for k in range(len(items)):
        yield items[:k] + items[k + 1 :]
        if k:
            yield [*items[: k - 1], items[k], items[k - 1], *items[k + 1 :]]


# --- trying them -------------------------------------------------------------------------------


def is_noticed(lesson: Lesson, exercise: str, file: str, source: str) -> bool:
    """Whether a check of `exercise` fails when the solution's `file` has this `source`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, lesson.name)
        shutil.copytree(lesson.solutions, copy, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / file).write_text(source, encoding="utf-8")
        run = WARM.Process(target=_run_suite, args=(lesson.name, exercise, folder))
        run.start()
        run.join()
        return run.exitcode != 0


def _run_suite(lesson: str, exercise: str, folder: str) -> None:
    """In a process of its own: run one suite quietly, and end with pytest's exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.chdir(ROOT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    suite = f"tests/{lesson}/test_{exercise}.py"
    os._exit(pytest.main(["-x", "--timeout=2", "-p", "no:cacheprovider", f"--submission={folder}", suite]))


def is_killed(lesson: Lesson, mutant: Mutant) -> bool:
    """Whether the suite of the mutant's own exercise fails on it."""
    return is_noticed(lesson, mutant.exercise, mutant.file, mutant.source)


def main(arguments: list[str]) -> int:
    """Make the mutants, run the suites on each, and tell; the worst exit code of the lessons named."""
    names = [a for a in arguments if a != "--list"] or catalog.lesson_names(ROOT)
    return max(_of_lesson(catalog.load(ROOT, name), only_list="--list" in arguments) for name in names)


def _of_lesson(lesson: Lesson, *, only_list: bool) -> int:
    made = mutants(lesson)
    print(f"{lesson.name}: {len(made)} mutants", flush=True)
    if only_list:
        print(*made, sep="\n")
        return 0
    for exercise in written(lesson):
        file = lesson.exercise(exercise).file
        if is_noticed(lesson, exercise, file, (lesson.solutions / file).read_text(encoding="utf-8")):
            print(f"The checks of {exercise} fail on the solution itself: run pytest --submission solutions")
            return 2
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        killed = list(pool.map(partial(is_killed, lesson), made))
    survivors = [m for m, dead in zip(made, killed, strict=True) if not dead]
    return _tell(survivors, len(made), equivalent(lesson))


def _tell(survivors: list[Mutant], total: int, excuses: Mapping[tuple[str, str], str]) -> int:
    excused = [m for m in survivors if (m.before, m.after) in excuses]
    unexplained = [m for m in survivors if m not in excused]
    for mutant in excused:
        print(f"equivalent: {mutant}\n    because {excuses[mutant.before, mutant.after]}")
    for mutant in unexplained:
        print(f"SURVIVED: {mutant}")
    print(
        f"{total} mutants: {total - len(survivors)} killed, {len(excused)} equivalent, "
        f"{len(unexplained)} survived unexplained"
    )
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
