"""How many seconds a submission has used: its boxes, and the work of looking at their answers."""

import time

from grader.box.box import Box


class Budget:
    """Counts from the first call of `left` on. `box` is the box that is open: it still uses time."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.free = 0.0  # seconds in boxes that do not count, such as those of a second import
        self.closed = 0.0  # seconds in boxes that are closed
        self._own = 0.0  # seconds of CPU time of the thread that runs the checks
        self._began: float | None = None

    def left(self, box: Box | None) -> float:
        """Seconds that may still be spent."""
        if self._began is None:
            self._began = time.thread_time()
        self._own = time.thread_time() - self._began
        return self.seconds - self.spent(box)

    def spent(self, box: Box | None) -> float:
        """Seconds that were spent, as of the last call of `left`."""
        return self.closed + self._own - self.free + (box.cost() if box is not None else 0.0)
