"""Inside the box: loads the student's modules and answers requests about them.

Runs in a fork of `mother`, and needs only the standard library and `wire`; the files come through a pipe. It
decides nothing: it reports what the student's objects say, and the trusted side judges. `doors.replay` uses
the same `Host` inside a student's own pytest, to replay a failing example.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import os
import sys
import time

from grader.box import wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    import types
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

FOLDER = "/submission"  # where student code in a box seems to lie; there is no such folder
clock = time.perf_counter  # the real clock, taken before `world` gives student code another one
_OURS = {"__tracebackhide__": True}  # for pytest: it shows no line of a function with this global
SLOW = 0.01  # seconds; a module whose import takes longer is kept for the next check if nothing has changed


class _NoWorld:
    """Takes the place of `world` outside a box, where clocks and chance are left alone."""

    def restart(self) -> None: ...
    def state(self) -> None: ...
    def restore(self, state: Any) -> None: ...


# What a box has and a replay has not; `mother` sets them. `world` starts anew with each check, `remember`
# makes a snapshot that shows whether modules have changed, `sources` reads files as texts, `put`
# puts working versions in the place of a student's, `answers` reads a file that cannot be run as a whole.
world: Any = _NoWorld()
remember: Callable[[Iterable[str]], Any] | None = None
sources: Any = None  # the module `source`
put: Any = None  # see `standing_in`
answers: Any = None  # see `piecewise`


class Modules:
    """Imports the student's modules from `folder`: anew after each `forget`, but compiled only once.

    `files` holds the content of each file by name; without it, they are read from the folder.
    `replaced` maps a module name to source text that takes the place of the student's file. `patches` maps it
    to {source text of a working version: space-separated names that it gives to the student's module, or ""
    for all that it defines}.
    """

    def __init__(self, folder: str, files: Mapping[str, bytes] | None = None) -> None:
        self.folder = folder
        self.files = files
        self.names: set[str] = set()
        self.replaced: dict[str, str] = {}
        self.patches: Mapping[str, Mapping[str, str]] = {}
        self.untouched = True  # whether nothing but imports has happened since `forget`
        self._kept: tuple[Any, dict[str, Any]] | None = None  # a snapshot; name → the world after its import
        self._code: dict[tuple[str, str | None], types.CodeType] = {}

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name not in self.names and name not in self.replaced:
            return None
        # No base class of importlib.abc is needed, and importing that takes as long as all the rest here.
        origin = os.path.join(self.folder, f"{name}.py")
        return importlib.machinery.ModuleSpec(name, self, origin=origin)  # type: ignore[arg-type]

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        name = module.__name__
        module.__file__ = os.path.join(self.folder, f"{name}.py")
        module.__dict__.update(_OURS if name in self.replaced else {})
        exec(self._compiled(name, self.replaced.get(name)), module.__dict__)
        for text, names in self.patches.get(name, {}).items():
            working: dict[str, Any] = {"__name__": name, **_OURS}  # no name of the student's can change it
            exec(self._compiled(name, text), working)
            put(working, names.split(), module.__dict__)

    def _compiled(self, name: str, text: str | None) -> types.CodeType:
        key, file = (name, text), f"{name}.py"
        if key not in self._code:
            path = os.path.join(self.folder, file) if text is None else f"<working {name}>"
            source = self.content(file) if text is None else text
            self._code[key] = compile(source, path, "exec", dont_inherit=True)
        return self._code[key]

    def define(self, source: str, name: str) -> Any:
        """What `source`, a text of a suite, calls `name`; it knows no name of the student's modules.

        Form feeds, which mean nothing to Python, divide a text into parts. Each part is compiled once.
        """
        defined: dict[str, Any] = {"__name__": "given"}
        for part in source.split("\f"):
            exec(self._compiled("given", part), defined)
        return defined[name]

    def stand_in(self, replaced: dict[str, str], patches: Mapping[str, Mapping[str, str]]) -> None:
        """From now on these working versions stand in. Modules that were loaded with others are not kept."""
        if (replaced, patches) != (self.replaced, self.patches):
            self._kept = None
        self.replaced, self.patches = replaced, patches

    def content(self, file: str) -> bytes:
        """The bytes of one file."""
        if self.files is not None:
            return self.files[file]
        with open(os.path.join(self.folder, file), "rb") as opened:
            return opened.read()

    def get_source(self, name: str) -> str | None:
        """The text of a module, for tracebacks that student code prints."""
        return self.content(f"{name}.py").decode("utf-8", "replace") if name in self.names else None

    def forget(self) -> None:
        """The next import of each module runs its source again, unless a snapshot shows that nothing changed.

        A module of the same name from another folder, another lesson's say, is forgotten as well.
        """
        self.untouched = True
        if self._kept is not None and self._kept[0].unchanged():
            for name in self.names - self._kept[0].modules.keys():
                sys.modules.pop(name, None)
            return
        self._kept = None
        earlier = self.names
        listed: Iterable[str] = os.listdir(self.folder) if self.files is None else self.files
        self.names = {n[:-3] for n in listed if n.endswith(".py")}
        for name in (*earlier, *self.names, *self.replaced):
            sys.modules.pop(name, None)

    def load(self, name: str) -> types.ModuleType:
        """The module `name`, imported if it is not yet."""
        if self._kept is not None and name in self._kept[1]:
            world.restore(self._kept[1][name])
            return sys.modules[name]
        began = clock()
        module = importlib.import_module(name)
        if clock() - began > SLOW and self.untouched and remember is not None:
            earlier = self._kept[1] if self._kept is not None else {}
            self._kept = remember(self.names), {**earlier, name: world.state()}
        return module


_UNTOUCHING = ("import", "constants", "outline", "fresh")
_mro = type.__dict__["__mro__"].__get__
_name = type.__dict__["__name__"].__get__


class Host:
    """Answers requests about the objects it holds. Every answer is a frame of `wire`."""

    def __init__(self, folder: str, files: Mapping[str, bytes] | None = None) -> None:
        self.folder = folder
        self.modules = Modules(folder, files)
        self.objects: dict[int, Any] = {}
        self.last_handle = 0

    def answer(self, frame: list[Any]) -> list[Any]:
        """The answer to one request frame; what student code raises is part of it."""
        return [frame[0], *self._answer(*frame[1:])]

    def answers(self, frame: list[Any]) -> list[Any]:
        """The answers to the requests of several checks in one frame; each check begins with `fresh`."""
        number, _, fresh, *checks = frame
        found = [[self._answer(op, a) for op, a in (("fresh", fresh), *requests)] for requests in checks]
        return [number, "ok", found]

    def _answer(self, op: str, arguments: list[Any]) -> list[Any]:
        self.modules.untouched &= op in _UNTOUCHING
        try:
            value = getattr(self, f"do_{op}")(*self._values(arguments))
            if type(value) not in wire.PLAIN:
                return ["ok", ["h", self.handle_for(value)]]
            return ["ok", wire.encode(value, self.handle_for)]
        except wire.WireError as error:
            return ["raised", ["OverflowError"], f"your code gave back {error}", []]
        except BaseException as error:
            return ["raised", *self.described(error)]

    def _values(self, arguments: list[Any]) -> list[Any]:
        """What the wire's form of a list holds. Most of it is a handle, or plain, or arguments of a call."""
        held = self.objects
        return [
            form if type(form) is not list else held[form[1]] if form[0] == "h" else self._collection(form)
            for form in arguments[1:]
        ]

    def _collection(self, form: list[Any]) -> Any:
        if form[0] == "t":
            return tuple(self._values(form))
        return {} if form == ["d"] else wire.decode(form, self.objects.__getitem__)

    def handle_for(self, value: Any) -> int:
        self.last_handle += 1
        self.objects[self.last_handle] = value
        return self.last_handle

    def described(self, error: BaseException) -> list[Any]:
        # Read without calling methods of the error or its class, because student code may have written them.
        names = [_name(c)[:200] for c in _mro(type(error))[:20]]
        try:
            # The folder may differ from machine to machine, and messages should not.
            message = str.replace(str(error), f"{self.folder}{os.sep}", "")[:2000]
        except BaseException:
            message = ""
        return [names, str.encode(message, "utf-8", "backslashreplace").decode(), self.places(error)]

    def places(self, error: BaseException) -> list[list[Any]]:
        """Where the error passed through files of the student, outermost first."""
        found: list[list[Any]] = []
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            if os.path.dirname(code.co_filename) == self.folder:
                found.append([os.path.basename(code.co_filename), trace.tb_lineno, code.co_name[:200]])
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.filename and error.lineno:
            name, files = os.path.basename(str(error.filename)), self.modules.files
            column = error.offset if files is None else sources.column(files.get(name, b""), error)
            found.append([name, int(error.lineno), "<module>", int(column or 0)])
        return found[-20:]

    # --- the requests --------------------------------------------------------------------------

    def do_fresh(self, replaced: dict[str, str], patches: dict[str, dict[str, str]]) -> None:
        """Forget every object and module. For `replaced` and `patches` see `Modules`."""
        self.objects.clear()
        self.last_handle = 0
        self.modules.stand_in(dict(replaced), patches)
        self.modules.forget()
        world.restart()

    def do_import(self, name: str) -> Any:
        return self.modules.load(name)

    def do_constants(self, name: str) -> dict[str, Any]:
        """All that a module defines under public names, see `wire.simplified`."""
        return wire.public(vars(self.modules.load(name)))

    def do_answers(self, name: str) -> list[Any]:
        """The same of a module that cannot be imported, as far as it can be read, and a row for each loss."""
        found, lost = answers(self.modules.content(f"{name}.py"), os.path.join(self.folder, f"{name}.py"))
        return [wire.public(found), lost]

    def do_define(self, source: str, name: str) -> Any:
        return self.modules.define(source, name)

    def do_get(self, target: Any, name: str) -> Any:
        return getattr(target, name)

    def do_set(self, target: Any, name: str, value: Any) -> None:
        setattr(target, name, value)

    def do_call(self, target: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        return target(*arguments, **named)

    def do_op(self, name: str, *operands: Any) -> Any:
        return wire.OPERATORS[name](*operands)

    def do_outline(self, file: str, wholes: bool) -> Any:
        return sources.outline(self.modules.content(file), wholes)


# --- the process in the box ------------------------------------------------------------------------


def serve(requests: int, answers: int, limit: int) -> None:
    """Take the files of a submission down the pipe `requests`, then answer until it closes.

    The first line says which files come, as [[name, size], …]; then come their bytes. No answer is longer
    than `limit` bytes.
    """
    send(answers, wire.dump_line(["ready", "ok", None]))
    with open(requests, "rb", closefd=False) as lines:
        files = {name: lines.read(size) for name, size in wire.parse_line(lines.readline())}
        host = Host(FOLDER, files)
        sys.meta_path.insert(0, host.modules)
        for line in lines:
            frame = wire.parse_own(line)
            answer = host.answers(frame) if frame[1] == "ahead" else host.answer(frame)
            send(answers, wire.fitting(answer, limit))


def send(answers: int, line: bytes) -> None:
    """Write one answer, after everything that was printed before it."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # student code may have closed or replaced them
        pass
    while line:
        line = line[os.write(answers, line) :]
