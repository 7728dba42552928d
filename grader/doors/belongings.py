"""What belongs to a student's files: a file that has another name, a module that would not be there.

Graded code has its own files and what comes with Python. So a student's own pytest offers it no more.
"""

import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from grader.box.host import Modules
from grader.model import Lesson

_COPY = r"(?i){0}[ _-]*(\(?\d+\)?|copy|- copy)?(\.py)?(\.txt|\.py)?"


@cache
def beside(lesson: Lesson) -> dict[str, bytes]:
    """What students got beside their files, and need not hand in."""
    paths = (lesson.stubs / name for name in lesson.beside)
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def misplaced(folder: Path, file: str, elsewhere: Sequence[Path]) -> str:
    """Where a missing file may be: `folder` has one of nearly the same name, or it lies `elsewhere`."""
    like = re.compile(_COPY.format(re.escape(file.removesuffix(".py"))))
    found = [p.name for p in sorted(folder.iterdir()) if p.is_file() and like.fullmatch(p.name)]
    if found:
        return f"; there is `{found[0]}`: rename it to {file}"
    others = [place for place in elsewhere if place != folder and (place / file).is_file()]
    return f"; there is one in {others[0].name}/: move it to {folder.name}/" if others else ""


class OnlyTheLibrary:
    """Finds nothing; refuses modules to student code that would not be there when it is graded."""

    def __init__(self, modules: Modules) -> None:
        self.modules = modules

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> None:
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and top not in self.modules.names and self._asks():
            raise ModuleNotFoundError(f"No module named {top!r}", name=top)

    def _asks(self) -> bool:
        """Whether it is student code that imports."""
        frame = sys._getframe(2)
        while frame.f_back is not None and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        return frame.f_globals.get("__loader__") is self.modules
