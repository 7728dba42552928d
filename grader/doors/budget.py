"""What a submission has cost so far, in seconds: waiting for its boxes, and looking at their answers."""

import time

from grader.box.box import Box


class Budget:
    """Counts from the first look on. The box that is open is handed in, because it goes on costing."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.free = 0.0  # seconds of boxes that cost nothing
        self.closed = 0.0  # seconds of boxes that are closed
        self._own = 0.0  # of CPU time of the thread that runs the checks
        self._began: float | None = None

    def left(self, box: Box | None) -> float:
        """Seconds that may still be spent."""
        if self._began is None:
            self._began = time.thread_time()
        self._own = time.thread_time() - self._began
        return self.seconds - self.spent(box)

    def spent(self, box: Box | None) -> float:
        """Seconds that were spent, as of the last look at what is left."""
        return self.closed + self._own - self.free + (box.cost() if box is not None else 0.0)
