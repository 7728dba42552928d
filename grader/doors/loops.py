"""The loop in which a call goes round and round, found in the source of the function that was called."""

import ast
import linecache
from collections.abc import Collection
from types import FrameType


def loop_line(frame: FrameType, lines: Collection[int]) -> int | None:
    """The line of the innermost loop of the function of `frame` that holds all these `lines` of it.

    None where there is none, or where the source is not to be had.
    """
    code = frame.f_code
    try:
        tree = ast.parse("".join(linecache.getlines(code.co_filename, frame.f_globals)))
    # Deep in a recursion, Python 3.11's parser may end with a SystemError.
    except (SyntaxError, ValueError, RecursionError, SystemError):
        return None
    loops = (node for node in ast.walk(tree) if isinstance(node, ast.For | ast.While))
    around = [loop for loop in loops if all(loop.lineno <= line <= (loop.end_lineno or 0) for line in lines)]
    return max((loop.lineno for loop in around if loop.lineno >= code.co_firstlineno), default=None)
