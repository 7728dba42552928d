"""The direct door: the student's real modules, in the student's own pytest."""

import importlib
import os
import sys
from functools import cached_property
from pathlib import Path
from types import FrameType
from typing import Any

from grader.box import host, standing_in
from grader.box.constants import Constants, WithFunctions, of_values
from grader.box.discretion import Discretion
from grader.box.host import Modules
from grader.box.piecewise import answers
from grader.box.source import outline
from grader.box.trace import Trace
from grader.box.wire import simplified
from grader.doors.belongings import OnlyTheLibrary, misplaced
from grader.doors.handed_out import Patches, over
from grader.doors.imports import explain_import_error, line_at, still_to_do, unimportable
from grader.doors.outline import Outline
from grader.doors.places import innermost, ours_took_part
from grader.doors.unread import unread
from grader.doors.working import Working, at_hand, waiting_for, working_versions
from grader.model import Lesson
from grader.student import Place, Stopped, StudentError, student_error

host.put = standing_in.put  # in a box `mother` does that
_PYTEST = "pytest: reading from stdin"  # what input() raises while pytest keeps prints


class DirectDoor:
    """Loads modules from `folder`, anew for every check; siblings import each other as usual."""

    def __init__(self, lesson: Lesson, folder: Path) -> None:
        self.lesson = lesson
        self.folder = folder.resolve()
        self._modules = Modules(str(self.folder))
        self._only = OnlyTheLibrary(self._modules)
        self._unimportable: dict[str, Stopped] = {}
        self._failed: set[str] = set()  # modules that could not be imported when they were asked for
        self._constants: dict[str, Constants] = {}
        self.working = Working()
        self.put_back: Patches = {}  # given parts that modules have as they were handed out, for a trial

    @cached_property
    def discretion(self) -> Discretion:
        """What may be shown of a check with a working version."""
        own = (path for path in self.folder.iterdir() if path.suffix in (".py", ".md") and path.is_file())
        return Discretion({path.name: path.read_bytes() for path in own})

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check of `exercise` starts, with working versions of the exercises `working`.

        Where there are none it waits for these.
        """
        if working and not at_hand(self.lesson):
            raise waiting_for(working)
        self.working = working_versions(self.lesson, exercise, working)
        for name in self._modules.replaced:  # there need not be a file that tells the next `forget` of it
            sys.modules.pop(name, None)
        kept = {path.stem for path in self.folder.glob("*.py")} - self._failed
        whole, patches = self.working.over(kept)
        self._modules.stand_in(whole, over(patches, self.put_back))
        self._modules.forget()
        # First in line, before the doors of other lessons, whose files may have the same names.
        own = self._modules, self._only
        others = [finder for finder in sys.meta_path if finder not in own]
        sys.meta_path[:] = [*own, *others]

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
        if name not in self.working.replaced:
            if name in self._unimportable:
                raise self._unimportable[name]
            if not (self.folder / f"{name}.py").exists():
                where = misplaced(self.folder, f"{name}.py", (self.folder.parent, Path.cwd()))
                missing = Stopped("failed", f"{name}.py is missing{where}")
                raise unimportable(f"{name}.py", missing)
        try:
            return importlib.import_module(name)
        except Stopped as stop:
            self._failed.add(name)
            self._unimportable[name] = unimportable(f"{name}.py", stop)
            raise self._unimportable[name] from None
        except (Exception, SystemExit) as error:
            self._failed.add(name)
            raise self._failed_import(name, error) from error

    def constants(self, name: str) -> Constants:
        """The constants of the student's module, which is imported once for all checks."""
        if name not in self._constants:
            try:
                module = self._imported(name)
                read = lambda key: simplified(getattr(module, key))  # noqa: E731  a def would say no more
                self._constants[name] = Constants(name, read, self.trace)
            except Stopped as stop:
                self._constants[name] = self._piecewise(name, stop)
        return self._constants[name]

    def _piecewise(self, name: str, stop: Stopped) -> Constants:
        """What can be read of a file that cannot be imported; raises `stop` where that is nothing."""
        file = f"{name}.py"
        if stop.status != "failed" or stop.unimportable != file or not (self.folder / file).is_file():
            raise stop
        try:
            found, lost = answers((self.folder / file).read_bytes(), str(self.folder / file))
        except (Exception, SystemExit):
            raise stop from None
        public = {key: simplified(value) for key, value in found.items() if not key.startswith("_")}
        if not public:
            raise stop
        return of_values(name, public, self.trace, unread(file, public, lost))

    def trace(self) -> Trace:
        """A new trace that nobody reads: reads of constants are not written down here."""
        return Trace()

    def _failed_import(self, name: str, error: BaseException) -> Stopped:
        if isinstance(error, NotImplementedError):
            return still_to_do(name, self.place(error))
        kinds = [c.__name__ for c in type(error).__mro__]
        message = self._message(error)
        place = self.place(error)
        line = line_at(place, self.text) if isinstance(error, SyntaxError) else ""
        return explain_import_error(name, kinds, message, place, line, self.lesson)

    def define(self, source: str, name: str) -> Any:
        """What `source`, a text of the suite, calls `name`: a function or a class to hand to student code."""
        return self._modules.define(source, name)

    def text(self, name: str) -> str:
        """The content of a file that is not code."""
        try:
            return (self.folder / name).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            raise Stopped("failed", f"{name} is missing") from None

    def _message(self, error: BaseException) -> str:
        """The text of an error, without the folder; empty where a working version may have written it."""
        message = str(error).replace(f"{self.folder}{os.sep}", "")
        open_words = not self.working or message.startswith(_PYTEST) or self.discretion.is_own(message)
        return message if open_words else ""

    def told(self, error: BaseException) -> BaseException:
        """`error` as a student may read it: what came out of a working version, as if out of a box."""
        place = self.place(error)
        if isinstance(error, Stopped) or not self.working or (place is None and not ours_took_part(error)):
            return error
        names = [kind.__name__ for kind in type(error).__mro__]
        told = student_error(names, self._message(error), (place,) if place is not None else ())
        self.discretion.error(told)
        return told

    def place(self, error: BaseException) -> Place | None:
        """The innermost line of the student's files that an exception came through."""
        if isinstance(error, StudentError):
            return next(reversed(error.places), None)
        if isinstance(error, SyntaxError) and error.filename and Path(error.filename).parent == self.folder:
            return Place(Path(error.filename).name, error.lineno or 1, "<module>", error.offset or 0)
        return innermost(error, self._place_of)

    def _place_of(self, frame: FrameType, line: int) -> Place | None:
        path = Path(frame.f_code.co_filename)
        return Place(path.name, line, frame.f_code.co_name) if path.parent == self.folder else None

    def outline(self, file: str) -> Outline:
        """What stands where in a file; empty if it cannot be read or parsed."""
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
