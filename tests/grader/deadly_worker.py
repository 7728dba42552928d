"""Loaded into a worker (`--preload`): mallory's submission kills the process that grades it."""

import os
import signal

from grader.grading import away, parcel

_graded = away._graded


def deadly(data: bytes) -> bytes:
    asked = parcel.request(data)
    if asked.work and asked.work["student"]["id"] == "mallory" and not asked.charge:
        os.kill(os.getpid(), signal.SIGKILL)
    return _graded(data)


away._graded = deadly
