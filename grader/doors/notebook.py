"""The notebook's door: the names of a notebook are the modules of the lesson."""

import contextlib
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from itertools import accumulate
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

from grader.box import wire
from grader.box.constants import Constants
from grader.box.host import Host, Modules
from grader.box.remote import Conversation
from grader.box.source import outline
from grader.box.standing_in import put, take_back
from grader.box.wire import simplified
from grader.doors.handed_out import Patches, over
from grader.doors.outline import Outline
from grader.doors.places import At, at_work, innermost
from grader.doors.working import Working, waiting_for, working_versions
from grader.model import Lesson
from grader.student import Place, Stopped, Todo

_IMPORT = re.compile(r"^from \w+ import .+\n", re.MULTILINE)


class UnrunError(Todo, AttributeError):
    """A name that the notebook does not have: its cell was not run, or is not written."""


class _Names(ModuleType):
    """A module of the lesson, whose names are those of the notebook."""

    def __init__(self, name: str, namespace: Mapping[str, Any]) -> None:
        super().__init__(name)
        self.__dict__["_namespace"] = namespace

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["_namespace"][name]
        except KeyError:
            raise UnrunError(f"`{name}` is not there yet: run its cell first") from None


class NotebookDoor:
    """Reaches the student's work in a namespace, and puts working versions there while a check needs them."""

    def __init__(self, lesson: Lesson, namespace: MutableMapping[str, Any], kit: Lesson | None) -> None:
        self.lesson = lesson
        self.namespace = namespace
        self.kit = kit
        self.put_back: Patches = {}  # given parts that cells have as they were handed out, for a trial
        self._before: list[tuple[Any, str, Any]] = []  # what working versions took the place of
        self._given = Modules("")
        self.outside: CodeType | None = None  # what calls the checks; beyond it, no cell is being checked
        for file in lesson.files:
            if file.endswith(".py"):  # `from engine import Value` finds the notebook's own Value
                sys.modules[Path(file).stem] = _Names(Path(file).stem, namespace)

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check of `exercise` starts. Without working versions it waits for what it needs."""
        self.restore()
        if working and self.kit is None:
            raise waiting_for(working)
        versions = working_versions(self.kit, exercise, working) if self.kit is not None else Working()
        for module, source in versions.replaced.items():
            self._replace(module, source)
        for module, patches in over(versions.patches, self.put_back).items():
            for source, names in patches.items():
                self._replace(module, source, names.split())

    def _replace(self, module: str, source: str, names: Iterable[str] = ()) -> None:
        """Put these names of a working version into the notebook; without names all that it defines."""
        defined: dict[str, Any] = {"__name__": module}
        exec(compile(source, f"<working {module}>", "exec", dont_inherit=True), defined)
        self._before += put(defined, names, self.namespace)

    def restore(self) -> None:
        """Take the working versions out again."""
        take_back(self._before)

    def module(self, name: str) -> ModuleType:
        """The notebook, by the name of one of the lesson's files."""
        return sys.modules[name]

    def constants(self, name: str) -> Constants:
        """The notebook's constants, by the name of one of the lesson's files."""
        module = self.module(name)
        return Constants(name, lambda key: simplified(getattr(module, key)))

    def define(self, source: str, name: str) -> Any:
        """What `source`, a text of the suite, calls `name`; it is no name of the notebook."""
        return self._given.define(source, name)

    def text(self, name: str) -> str:
        """A kernel does not see the notebook's text."""
        raise Stopped("waiting", f"a person reads {name}")

    def place(self, error: BaseException) -> Place | None:
        """The innermost line of the notebook's cells that an exception came through."""
        return innermost(error, self._place_of)

    def at_work(self, frame: FrameType | None) -> Iterator[At]:
        """The calls of functions in the cells where a check is, without the cell that asked for it."""
        return at_work(frame, self._place_of, self.outside)

    def _place_of(self, frame: FrameType, line: int) -> Place | None:
        return _place(frame, line) if frame.f_globals is self.namespace else None

    def outline(self, file: str) -> Outline:
        """What stands where in the cells that were run, the last version of a thing last."""
        rows: list[list[Any]] = []
        for source, start in zip(self._sources(), self._starts(), strict=True):
            with contextlib.suppress(SyntaxError, ValueError, RecursionError):
                rows += [
                    [kind, name, one + start, end + start]
                    for kind, name, one, end in outline(source.encode())
                ]
        return Outline.of(rows)

    def where(self, line: int) -> str:
        """A line of `outline` as a student finds it: the cell, and the line in it."""
        starts = self._starts()
        cell = bisect_right(starts, line - 1) - 1
        return f"Cell In[{cell}], line {line - starts[cell]}"

    def _sources(self) -> list[str]:
        """The cells that were run, in order; the one with the number 0 is empty."""
        return [*map(str, self.namespace.get("In", ()))]

    def _starts(self) -> list[int]:
        """How many lines are above each cell."""
        lengths = (source.count("\n") + 1 for source in self._sources())
        return [*accumulate(lengths, initial=0)][:-1]

    def output(self) -> str:
        """Prints are kept away from the notebook, because nbgrader would misread them."""
        return ""

    def example(self) -> str:
        """Real objects leave no trace."""
        return ""

    def new_example(self) -> None:
        """Nothing is written down here."""


class _Loaded(Modules):
    """The modules of a host that has the notebook's: they are there, and stay."""

    def load(self, name: str) -> ModuleType:
        return sys.modules[name]


class NotebookReplayDoor(NotebookDoor):
    """The notebook through stand-ins, which write down what a check does. See `grader.doors.replay`."""

    def __init__(self, original: NotebookDoor) -> None:
        super().__init__(original.lesson, original.namespace, original.kit)
        self.outside = original.outside
        self._before = original._before  # it takes them out again
        self.host = Host("")
        self.host.modules = _Loaded("")
        self.conversation = Conversation(self._answer)

    def _answer(self, op: str, arguments: list[Any]) -> list[Any]:
        return self.host.answer(wire.parse_line(wire.dump_line(["0", op, arguments])))

    def module(self, name: str) -> Any:
        """A stand-in for the notebook, by the name of one of the lesson's files."""
        return self.conversation.module(name)

    def constants(self, name: str) -> Constants:
        """The notebook's constants; each that is read is written down."""
        module = sys.modules[name]
        return Constants(name, lambda key: simplified(getattr(module, key)), lambda: self.conversation.trace)

    def define(self, source: str, name: str) -> Any:
        """A stand-in for what the suite defines."""
        return self.conversation.define(source, name)

    def example(self) -> str:
        """What the check did last, as lines to run in a cell, where the lesson's names need no import."""
        return _IMPORT.sub("", self.conversation.trace.render())

    def new_example(self) -> None:
        """The next example of a property begins."""
        self.conversation.trace.clear()


def _place(frame: FrameType, line: int) -> Place:
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    label = shell.compile.format_code_name(frame.f_code.co_filename) if shell else None
    return Place(" ".join(label) if label else "the notebook", line, frame.f_code.co_name)
