"""What a locked box refuses to student code, in a teacher's words."""

import re

_ERROR = re.compile(r"\[Errno (\d+)\] [^:]*(: ')?")
_KEEP = 'keep that under `if __name__ == "__main__":`'
_FILES = f"graded code can open no files ({_KEEP})"
_THREADS = f"graded code can start no threads ({_KEEP})"
_OTHERS = f"graded code has no network, not even for asyncio, and can start no programs ({_KEEP})"
_ALL = f"graded code can open no files, start no threads or programs, and has no network ({_KEEP})"
_ON_FILES = {2, 27, 30}  # no such file, file too large, read-only file system
_REFUSED = {1, 11, 13, 38, *_ON_FILES}  # not permitted, try again, denied, no such function


def refusal(type_name: str, message: str) -> str:
    """Why student code raised this, if the locks of a box are a likely reason; else empty.

    For graded runs only. Errors of the system have a number; a student's `PermissionError("no")` has none.
    """
    if type_name == "RuntimeError" and message == "can't start new thread":
        return _THREADS
    if type_name == "PermissionError" and not message:  # its text is withheld, or it has none
        return _ALL
    found = _ERROR.match(message)
    if not found or int(found[1]) not in _REFUSED:
        return ""
    return _FILES if found[2] or int(found[1]) in _ON_FILES else _OTHERS
