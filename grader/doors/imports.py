"""A sentence for a student whose file cannot be imported."""

from collections.abc import Callable

from grader.caret import below
from grader.doors.handed_out import advice, is_given
from grader.doors.missing import UNKNOWN
from grader.doors.refusals import refusal
from grader.doors.slips import aside, merge_marker, stray
from grader.model import Lesson
from grader.student import Place, Stopped, StudentError
from grader.text import lines as lines_of

_LONGEST = 60  # characters of a line that are shown
_UNDER = 'under `if __name__ == "__main__":`, so that it does not run on import'
_ADVICE = f"; move it {_UNDER}"


def explain_raised(
    name: str, error: StudentError, place: Place | None, text_of: Callable[[str], str], lesson: Lesson
) -> Stopped:
    """What ends a check that needs module `name`, whose import raised `error` in a box."""
    if isinstance(error, NotImplementedError):
        return still_to_do(name, place)
    names = [c.__name__ for c in type(error).__mro__] + [error.type_name]
    line = line_at(place, text_of) if "SyntaxError" in names else ""
    return explain_import_error(name, [error.type_name, *names], error.message, place, line, lesson)


def still_to_do(name: str, place: Place | None) -> Stopped:
    """What ends a check that needs module `name`, where its import came to what is still to do."""
    file = f"{name}.py"
    text = f"{file} is not filled in yet"
    if place is not None and place.function != "<module>":  # a function that somebody tries out below
        text = f"{file} calls what is still to do while it is imported; move the call {_UNDER}"
    return unimportable(file, Stopped("todo", text, place))


def explain_import_error(
    name: str,
    type_names: list[str],
    message: str,
    place: Place | None,
    line: str = "",
    lesson: Lesson | None = None,
) -> Stopped:
    """What ends a check that needs module `name`, whose import raised an error of these classes.

    `line` is the text of the student's line at `place`, whose column counts where it is a syntax error's.
    """
    file = f"{name}.py"
    kind = type_names[0] if type_names else "an error"
    where = f" (line {place.line})" if place and place.file == file else f" ({place})" if place else ""
    if "null bytes" in message or "'utf-8' codec" in message:
        text = f"{file} is not plain text in UTF-8{where}; save it again with that encoding"
    elif "SyntaxError" in type_names:
        whose = (
            f"{file} has"
            if place is None or place.file == file
            else f"{file} imports {place.file}, which has"
        )
        there = f" (line {place.line})" if place else ""
        strange = stray(line.strip())
        meant = f"; {strange}" if strange else aside("SyntaxError", message)
        said = message.partition(" (")[0]  # nothing, where a working version may have said it
        text = f"{whose} a syntax error{there}{f': {said}' if said else ''}"
        pair = _pointed(line, place, "IndentationError" in type_names, message)
        text += f"{meant}\n{pair}" if pair else f"{_shown(line)}{meant}"
    elif "SystemExit" in type_names:
        text = f"{file} ends the program while it is imported{where}{_ADVICE}"
    elif "EOFError" in type_names or ("OSError" in type_names and "stdin" in message):
        text = f"{file} asks for input while it is imported{where}{_ADVICE}"
    elif "ModuleNotFoundError" in type_names:
        text = f"{file} imports something that is not there{where}: {message}{aside(kind, message)}"
    else:
        # An error that has crossed the wire out of a box is a StudentError.
        why = refusal(kind, message) if "StudentError" in type_names else ""
        because = f", because {why}" if why else ""
        meant = _put_back(kind, message, place, lesson) or aside(kind, message)
        text = f"{file} could not be imported{where}{because}: {kind}: {message}{meant}"
    return unimportable(file, Stopped("failed", text, place))


def _put_back(kind: str, message: str, place: Place | None, lesson: Lesson | None) -> str:
    """What to add about a name that is not there, where it stood complete in the file that needs it."""
    found = UNKNOWN.match(f"{kind}: {message}")
    if found is None or place is None or lesson is None or not is_given(lesson, place.file, found[1]):
        return ""
    return f"; {advice(lesson, [f'`{found[1]}`'], [place.file])}, above the line that uses it"


def _shown(line: str) -> str:
    """The line itself, after what is wrong with it."""
    line = line.strip()
    return f": `{line[:_LONGEST]}`" if line and not merge_marker(line) else ""


def _pointed(line: str, place: Place | None, indented: bool, message: str) -> str:
    """The line with a caret where Python stopped reading; "" where that is not certain."""
    # Python 3.11 counts the columns of what stands in the braces of an f-string by itself.
    if place is None or place.column < 1 or message.startswith("f-string") or merge_marker(line.strip()):
        return ""
    return below(line, len(line) - len(line.lstrip()) if indented else place.column - 1)


def line_at(place: Place | None, text_of: Callable[[str], str]) -> str:
    """The text of a student's line; empty where it is not to be had."""
    if place is None:
        return ""
    lines = lines_of(text_of(place.file))
    return lines[place.line - 1].rstrip() if place.line <= len(lines) else ""


def unimportable(file: str, stop: Stopped) -> Stopped:
    """`stop`, marked as a failed import of `file`."""
    if stop.status in ("timed_out", "crashed"):
        stop = Stopped(stop.status, f"while {file} was imported, {stop.message}", stop.place)
    stop.unimportable = file
    return stop
