"""The parts of a package's modules that some names of it need: statements, each with what it needs in turn.

The package is that of a lesson's wrong models. Its probes go to students, and the models beside them do not.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from symtable import symtable

Name = tuple[str, str]  # (module of the package, name in it)


@dataclass
class _Module:
    """One module: which statements bind a name, and which of them are kept."""

    path: Path
    package: str
    kept: set[int] = field(default_factory=set)

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def body(self) -> list[ast.stmt]:
        return ast.parse(self.text).body

    @cached_property
    def binding(self) -> dict[str, list[int]]:
        """Name → the top-level statements that bind it, or something of it."""
        found: dict[str, list[int]] = {}
        for number, statement in enumerate(self.body):
            for name in _bound(statement):
                found.setdefault(name, []).append(number)
        return found

    @cached_property
    def beside(self) -> dict[str, Name]:
        """Name → what of the package it is: a module, ("by_hand", ""), or a name in one."""
        found = {}
        for node in self.body:
            if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{self.package}."):
                inside = (node.module or "")[len(self.package) + 1 :]
                for alias in node.names:
                    place = (inside, alias.name) if inside else (alias.name, "")
                    found[alias.asname or alias.name] = place
        return found

    def needs(self, name: str) -> Iterator[Name]:
        """Keep what binds `name`, and everything in this module behind it; what it needs of other modules."""
        waiting = [name]
        while waiting:
            for number in self.binding.get(waiting.pop(), ()):
                if number not in self.kept:
                    self.kept.add(number)
                    statement = self.body[number]
                    if not isinstance(statement, ast.Import | ast.ImportFrom):
                        used = _free(statement)
                        waiting += used
                        yield from self._outside(statement, used)

    def _outside(self, statement: ast.stmt, used: Iterable[str]) -> Iterator[Name]:
        for name in used:
            module, inside = self.beside.get(name, ("", ""))
            if inside:
                yield module, inside
            elif module:
                attributes = (n for n in ast.walk(statement) if isinstance(n, ast.Attribute))
                yield from ((module, n.attr) for n in attributes if getattr(n.value, "id", "") == name)

    def shaken(self) -> str:
        """The text of what is kept; of an import only the names that are used."""
        kept = (self.body[number] for number in self.kept)
        used = {
            name for each in kept if not isinstance(each, ast.Import | ast.ImportFrom) for name in _free(each)
        }
        parts = [self._written(self.body[number], used) for number in sorted(self.kept)]
        docstring = ast.get_docstring(ast.parse(self.text))
        opening = [f'"""{docstring}"""'] if docstring else []
        return "\n\n".join([*opening, *filter(None, parts)]) + "\n"

    def _written(self, statement: ast.stmt, used: set[str]) -> str:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            names = [alias for alias in statement.names if _called(alias) in used]
            statement.names = names
            return ast.unparse(statement) if names else ""
        first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
        return "\n".join(self.text.split("\n")[first - 1 : statement.end_lineno])


def shaken(folder: Path, package: str, roots: Iterable[Name]) -> dict[str, str]:
    """Module → text, for each module of the package in `folder` of which the `roots` need something."""
    modules: dict[str, _Module] = {}
    waiting = [*roots]
    while waiting:
        module, name = waiting.pop()
        if module not in modules:
            modules[module] = _Module(folder / f"{module}.py", package)
        waiting += modules[module].needs(name)
    return {name: module.shaken() for name, module in sorted(modules.items()) if module.kept}


def _bound(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement binds; `f.answers = …` is a part of what `f` is."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        yield from map(_called, statement.names)
    elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            yield from (node.id for node in ast.walk(target) if isinstance(node, ast.Name))


def _free(statement: ast.stmt) -> set[str]:
    """The names of the module that a statement reads; a parameter may have the same name as one."""
    waiting, found = [symtable(ast.unparse(statement), "a module", "exec")], set[str]()
    while waiting:
        scope = waiting.pop()
        waiting += scope.get_children()
        outside = scope.get_type() == "module"
        found |= {s.get_name() for s in scope.get_symbols() if s.is_global() or outside}
    return found


def _called(alias: ast.alias) -> str:
    return (alias.asname or alias.name).partition(".")[0]
