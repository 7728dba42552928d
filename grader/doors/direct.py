"""The direct door: the student's real modules, in the student's own pytest."""

import importlib
import os
import sys
from pathlib import Path
from typing import Any

from grader.box.constants import Constants, WithFunctions
from grader.box.host import Modules
from grader.box.source import outline
from grader.box.trace import Trace
from grader.box.wire import simplified
from grader.doors.imports import explain_import_error, unimportable
from grader.doors.outline import Outline
from grader.model import Lesson
from grader.student import Place, Stopped


class DirectDoor:
    """Loads modules from `folder`, anew for every check; siblings import each other as usual."""

    def __init__(self, lesson: Lesson, folder: Path) -> None:
        self.lesson = lesson
        self.folder = folder.resolve()
        self._modules = Modules(str(self.folder))
        self._unimportable: dict[str, Stopped] = {}
        self._constants: dict[str, Constants] = {}

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check of `exercise` starts. It waits when an exercise that it needs is not done."""
        if working:
            names = " and ".join(f"`{name}`" for name in working)
            raise Stopped("waiting", f"waiting for {names}")
        self._modules.forget()
        # First in line, before the doors of other lessons, whose files may have the same names.
        others = [finder for finder in sys.meta_path if finder is not self._modules]
        sys.meta_path[:] = [self._modules, *others]

    def module(self, name: str) -> Any:
        """The student's module, imported at most once a check; its constants, if they were read already."""
        if known := self._constants.get(name):
            functions = self.lesson.functions_in(f"{name}.py")
            return WithFunctions(known, functions, lambda: self._functions_of(name))
        return self._imported(name)

    def _functions_of(self, name: str) -> Any:
        """What holds the functions of a module whose constants were read already."""
        return self._imported(name)

    def _imported(self, name: str) -> Any:
        if name in self._unimportable:
            raise self._unimportable[name]
        if not (self.folder / f"{name}.py").exists():
            missing = Stopped("failed", f"{name}.py is missing")
            raise unimportable(f"{name}.py", missing)
        try:
            return importlib.import_module(name)
        except Stopped as stop:
            self._unimportable[name] = unimportable(f"{name}.py", stop)
            raise self._unimportable[name] from None
        except (Exception, SystemExit) as error:
            raise self._failed_import(name, error) from error

    def constants(self, name: str) -> Constants:
        """The constants of the student's module, which is imported once for all checks."""
        if name not in self._constants:
            module = self._imported(name)
            read = lambda key: simplified(getattr(module, key))  # noqa: E731  a def would say no more
            self._constants[name] = Constants(name, read, self.trace)
        return self._constants[name]

    def trace(self) -> Trace:
        """Where looks at constants are written down: nowhere."""
        return Trace()

    def _failed_import(self, name: str, error: BaseException) -> Stopped:
        if isinstance(error, NotImplementedError):
            return Stopped("todo", f"{name}.py is not filled in yet", self.place(error))
        kinds = [c.__name__ for c in type(error).__mro__]
        message = str(error).replace(f"{self.folder}{os.sep}", "")
        return explain_import_error(name, kinds, message, self.place(error))

    def define(self, source: str, name: str) -> Any:
        """What `source`, a text of the suite, calls `name`: a function or a class to hand to student code."""
        return self._modules.define(source, name)

    def text(self, name: str) -> str:
        """The content of a file that is not code."""
        try:
            return (self.folder / name).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            raise Stopped("failed", f"{name} is missing") from None

    def place(self, error: BaseException) -> Place | None:
        """The innermost line of the student's files that an exception came through."""
        found = None
        trace = error.__traceback__
        while trace is not None:
            path = Path(trace.tb_frame.f_code.co_filename)
            if path.parent == self.folder:
                found = Place(path.name, trace.tb_lineno, trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.filename and Path(error.filename).parent == self.folder:
            found = Place(Path(error.filename).name, error.lineno or 1, "<module>")
        return found

    def outline(self, file: str) -> Outline:
        """What stands where in a file; empty where that cannot be told."""
        try:
            return Outline.of(outline((self.folder / file).read_bytes()))
        except (OSError, SyntaxError, ValueError, RecursionError):
            return Outline()

    def output(self) -> str:
        """Prints are pytest's business here."""
        return ""

    def example(self) -> str:
        """Real objects leave no trace; see `grader.doors.replay`."""
        return ""

    def new_example(self) -> None:
        """Nothing is written down here."""
