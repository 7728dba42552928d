"""Where in a student's code: what is at work there now, and what an error came through.

A door says which frames are the student's, and how a line of them is named; the walk is the same for all of
them. A box has a walk of its own, in `host`, because nothing of ours but `wire` is loaded there.
"""

from collections.abc import Callable, Iterator
from traceback import walk_tb
from types import CodeType, FrameType

from grader.student import Place

At = tuple[FrameType, Place]  # a call that student code is in, and where in it
PlaceOf = Callable[[FrameType, int], Place | None]  # a frame and a line of it; None where it is no student's


def at_work(frame: FrameType | None, place_of: PlaceOf, outside: CodeType | None = None) -> Iterator[At]:
    """The calls of student code that `frame` is inside of, the innermost first, up to `outside`."""
    while frame is not None and frame.f_code is not outside:
        # Between two lines there is none.
        if place := place_of(frame, frame.f_lineno or frame.f_code.co_firstlineno):
            yield frame, place
        frame = frame.f_back


def innermost(error: BaseException, place_of: PlaceOf) -> Place | None:
    """The last line of student code that an exception came through."""
    found = None
    for frame, line in walk_tb(error.__traceback__):
        found = place_of(frame, line or frame.f_code.co_firstlineno) or found
    return found


def ours_took_part(error: BaseException) -> bool:
    """Whether an exception came through a working version that stands in the place of a student's code."""
    files = (frame.f_code.co_filename for frame, _ in walk_tb(error.__traceback__))
    return any(file.startswith("<working ") for file in files)
