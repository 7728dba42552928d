"""What stands where in a student's file. The file is parsed here, where student code runs.

`grader.doors.outline` reads the result. `mother` loads this module into every box, so it imports nothing
of ours.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MAX_ROWS = 2_000  # of an outline, so that it fits into one answer


def outline(source: bytes, wholes: bool = True) -> list[list[Any]]:
    """What stands where in a file: [kind, name, first line, last line] each, by line.

    Kinds: `function` and `constant` are what a file defines. `literal` is a number or a short text. `call` is
    a function that is called, `argument` a name that is an argument of the call. `operator` is named as in
    `ast`. `store` and `name` are an attribute that is set or read; there is also a row with its owner, as in
    "self.grad". `loop`, `lambda` and `return` have no name. `whole` is a function, or what a class gives a
    name to, with a number that is the same for the same code: "0123abcd Value.__add__". That takes long, and
    is left out without `wholes`.
    """
    import ast  # costs a few milliseconds, and few submissions need it
    from zlib import crc32

    tree = ast.parse(source)
    found: list[Any] = [["constant", name, node] for node in tree.body for name in _assigned(ast, node)]
    found += [[kind, name, node] for node in ast.walk(tree) for kind, name in _named(ast, node)]
    found += [
        ["whole", f"{crc32(_meaning(ast, node).encode()):08x} {name}", node]
        for name, node in (_wholes(ast, tree) if wholes else ())
    ]
    rows = [[kind, name[:60], node.lineno, node.end_lineno] for kind, name, node in found]
    return sorted(rows, key=lambda row: row[2])[:MAX_ROWS]


def column(source: bytes, error: SyntaxError) -> int | None:
    """Where in its line a syntax error of this file is, from 1; None where that is not certain.

    Python counts letters in a text. In bytes it counts bytes, unless it can open the file and look.
    """
    try:
        compile(str(source, "utf-8-sig"), "", "exec", dont_inherit=True)
    except SyntaxError as again:
        return again.offset if again.lineno == error.lineno else None
    except (ValueError, MemoryError, RecursionError):
        pass
    return None


def _assigned(ast: Any, node: Any) -> list[str]:
    """The names that a statement gives a value to."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _wholes(ast: Any, tree: Any) -> list[tuple[str, Any]]:
    """The functions of a file, and what stands in its classes, by name."""
    functions = [(node.name, node) for node in tree.body if isinstance(node, ast.FunctionDef)]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    methods = [
        (f"{each.name}.{name}", node)
        for each in classes
        for node in each.body
        for name in ([node.name] if isinstance(node, ast.FunctionDef) else _assigned(ast, node))
    ]
    return functions + methods


def _meaning(ast: Any, node: Any) -> str:
    """A statement without places and comments; a function without its docstring."""
    if not isinstance(node, ast.FunctionDef):
        return str(ast.dump(node))
    says = isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant)
    return "\n".join(map(ast.dump, [node.args, *node.body[says:]]))


def _named(ast: Any, node: Any) -> list[tuple[str, str]]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [("function", node.name)]
        case ast.Attribute():
            kind = "store" if isinstance(node.ctx, ast.Store) else "name"
            owner = [f"{node.value.id}.{node.attr}"] if isinstance(node.value, ast.Name) else []
            return [(kind, name) for name in (node.attr, *owner)]
        case ast.Call(func=ast.Name() | ast.Attribute()):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            arguments = [("argument", a.id) for a in node.args if isinstance(a, ast.Name)]
            return [("call", called), *arguments]
        case ast.BinOp() | ast.AugAssign():
            return [("operator", type(node.op).__name__)]
        case ast.For() | ast.While() | ast.ListComp() | ast.GeneratorExp():
            return [("loop", "")]
        case ast.Lambda():
            return [("lambda", "")]
        case ast.Return():
            return [("return", "")]
        case ast.Constant() if type(node.value) in (int, float, str) and len(str(node.value)) < 20:
            return [("literal", repr(node.value))]
    return []
