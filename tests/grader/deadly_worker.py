"""Loaded into a worker (`--preload`): mallory's submission kills the process that grades it."""

import os
import signal

from grader.grading import answering, parcel, workers
from tests.grader import ready_workers

_graded = answering.graded


def deadly(data: bytes) -> bytes:
    asked = parcel.request(data)
    if asked.work and asked.work["student"]["id"] == "mallory" and not asked.charge:
        os.kill(os.getpid(), signal.SIGKILL)
    return _graded(data)


answering.graded = deadly
workers.get_context = lambda _: ready_workers.COPIES  # several are needed
