"""The standard library in memory, so that a box can import from it and open no file.

Modules written in C are loaded before the mother is locked in. Of all other modules the compiled code is kept
as bytes, and a box makes a module from it when student code imports it. Some modules are left out: those that
draw windows, talk to a terminal or a network, test Python itself, or would open files of the machine.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import Any

_LEFT_OUT = {
    "config", "curses", "dbm", "distutils", "ensurepip", "idlelib", "lib-dynload", "lib2to3", "pydoc_data",
    "site-packages", "dist-packages", "sqlite3", "test", "tests", "tkinter", "turtledemo", "venv",
    "__phello__", "__pycache__",
}  # fmt: skip
_LEFT_OUT_IN_C = (
    "_test", "_xx", "xx", "_ctypes_test", "_curses", "_dbm", "_gdbm", "_hashlib", "_multiprocessing",
    "_posixshmem", "_sqlite3", "_ssl", "_tkinter", "_uuid", "nis", "ossaudiodev", "readline", "spwd",
    "_interp", "_remote_debugging",
)  # fmt: skip
# Imported before boxes are forked: what students use often, and what the host needs once it is locked in.
_AT_ONCE = (
    "abc", "ast", "bisect", "collections", "contextlib", "copy", "ctypes", "dataclasses", "datetime",
    "decimal",
    "enum", "fractions", "functools", "heapq", "io", "itertools", "json", "linecache", "math", "numbers",
    "operator", "pprint", "random", "re", "statistics", "string", "textwrap", "time", "traceback", "types",
    "typing", "warnings", "encodings.latin_1", "encodings.utf_8_sig", "encodings.ascii",
)  # fmt: skip


class Library:
    """Finds modules of the standard library by their code in memory."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[bytes, str]] = {}  # name → marshalled code, path of its source

    def load(self) -> None:
        """Read the library. From here on nothing is looked for on disk."""
        root = os.path.dirname(os.__file__)
        for folder in (f for f in sys.path if os.path.basename(f) == "lib-dynload"):
            for name in sorted(_in_c(folder)):
                _try(name)
        for name, path in _sources(root):
            self._code[name] = _compiled(path), path
        for name in _AT_ONCE:
            importlib.import_module(name)
        kept = [finder for finder in sys.meta_path if finder is not importlib.machinery.PathFinder]
        sys.meta_path[:] = [*kept, self]
        sys.path.clear()
        sys.path_hooks.clear()
        sys.path_importer_cache.clear()

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name not in self._code:
            return None
        source = self._code[name][1]
        package = os.path.basename(source) == "__init__.py"
        return importlib.machinery.ModuleSpec(name, self, origin=source, is_package=package)  # type: ignore[arg-type]

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        code, path = self._code[module.__name__]
        module.__file__ = path
        exec(marshal.loads(code), module.__dict__)


def _in_c(folder: str) -> Iterator[str]:
    for file in os.listdir(folder):
        name = file.partition(".")[0]
        if file.endswith(tuple(importlib.machinery.EXTENSION_SUFFIXES)) and not name.startswith(
            _LEFT_OUT_IN_C
        ):
            yield name


def _try(name: str) -> None:
    try:
        importlib.import_module(name)
    except ImportError:  # the library it was made for is not on this machine; then no student has it either
        pass


def _sources(root: str) -> Iterator[tuple[str, str]]:
    """Name and path of each module written in Python."""
    for folder, inside, files in os.walk(root):
        inside[:] = sorted(f for f in inside if f not in _LEFT_OUT and not f.startswith("config-"))
        for file in sorted(f for f in files if f.endswith(".py")):
            path = os.path.join(folder, file)
            name = os.path.relpath(path, root)[:-3].replace(os.sep, ".").removesuffix(".__init__")
            yield name, path


def _compiled(path: str) -> bytes:
    """The compiled code of a source file; from the compiled file beside it, if that is up to date."""
    try:
        with open(importlib.util.cache_from_source(path), "rb") as file:
            data = file.read()
        status = os.stat(path)
        due = [0, int(status.st_mtime) & 0xFFFF_FFFF, status.st_size & 0xFFFF_FFFF]
        found = [int.from_bytes(data[at : at + 4], "little") for at in (4, 8, 12)]
        if data[:4] == importlib.util.MAGIC_NUMBER and found == due:
            return data[16:]
    except OSError:
        pass
    with open(path, "rb") as file:
        return marshal.dumps(compile(file.read(), path, "exec", dont_inherit=True))
