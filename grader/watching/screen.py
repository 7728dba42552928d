"""The terminal of a watching process: its keys, its lines, and its state when all is over.

Each key is read as it is pressed. A run that stops at a breakpoint takes the keyboard, as in any pytest; with
`-s` it has it all the time. Whatever ends the process, the terminal is left as it was found.
"""

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from textwrap import wrap
from types import FrameType
from typing import Any, Protocol

_PLAIN = str.maketrans({"→": "->", "–": "-", "…": "..."})  # for terminals that cannot show them
_CLEAR, _ERASE = "\x1b[H\x1b[2J", "\r\x1b[K"  # the whole screen; the line that the cursor is in
END = "\x04"  # Ctrl-D; also said when there is nobody at the keyboard any more
_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT")  # what may end a process from outside; not all systems have all


def can_clear() -> bool:
    """Whether somebody looks at a screen, which can be made empty."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def clear(writer: Any) -> None:
    """An empty screen. What was on it before `pytest --watch` can still be scrolled to."""
    if can_clear():
        writer.write(_CLEAR, flush=True)


def usual_signals() -> None:
    """In a copy of the watching process: signals do what they do in any pytest."""
    for name in (*_ENDINGS, "SIGTSTP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Screen:
    """What the watching process shows. As a context, it ends by the usual signals in an orderly way."""

    def __init__(self, writer: Any) -> None:
        self.writer = writer  # pytest's own: it knows about colours and widths
        self.keyboard = _keyboard(self._again)
        self._last = ""  # the line that the next one takes the place of

    def __enter__(self) -> "Screen":
        for name in _ENDINGS:
            if number := getattr(signal, name, None):
                signal.signal(number, _end)
        return self

    def __exit__(self, *_: object) -> None:
        self._erase()
        self.release()

    def listen(self, keys: str) -> None:
        """Read keys as they are pressed, and say which there are."""
        if self.keyboard.present:
            self.keyboard.listen()
            self.rest(keys)

    def release(self) -> None:
        """The terminal is as it was found."""
        self.keyboard.release()

    def say(self, text: str, **markup: bool) -> None:
        """A paragraph, as wide as the terminal."""
        self._erase()
        for line in wrap(_shown(text), max(self.writer.fullwidth - 1, 20), break_on_hyphens=False):
            self.writer.line(line, **markup)

    def rest(self, text: str) -> None:
        """A last line, of which the next one takes the place; only where somebody looks at it."""
        self._erase()
        if can_clear():
            self._last = _shown(text)
            self._again()

    def _again(self) -> None:
        """The last line once more, after another program had the terminal."""
        self.writer.write(self._last[: self.writer.fullwidth - 1], light=True, flush=True)

    def _erase(self) -> None:
        if self._last:
            self.writer.write(_ERASE, flush=True)
            self._last = ""


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _shown(text: str) -> str:
    encoding = getattr(sys.stdout, "encoding", "") or "ascii"
    text = text if "utf" in encoding.lower() else text.translate(_PLAIN)
    return text.encode(encoding, "replace").decode(encoding)


# --- keyboards ---------------------------------------------------------------------------------


class Keyboard(Protocol):
    """What keys are pressed on. `present` says whether there is one."""

    present: bool
    shared: bool  # whether keys can be read while a run goes on, but for when it is `lent` to that
    lent: Callable[[], bool]

    def listen(self) -> None:
        """From now on each key is read as it is pressed."""
        ...

    def release(self) -> None:
        """The keyboard is as it was found."""
        ...

    def key(self, seconds: float) -> str:
        """The next key; "" if none is pressed for so long."""
        ...


class NoKeyboard:
    """Input comes from a file or from nowhere, or somebody else has the keyboard."""

    present = False
    shared = False

    def __init__(self) -> None:
        self.lent: Callable[[], bool] = lambda: False

    def listen(self) -> None: ...
    def release(self) -> None: ...

    def key(self, seconds: float) -> str:
        time.sleep(seconds)
        return ""


if sys.platform == "win32":
    import msvcrt

    class WindowsKeyboard(NoKeyboard):
        """A console, which is asked now and then."""

        present = True
        _LOOK = 0.05  # seconds

        def key(self, seconds: float) -> str:
            end = time.monotonic() + seconds
            while not msvcrt.kbhit():
                if time.monotonic() >= end:
                    return ""
                time.sleep(self._LOOK)
            return msvcrt.getwch()

    def give_back() -> None:
        """In a run: a console has not been taken."""

    def _keyboard(_: Any) -> Keyboard:
        return WindowsKeyboard() if sys.stdin is not None and sys.__stdin__.isatty() else NoKeyboard()

else:
    import termios

    class PosixKeyboard:
        """A terminal, which gives keys one by one while it listens; after Ctrl-Z and `fg`, too."""

        present = True
        shared = True

        def __init__(self, number: int, resumed: Any) -> None:
            self._number = number
            self._found = termios.tcgetattr(number)
            self._listens = False
            self._resumed = resumed
            self.lent: Callable[[], bool] = lambda: False
            signal.signal(signal.SIGTSTP, self._pause)

        def listen(self) -> None:
            state = [*self._found]
            state[3] &= ~(termios.ICANON | termios.ECHO)  # Ctrl-C and Ctrl-Z go on being signals
            state[6] = [*state[6]]
            state[6][termios.VMIN], state[6][termios.VTIME] = 1, 0
            termios.tcsetattr(self._number, termios.TCSADRAIN, state)
            self._listens = True

        def release(self) -> None:
            self._listens = False
            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._number, termios.TCSADRAIN, self._found)

        def key(self, seconds: float) -> str:
            if not self._ready(seconds) or self.lent():
                return ""
            if not self._ready(0):  # what was there was typed for a debugger, which has read it and left
                return ""
            try:
                pressed = os.read(self._number, 64).decode(errors="replace")
            except OSError:
                return END
            return pressed[:1] or END  # of an arrow key only the first sign, which means nothing

        def _ready(self, seconds: float) -> bool:
            return bool(select.select([self._number], [], [], seconds)[0])

        def _pause(self, *_: object) -> None:
            """Ctrl-Z: give the terminal back, stop, and go on as before."""
            listens = self._listens
            self.release()
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)  # here it stops, until `fg`
            signal.signal(signal.SIGTSTP, self._pause)
            if listens:
                self.listen()
                self._resumed()

    def give_back() -> None:
        """In a run: the terminal is as a debugger wants it, whole lines and what is typed on the screen."""
        with suppress(termios.error, OSError, ValueError, AttributeError):
            number = sys.__stdin__.fileno()  # type: ignore[union-attr]
            state = termios.tcgetattr(number)
            state[3] |= termios.ICANON | termios.ECHO
            termios.tcsetattr(number, termios.TCSADRAIN, state)

    def _keyboard(resumed: Any) -> Keyboard:
        try:
            number = sys.__stdin__.fileno() if sys.__stdin__ else -1
            in_front = os.isatty(number) and os.tcgetpgrp(number) == os.getpgrp()
            return PosixKeyboard(number, resumed) if in_front else NoKeyboard()
        except (OSError, ValueError, termios.error):
            return NoKeyboard()
