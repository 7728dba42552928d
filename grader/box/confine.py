"""Processes for boxes: locked in, or not locked in where somebody has allowed that.

A worker has one mother process (see `mother`), which has loaded nothing of the kit but a few files of this
room. On request the mother forks a box, and ends it again. A mother that died or does not answer is replaced.
"""

import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.box import lock
from grader.errors import UnconfinedError, UngradedError
from grader.model import Limits

LANDLOCK = 3  # the version needed, Linux 6.2: earlier versions do not stop code from truncating files
MOTHER = Path(__file__).with_name("mother.py")
START_SECONDS = 20.0  # a mother takes about 0.3 s to be ready, a box 0.005 s; a loaded machine gets patience
# What later versions of Landlock block as well. The list of system calls blocks all of it too, so on an older
# kernel one of the two locks is missing, but not both.
_LATER = {4: ("TCP",), 5: ("device commands",), 6: ("signals to other processes", "abstract Unix sockets")}
_TRIES = 2
# The kernel itself ends a box that uses this many times a submission's seconds: the last resort, if the
# clock on this side fails.
_CPU_FACTOR = 20


def missing_protections() -> list[str]:
    """What this machine lacks to lock student code in; empty when it can."""
    if not lock.supported():
        return [f"system call filters for this platform ({sys.platform})"]
    version = lock.landlock_version()
    if version < LANDLOCK:
        found = f"version {version}" if version > 0 else "none"
        return [f"Landlock version {LANDLOCK} or newer in the kernel (Linux 6.2); found {found}"]
    return []


def single_protections() -> list[str]:
    """What only one of the two locks blocks on this kernel; empty from Linux 6.12 on."""
    if missing_protections():
        return []
    version = lock.landlock_version()
    return [what for needed, those in _LATER.items() if version < needed for what in those]


def require_confinement() -> None:
    """UnconfinedError when student code cannot be locked in on this machine."""
    missing = missing_protections()
    if missing:
        raise UnconfinedError(
            f"student code cannot be locked in on this machine; missing: {'; '.join(missing)}",
            "grade on Linux 6.2 or newer, or accept the risk with --allow-unconfined: "
            "reports then say `advisory`",
        )


@dataclass(frozen=True, slots=True)
class Process:
    """A box's process, and our ends of its pipes, as descriptors."""

    mother: "Mother"
    pid: int
    requests: int
    answers: int
    output: int

    def ended(self) -> int | None:
        """How it ended: an exit code, or a signal's number below 0. None while it runs."""
        return self.mother.told({"poll": self.pid})

    def rest(self) -> None:
        """Stop it until `wake`. A box that is gone by then is found to be gone when it is asked next."""
        self.mother.told({"rest": self.pid})

    def wake(self) -> None:
        """Let it go on."""
        self.mother.told({"wake": self.pid})

    def end(self) -> int | None:
        """Kill it, wait until it is gone, let go of the pipes. Returns how it ended; None if nobody knows."""
        try:
            return self.mother.told({"end": self.pid})
        finally:
            for pipe in (self.requests, self.answers, self.output):
                os.close(pipe)


class Mother:
    """The mother process, which forks boxes. `alive` says whether it still runs."""

    def __init__(self, *, confined: bool) -> None:
        self._locks = [lock.landlock_rules().hex(), lock.program().hex()] if confined else ["", ""]
        self._turn = threading.Lock()
        self._control, other = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        with other:
            self._process = subprocess.Popen(
                [os.path.realpath(sys.executable), "-S", "-s", "-P", "-B", str(MOTHER), *self._locks],
                stdin=other.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                cwd="/" if confined else tempfile.gettempdir(),
                env={"PYTHONHASHSEED": "0", "TZ": "UTC"},  # a set of texts has one order, in every box
                start_new_session=True,
            )
        self.alive = True
        atexit.register(self.close)
        try:
            if self._line() != b"ready\n":
                raise OSError("it did not say that it is ready")
        except OSError as error:
            said = self.close() or str(error)
            raise UngradedError(f"the process that starts boxes did not start: {said}") from None

    def fork(self, limits: Limits) -> Process:
        """A new box. OSError when the mother cannot make one."""
        (requests, write), (read, answers), (printed, output) = os.pipe(), os.pipe(), os.pipe()
        hers, ours = (requests, answers, output), (write, read, printed)
        asked = {
            "cpu": int(limits.submission_seconds * _CPU_FACTOR),
            "memory": limits.memory,
            "answer": limits.answer,
        }
        try:
            answer = self._ask({"fork": asked}, hers)
            if "pid" not in answer:
                raise OSError(answer.get("error", "no box could be made"))
        except BaseException:
            for pipe in ours:
                os.close(pipe)
            raise
        finally:
            for pipe in hers:
                os.close(pipe)
        return Process(self, answer["pid"], *ours)

    def told(self, question: dict[str, int]) -> int | None:
        """How a box ended. None while it runs, and also when the mother is gone, and the box with it."""
        try:
            found = self._ask(question).get("ended")
        except OSError:
            return None
        return int(found) if found is not None else None

    def _ask(self, question: dict[str, Any], descriptors: tuple[int, ...] = ()) -> dict[str, Any]:
        with self._turn:
            try:
                line = f"{json.dumps(question)}\n".encode()
                socket.send_fds(self._control, [line], descriptors)
                answer = json.loads(self._line())
            except (OSError, ValueError) as error:
                self.close()
                raise OSError(f"the process that starts boxes is gone ({error})") from None
        return answer  # type: ignore[no-any-return]

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            data = self._control.recv(4096)
            if not data:
                raise OSError("it closed its socket")
            line += data
        return line

    def close(self) -> str:
        """End the mother and all its boxes. May be called twice. Returns the end of its error output."""
        self.alive = False
        atexit.unregister(self.close)
        self._control.close()
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        said = self._process.stderr
        if said is None or said.closed:
            return ""
        with said:
            return said.read()[-500:].decode("utf-8", "replace")


_mothers: dict[bool, Mother] = {}
_asking = threading.Lock()


def start(limits: Limits, *, confined: bool) -> Process:
    """A process that serves boxes (see `host.serve`). UngradedError when there can be none."""
    for _ in range(_TRIES):
        try:
            return _mother(confined).fork(limits)
        except OSError as error:
            reason = str(error)
    raise UngradedError(f"the box could not be started: {reason}")


def _mother(confined: bool) -> Mother:
    """The mother of this worker's boxes; a new one where the last one is gone."""
    with _asking:
        known = _mothers.get(confined)
        if known is None or not known.alive:
            known = _mothers[confined] = Mother(confined=confined)
        return known


def last_words(ended: int) -> str:
    """What to say about a process that ended by itself, with this exit code or (below 0) signal."""
    if ended >= 0:
        return "your code ended the whole Python process (with exit, or os._exit)"
    if ended == -signal.SIGKILL:
        return "your code ran out of memory or time, or cut its own connection, so its process was ended"
    hint = "; recursion without an end can do that" if ended == -signal.SIGSEGV else ""
    return f"your code crashed Python itself ({signal.Signals(-ended).name}){hint}"
