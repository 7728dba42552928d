"""Reads a file of answers piece by piece, where it cannot be run as a whole: one bad line costs one answer.

It runs where student code runs. `mother` loads this into every box, so it imports nothing of ours.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast as syntax
    from typing import Any

MOST_LINES = 20  # that are left out before a file is given up
SHOWN = 80  # characters of a line
_ANSWER = re.compile(r"\s*([^\W\d]\w*)\s*=(?!=)")
_ENTRY = re.compile(r"\s+([^:#]+):")
_OPEN = re.compile(r".*[\[({\\]\s*(#.*)?$")  # the line goes on in the next one

Row = list["Any"]  # [name, key in a dict or None, line, kind of error, what Python says, the line itself]


def answers(source: bytes, path: str) -> tuple[dict[str, Any], list[Row]]:
    """What a file defines, and a row for each answer in it that cannot be read.

    Raises SyntaxError or UnicodeDecodeError where it is not safe to say which lines hold the others.
    """
    import ast  # few submissions need it

    lines = source.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    lost: list[Row] = []
    tree, left_out = _parsed(ast, lines)
    values: dict[str, Any] = {"__name__": "answers"}
    for statement in tree.body:
        for row in left_out:
            if row[0] is None and statement.lineno <= row[2] <= (statement.end_lineno or 0):
                row[0] = next(iter(_targets(ast, statement)), None)
        lost += _run(ast, statement, values, path, lines)
    for row in left_out:
        values.pop(row[0] if row[1] is None else "", None)
    return values, [row for row in (*left_out, *lost) if row[0] is not None]


def _parsed(ast: Any, lines: list[str]) -> tuple[syntax.Module, list[Row]]:
    """The syntax of `lines` without those that are no Python; these become empty, and a row each."""
    left_out: list[Row] = []
    for _ in range(MOST_LINES):
        try:
            return ast.parse("\n".join(lines)), left_out
        except SyntaxError as error:
            place = (error.lineno or 0) - 1
            row = _row(ast, lines[place], error) if 0 <= place < len(lines) else None
            if row is None:
                raise
            left_out.append(row)
            lines[place] = ""
    return ast.parse("\n".join(lines)), left_out


def _row(ast: Any, line: str, error: SyntaxError) -> Row | None:
    """What to say of a line that is no Python; None where it is not one answer that ends with it."""
    said = [error.lineno, "SyntaxError", str(error.msg)[:200], _code(line)]
    if _OPEN.match(line):
        return None
    if found := _ANSWER.match(line):
        if _is_python(ast, line):  # then what is wrong stands somewhere else
            return None
        return [found[1], None, *said]
    if found := _ENTRY.match(line):
        try:
            key = ast.literal_eval(found[1])
        except (ValueError, SyntaxError):
            return None
        return [None, key, *said] if type(key) in (int, float, str) else None
    return None


def _is_python(ast: Any, line: str) -> bool:
    try:
        ast.parse(line)
    except SyntaxError:
        return False
    return True


def _run(ast: Any, statement: Any, values: dict[str, Any], path: str, lines: list[str]) -> list[Row]:
    """Run one statement; what it should have defined becomes rows if it fails."""
    try:
        exec(compile(ast.Module([statement], []), path, "exec", dont_inherit=True), values)
        return []
    except Exception as error:
        names = _targets(ast, statement)
        for name in names:
            values.pop(name, None)
        if isinstance(getattr(statement, "value", None), ast.Dict) and len(names) == 1:
            return _entries(ast, names[0], statement.value, values, path, lines)
        return [[name, None, *_said(error, statement, lines)] for name in names]


def _entries(
    ast: Any, name: str, table: Any, values: dict[str, Any], path: str, lines: list[str]
) -> list[Row]:
    """Run a dict entry by entry; what cannot be run becomes rows."""
    found, lost = {}, []
    for key_node, node in zip(table.keys, table.values, strict=True):
        key = None
        try:
            key = ast.literal_eval(key_node)
            found[key] = eval(compile(ast.Expression(node), path, "eval", dont_inherit=True), values)
        except Exception as error:
            lost.append([name, key, *_said(error, node, lines)])
    values[name] = found
    return [row for row in lost if type(row[1]) in (int, float, str)]


def _said(error: Exception, node: Any, lines: list[str]) -> list[Any]:
    kind = type.__dict__["__name__"].__get__(type(error))
    try:
        message = str(error)[:200]
    except Exception:
        message = ""
    return [node.lineno, kind[:SHOWN], message, _code(lines[node.lineno - 1])]


def _code(line: str) -> str:
    """A line as it is shown, without the comment behind it."""
    return re.split(r"\s+#", line)[0].strip()[:SHOWN]


def _targets(ast: Any, statement: Any) -> list[str]:
    """The names that a statement gives a value to."""
    one = [statement.target] if isinstance(statement, ast.AnnAssign | ast.AugAssign) else []
    targets = statement.targets if isinstance(statement, ast.Assign) else one
    return [node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]
