"""Starts `host.py` locked down, talks to it under limits, and kills it.

A box is one process that has seen nothing but the interpreter's library and one student's files. Two pipes
carry the protocol, a third what the student's code prints. Whatever goes wrong inside raises `Stopped` with
the status that the running check gets; only a box that cannot be *started* is our fault.
"""

import math
import os
import re
import secrets
import select
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from grader import lock, wire
from grader.errors import UnconfinedError, UngradedError
from grader.folder import PrivateFolder
from grader.model import Limits
from grader.student import Place, Stopped

HOST = Path(__file__).with_name("host.py")
WIRE = Path(__file__).with_name("wire.py")
START_SECONDS = 20.0  # wall-clock; a start takes about 0.02 s, a loaded machine gets patience
KEPT_OUTPUT = 4_000  # characters of the end of what was printed
_WHERE = re.compile(r'File "([^"\n]{1,300})", line (\d{1,7}) in ([^\n]{1,100})')


class Process(Protocol):
    """What a box needs of the process it runs in: sandlock's, or subprocess's when unconfined."""

    stdin: Any
    stdout: Any
    stderr: Any
    pid: Any

    def kill(self) -> None: ...
    def wait(self, timeout: float | None = None) -> Any: ...


def missing_protections() -> list[str]:
    """What this machine lacks to lock student code in; empty when it can."""
    if not lock.supported():
        return [f"system call filters for this platform ({sys.platform})"]
    try:
        import sandlock
    except ImportError:
        return ["the package sandlock (pip install 'learning-loop[grader]')"]
    version, needed = sandlock.landlock_abi_version(), sandlock.min_landlock_abi()
    if version < needed:
        found = f"version {version}" if version > 0 else "none"
        return [f"Landlock version {needed} or newer in the kernel (Linux 6.12); found {found}"]
    return []


def require_confinement() -> None:
    """UnconfinedError when student code cannot be locked in on this machine."""
    missing = missing_protections()
    if missing:
        raise UnconfinedError(
            f"student code cannot be locked in on this machine; missing: {'; '.join(missing)}",
            "grade on Linux 6.12 or newer, or accept the risk with --allow-unconfined: "
            "reports then say `advisory`",
        )


def _readable(folder: str) -> list[str]:
    """The files and folders that a box may read: the interpreter, its library, the two files, `folder`."""
    multiarch = sysconfig.get_config_var("MULTIARCH")
    shared = [f"/lib/{multiarch}", f"/usr/lib/{multiarch}"] if multiarch else ["/lib", "/usr/lib"]
    own = [str(p) for p in Path(sys.base_prefix, "lib").glob("libpython*")]
    paths = [*shared, "/lib64", "/usr/lib64", _library(), *own, _interpreter(), str(HOST), str(WIRE), folder]
    return [p for p in paths if Path(p).exists()]


def _unreadable() -> list[str]:
    """Inside of what may be read: installed packages, among which a kit with its solutions may be."""
    paths = [Path(_library(), name) for name in ("site-packages", "dist-packages")]
    return [str(p) for p in paths if p.exists()]


def _library() -> str:
    return sysconfig.get_path("stdlib")


def _interpreter() -> str:
    return os.path.realpath(sys.executable)


def _last_words(ended: Any) -> str:
    """What to say of a process that ended of itself; `ended` is sandlock's result or an exit code."""
    number = getattr(ended, "signal", None) or -getattr(ended, "exit_code", ended or 0)
    if number <= 0:
        return "your code ended the whole Python process (with exit, or os._exit)"
    if number == signal.SIGKILL:
        return "your code ran out of memory or time, or cut its own connection, so its process was ended"
    name = signal.Signals(number).name
    return f"your code crashed Python itself ({name}); recursion without an end can do that"


class Box:
    """One student's files in one locked process. Use as a context manager; `ask` may raise `Stopped`."""

    def __init__(
        self,
        files: Mapping[str, bytes],
        limits: Limits,
        *,
        confined: bool = True,
        deadline: float = math.inf,
    ) -> None:
        """`deadline`, on the clock `time.monotonic`, ends every check that is still running then."""
        self.limits = limits
        self.deadline = deadline
        self.files = frozenset(files)
        self._private = PrivateFolder(files)
        self.folder = self._private.path
        self.process: Process | None = None
        try:
            self.process = self._start(confined)
            self._connect()
        except BaseException:
            self.close()
            raise

    def _start(self, confined: bool) -> Process:
        program = lock.program().hex() if confined else ""
        cpu_seconds = int(self.limits.submission_seconds) + 2
        numbers = (cpu_seconds, self.limits.memory, self.limits.answer)
        arguments = [str(HOST), self.folder, program, *map(str, numbers)]
        command = [_interpreter(), "-I", "-S", "-B", *arguments]
        return self._start_locked(command) if confined else self._start_open(command)

    def _start_locked(self, command: list[str]) -> Process:
        import sandlock

        sandbox = sandlock.Sandbox(
            fs_readable=_readable(self.folder),
            fs_denied=_unreadable(),
            name=f"box-{secrets.token_hex(6)}",  # shows as the host's name; no two at a time may share one
            cwd=self.folder,
            clean_env=True,
            max_open_files=32,
            no_coredump=True,
        )
        pipe = sandlock.StdioMode.PIPED
        try:
            process: Process = sandbox.popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        except (RuntimeError, sandlock.SandlockError) as error:
            raise UngradedError(f"the box could not be started: {error}") from error
        return process

    def _start_open(self, command: list[str]) -> Process:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            cwd=self.folder,
            env={},
            start_new_session=True,
        )

    def _connect(self) -> None:
        assert self.process is not None
        self.requests = self.process.stdin.fileno()
        self.answers = self.process.stdout.fileno()
        self.output = self.process.stderr.fileno()
        self.pid = self.process.pid
        for descriptor in (self.requests, self.answers, self.output):
            os.set_blocking(descriptor, False)
        self.poll = select.poll()
        self.poll.register(self.answers, select.POLLIN)
        self.poll.register(self.output, select.POLLIN)
        self.received = b""
        self.printed = bytearray()
        self.printed_total = 0
        self._await_ready()
        self.begin_check(self.limits.check_seconds, START_SECONDS)

    def _await_ready(self) -> None:
        self.begin_check(START_SECONDS, START_SECONDS)
        try:
            frame = wire.parse_line(self._line())
        except (Stopped, wire.WireError) as error:
            said = self.take_output()[-500:]
            raise UngradedError(f"the box did not start: {said or error}") from None
        if frame != ["ready", "ok", None]:
            raise UngradedError("the box did not start as it should")

    # --- the conversation ----------------------------------------------------------------------

    def begin_check(self, cpu_seconds: float, wall_seconds: float) -> None:
        """From now on a check may use this much more CPU and wall-clock time, and `limits.calls` calls."""
        self.seconds = cpu_seconds, wall_seconds
        self.cpu_limit = self._cpu_now() + cpu_seconds
        self.wall_limit = time.monotonic() + wall_seconds
        self.calls_left = self.limits.calls

    def ask(self, op: str, arguments: list[Any], dropped: list[int]) -> list[Any]:
        """The answer frame to one request, checked for shape. Raises `Stopped` when there is none."""
        self.calls_left -= 1
        if self.calls_left < 0:
            raise Stopped("failed", f"this check called your code more than {self.limits.calls} times")
        number = secrets.token_hex(8)
        self._send(wire.dump_line([number, op, arguments, dropped]))
        try:
            frame = wire.parse_line(self._line())
        except wire.WireError as error:
            raise self._broke(f"its answer was {error}") from None
        if frame[:1] != [number]:
            raise self._broke("it answered a question that was not asked")
        if self.received:
            raise self._broke("it answered one question twice")
        return frame

    def _send(self, line: bytes) -> None:
        while line:
            try:
                line = line[os.write(self.requests, line) :]
            except BlockingIOError:  # a pipe that nobody empties: its limits end that
                self._wait()
            except OSError:
                raise self._died() from None

    def _line(self) -> bytes:
        while True:
            end = self.received.find(b"\n")
            if end >= 0:
                line, self.received = self.received[:end], self.received[end + 1 :]
                return line
            if len(self.received) > self.limits.answer:
                raise self._broke(f"an answer was larger than {self.limits.answer // 1024} KiB")
            self._wait()

    def _wait(self) -> None:
        """Take in what has arrived; give up when the check has used up its time, whatever arrives."""
        for descriptor, _ in self.poll.poll(20):
            if descriptor == self.output:
                self._drain()
            elif data := self._read(self.answers):
                self.received += data
            else:
                raise self._died()
        self._check_time()

    def _check_time(self) -> None:
        now, (cpu, wall) = time.monotonic(), self.seconds
        if now > self.deadline:
            total = f"the {self.limits.submission_seconds:g} seconds that a whole submission may take"
            raise self._hung(f"had used up {total}")
        if self._cpu_now() > self.cpu_limit:
            raise self._hung(f"ran for more than {cpu:g} seconds without coming to an end")
        if now > self.wall_limit:
            raise self._hung(f"waited for {wall:g} seconds (asleep, or for something that never came)")

    def _read(self, descriptor: int) -> bytes:
        try:
            return os.read(descriptor, 1 << 16)
        except OSError:
            return b""

    def _drain(self) -> None:
        data = self._read(self.output)
        if not data:
            self.poll.unregister(self.output)
            return
        self.printed_total += len(data)
        self.printed += data
        del self.printed[: -4 * KEPT_OUTPUT]
        if self.printed_total > self.limits.output:
            self.close()
            much = f"your code printed more than {self.limits.output >> 20} MB"
            raise Stopped("crashed", f"{much}; is there a print in an endless loop?")

    def take_output(self) -> str:
        """The end of what was printed since the last call: hostile text."""
        for _ in range(4):  # a pipe holds less than that; whoever goes on printing is not waited for
            if self.output in dict(self.poll.poll(0)):
                self._drain()
        text = bytes(self.printed[-KEPT_OUTPUT:]).decode("utf-8", "backslashreplace")
        self.printed.clear()
        return text

    # --- how it ends ---------------------------------------------------------------------------

    def _cpu_now(self) -> float:
        """CPU seconds that the process has used; 0 where the platform cannot tell."""
        if not sys.platform.startswith("linux"):
            return 0.0
        try:
            return time.clock_gettime((~self.pid << 3) | 2)  # the kernel's clock of another process
        except OSError:
            return 0.0

    def _hung(self, what: str) -> Stopped:
        place = self._where()
        self.close()
        return Stopped("timed_out", f"your code {what}, so it was stopped", place)

    def _where(self) -> Place | None:
        """Ask the interpreter's fault handler, which needs no help of the code that hangs."""
        try:
            self.take_output()
            os.kill(self.pid, signal.SIGUSR1)
            time.sleep(0.02)
            found = _WHERE.findall(self.take_output())
        except (OSError, ValueError):
            return None
        own = (Place(Path(f).name, int(n), w) for f, n, w in found if Path(f).parent == Path(self.folder))
        return next((place for place in own if place.file in self.files), None)

    def _died(self) -> Stopped:
        return Stopped("crashed", _last_words(self.close()))

    def _broke(self, what: str) -> Stopped:
        self.close()
        return Stopped("invalid", f"the submission interfered with grading: {what}")

    @property
    def alive(self) -> bool:
        return self.process is not None

    def close(self) -> Any:
        """Kill the process and everything it started; remove its folder. May be called twice.

        Returns how the process ended, as its `wait` tells it.
        """
        process, self.process = self.process, None
        ended = None
        if process is not None:
            process.kill()
            ended = process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                pipe.close()
        self._private.remove()
        return ended

    def __enter__(self) -> "Box":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
