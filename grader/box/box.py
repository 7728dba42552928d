"""Talks to the process of a box under limits, and ends it.

A box is one process that has seen nothing but the interpreter's library and one student's files. Two pipes
carry the protocol, a third carries what the student's code prints. Whatever goes wrong in the box raises
`Stopped` with the status that the running check gets. If a box cannot be *started*, that is our fault
(`UngradedError`). If somebody else has ended it, that is nobody's fault (`LostError`).
"""

import math
import os
import select
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from grader.box import account, wire
from grader.box.confine import Process, last_words, start
from grader.box.meter import Meter
from grader.box.question_ids import ids
from grader.errors import LostError, UngradedError
from grader.model import Limits
from grader.student import Stopped

START_SECONDS = 10.0  # a start takes about 0.02 s; a loaded machine gets patience
IDLE_FACTOR = 2.0  # seconds that a box is waited for, for each second of CPU time that it may use
RESTING = 128 << 20  # bytes of memory that a box may hold while it rests, beside the one that works
KEPT_OUTPUT = 4_000  # characters of the end of what was printed


def _seconds(number: float) -> str:
    return f"{number:g} second{'' if number == 1 else 's'}"


class Box:
    """One student's files in one locked process. Use as a context manager; `ask` may raise `Stopped`.

    `printed` is how many bytes the same submission has printed in earlier boxes. `key` is what the ids of
    questions are made with, see `question_ids`.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        limits: Limits,
        *,
        confined: bool = True,
        printed: int = 0,
        key: bytes = b"",
    ) -> None:
        self.limits = limits
        self.files = files
        self.confined = confined
        self.printed_total = printed
        self._ids = ids(files, key)
        self.process: Process | None = None
        self.pid = 0
        self.meter = Meter()
        self.process = start(limits, confined=confined)
        try:
            self._connect()
        except BaseException:
            self.close()
            raise

    def _connect(self) -> None:
        assert self.process is not None
        self.requests, self.answers = self.process.requests, self.process.answers
        self.output, self.pid = self.process.output, self.process.pid
        self.meter.follow(self.pid)
        for descriptor in (self.requests, self.answers, self.output):
            os.set_blocking(descriptor, False)
        self.poll = select.poll()
        self.poll.register(self.answers, select.POLLIN)
        self.poll.register(self.output, select.POLLIN)
        self.received = b""
        self.printed = bytearray()
        self._await_ready()
        self._hand_in()

    def _await_ready(self) -> None:
        self.begin_check(START_SECONDS)
        try:
            frame = wire.parse_line(self._line())
        except (Stopped, wire.WireError) as error:
            said = self.take_output()[-500:]
            raise UngradedError(f"the box did not start: {said or error}") from None
        if frame != ["ready", "ok", None]:
            raise UngradedError("the box did not start as it should")

    def _hand_in(self) -> None:
        """Send the files; nothing of them runs before the first question."""
        self._send(wire.dump_line([[name, len(content)] for name, content in self.files.items()]))
        self._send(b"".join(self.files.values()))

    # --- the conversation ----------------------------------------------------------------------

    def begin_check(self, seconds: float, left: float = math.inf) -> None:
        """A check begins: it may use `seconds` of CPU time, and make `limits.calls` calls.

        This side waits for it `IDLE_FACTOR` times as long. `left` is how many seconds the whole submission
        may still use, including the time that this thread spends on its answers.
        """
        self.seconds, self.left = seconds, left
        self.idle_limit = min(IDLE_FACTOR * seconds, left)
        self.before = self.meter.reading()
        self.own_limit = time.thread_time() + left
        self.calls_left = self.limits.calls

    @contextmanager
    def apart(self, seconds: float, left: float = math.inf) -> Iterator[None]:
        """What runs in this context has limits of its own, and does not count for the check around it."""
        check = self.seconds, self.left, self.idle_limit, self.calls_left
        used, own = self.meter.reading() - self.before, self.own_limit - time.thread_time()
        self.begin_check(seconds, left)
        yield  # an exception that comes through ends the check, or the box
        self.seconds, self.left, self.idle_limit, self.calls_left = check
        self.before, self.own_limit = self.meter.reading() - used, time.thread_time() + own

    def cost(self) -> float:
        """Seconds that the box has cost so far, see `Meter`."""
        return self.meter.cost()

    def ask(self, op: str, arguments: list[Any]) -> list[Any]:
        """The answer frame to one request, checked for shape. Raises `Stopped` when there is none."""
        self.calls_left -= 1
        if self.calls_left < 0:
            raise Stopped("failed", f"this check called your code more than {self.limits.calls} times")
        number = next(self._ids)
        self._send(wire.dump_line([number, op, arguments]))
        return self._frame(number, self._line())

    def ask_ahead(self, questions: bytes, due: Sequence[bytes]) -> list[Any]:
        """The answer frame to the questions of several checks, `wire.AS_DUE` for each that gets what is due.

        `questions` and what is `due` are JSON.
        """
        number = next(self._ids)
        self._send(b'["%b","ahead",%b]\n' % (number.encode(), questions))
        line = self._line()
        found = wire.parse_items(line, b'["%b","ok",[' % number.encode(), due, b"]]")
        return self._frame(number, line) if found is None or self.received else [number, "ok", found]

    def _frame(self, number: str, line: bytes) -> list[Any]:
        try:
            frame = wire.parse_line(line)
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
            except BlockingIOError:  # the box does not read; `_wait` stops it when its time is over
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
        began = time.monotonic()
        events = self.poll.poll(20)
        self.meter.waited += time.monotonic() - began
        for descriptor, _ in sorted(events, key=lambda event: event[0] != self.output):  # last words first
            if descriptor == self.output:
                self._drain()
            elif data := self._read(self.answers):
                self.received += data
            else:
                raise self._died()
        self._check_time()

    def _check_time(self) -> None:
        spent = self.meter.cpu() - self.before.cpu
        waited_long = self.meter.waited - self.before.waited > self.idle_limit
        idle = waited_long and self._is_idle()
        if spent > self.left or (idle and self.left < IDLE_FACTOR * self.seconds):
            total = self.limits.submission_seconds
            raise self._hung(f"used up the {_seconds(total)} that a whole submission may take")
        if spent > self.seconds or (idle and spent > self.seconds / 2):  # it worked, so it did not sleep
            raise self._hung(f"ran for more than {_seconds(self.seconds)} without coming to an end")
        if idle:
            limit = _seconds(IDLE_FACTOR * self.seconds)
            raise self._hung(f"did nothing for {limit} (it slept, or waited for something that never comes)")
        if time.thread_time() > self.own_limit:
            raise self._hung("gave back more than can be checked in time")

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
        for _ in range(4):  # enough to empty a pipe; code that goes on printing is not waited for
            if self.output in dict(self.poll.poll(0)):
                self._drain()
        text = bytes(self.printed[-KEPT_OUTPUT:]).decode("utf-8", "backslashreplace")
        self.printed.clear()
        return text

    # --- how it ends ---------------------------------------------------------------------------

    def _is_idle(self) -> bool:
        """Whether the process itself waits. Time in which the machine had no core for it is not counted."""
        return self.meter.held_up() - self.before.held_up > self.idle_limit and not self.meter.runnable()

    def _hung(self, what: str) -> Stopped:
        place = account.of_a_hang(self.pid, self.files, self.meter, self.take_output)
        self.close()
        return Stopped("timed_out", f"your code {what}, so it was stopped", place)

    def _died(self) -> Stopped:
        ended = self._ending()
        if ended == -signal.SIGKILL and self.confined:  # locked code cannot even send itself a signal
            self.close()
            raise LostError("its process was killed from outside, by somebody or for want of memory")
        self.close()
        return Stopped("crashed", last_words(-signal.SIGKILL if ended is None else ended))

    def _ending(self) -> int | None:
        """How the process ended; None if it still runs and has only closed its pipes."""
        assert self.process is not None
        for _ in range(10):  # a process that has just let go of its pipes may take a moment to end
            ended = self.process.ended()
            if ended is not None:
                return ended
            if not self.process.mother.alive:  # a box ends together with its mother
                return -signal.SIGKILL
            time.sleep(0.01)
        return None

    def _broke(self, what: str) -> Stopped:
        self.close()
        return Stopped("invalid", f"the submission interfered with grading: {what}")

    def rest(self) -> bool:
        """Stop the process until `wake`, so that it does nothing. False where it is better ended.

        Only a locked process stays stopped whatever its code does, and a large one would hold memory.
        """
        if self.process is None or not self.confined:
            return False
        self.process.rest()
        return self.meter.rest() <= RESTING

    def wake(self, printed: int) -> None:
        """Go on after a rest. `printed`: bytes that the submission has printed up to now."""
        self.printed_total = printed
        self.meter.wake()
        if self.process is not None:
            self.process.wake()

    @property
    def alive(self) -> bool:
        return self.process is not None

    def close(self) -> None:
        """End the process. May be called twice."""
        self.meter.stop()
        process, self.process = self.process, None
        if process is not None:
            process.end()

    def __enter__(self) -> "Box":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
