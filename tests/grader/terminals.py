"""A program in a real pseudo-terminal: what it writes, what state it leaves the terminal in, how it ends."""

import contextlib
import fcntl
import os
import pty
import select
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 60.0  # seconds for the program to write what a test waits for


class Terminal:
    """Starts `command` in `folder`, in a terminal of its own. As a context, it is killed at the end."""

    def __init__(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str], columns: int = 80
    ) -> None:
        self._seen = ""
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            usual = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
            os.execvpe(command[0], command, {**usual, "TERM": "xterm", **environment})
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self._end)

    def until(self, text: str) -> str:
        """What was written up to and including `text`, since this was asked last."""
        end = time.monotonic() + PATIENCE
        while text not in self._seen:
            assert time.monotonic() < end, f"{text!r} was never written after {self._seen!r}"
            if select.select([self._end], [], [], 0.5)[0]:
                self._seen += self._read()
        found, text, self._seen = self._seen.partition(text)
        return found + text

    def _read(self) -> str:
        try:
            return os.read(self._end, 1 << 16).decode()
        except OSError:
            raise AssertionError(f"the program has ended after {self._seen!r}") from None

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    @property
    def usual(self) -> bool:
        """Whether the terminal shows what is typed, and hands it on line by line."""
        state = termios.tcgetattr(self._end)
        return bool(state[3] & termios.ECHO) and bool(state[3] & termios.ICANON)

    def ended(self) -> int:
        """The exit code, once the program ends."""
        end = time.monotonic() + PATIENCE
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            assert time.monotonic() < end, "the program does not end"
            if select.select([self._end], [], [], 0.1)[0]:  # who does not read keeps it from ending
                with contextlib.suppress(AssertionError):
                    self._seen += self._read()
