"""Wakes the main thread while it is at work in other code, which knows nothing of it.

Unix has a timer that sends a signal. Elsewhere, as on Windows, a second thread waits and lets the interpreter
do as if a signal had come. In both ways the main thread itself runs `ring`, between two of its own steps, so
it is known where it is. So neither way ends a single long step, one call of a function in C such as
`sum(range(10 ** 12))`; only the first one wakes what sleeps.
"""

import _thread  # the public way to reach `interrupt_main` with a signal
import signal
import threading
from collections.abc import Callable
from types import FrameType

Ring = Callable[[FrameType | None], None]
Cancel = Callable[[], None]

# Windows has few signals. This is one that no system sends there, and that no key stands for.
_PRETENDED = signal.SIGTERM


def alarm(seconds: float, again: float, ring: Ring) -> Cancel:
    """Call `ring(innermost frame)` after `seconds`, then every `again` seconds. Returns what ends that."""
    return _by_timer(seconds, again, ring) if has_timer() else _by_thread(seconds, again, ring)


def has_timer() -> bool:
    """Whether this system sends a signal when a time is over."""
    return hasattr(signal, "setitimer")


def can_ring() -> bool:
    """Whether this thread may be woken at all."""
    return threading.current_thread() is threading.main_thread()


def _by_timer(seconds: float, again: float, ring: Ring) -> Cancel:
    previous = signal.signal(signal.SIGALRM, lambda _, frame: ring(frame))
    signal.setitimer(signal.ITIMER_REAL, seconds, again)

    def cancel() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)

    return cancel


def _by_thread(seconds: float, again: float, ring: Ring) -> Cancel:
    over = threading.Event()
    # One that was on its way when it was cancelled is let pass.
    previous = signal.signal(_PRETENDED, lambda _, frame: None if over.is_set() else ring(frame))

    def wait() -> None:
        pause = seconds
        while not over.wait(pause):
            _thread.interrupt_main(_PRETENDED)
            pause = again

    waiting = threading.Thread(target=wait, name="alarm", daemon=True)
    waiting.start()

    def cancel() -> None:
        over.set()
        waiting.join()
        signal.signal(_PRETENDED, previous)

    return cancel
