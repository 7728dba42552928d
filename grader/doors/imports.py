"""A sentence for a student whose file cannot be imported."""

from grader.doors.refusals import refusal
from grader.student import Place, Stopped

_ADVICE = '; move it under `if __name__ == "__main__":`, so that it does not run on import'


def explain_import_error(name: str, type_names: list[str], message: str, place: Place | None) -> Stopped:
    """What ends a check that needs module `name`, whose import raised an error of these classes."""
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
        line = f" (line {place.line})" if place else ""
        text = f"{whose} a syntax error{line}: {message.partition(' (')[0]}"
    elif "SystemExit" in type_names:
        text = f"{file} ends the program while it is imported{where}{_ADVICE}"
    elif "EOFError" in type_names or ("OSError" in type_names and "stdin" in message):
        text = f"{file} asks for input while it is imported{where}{_ADVICE}"
    elif "ModuleNotFoundError" in type_names:
        text = f"{file} imports something that is not there{where}: {message}"
    else:
        # An error that has crossed the wire out of a box is a StudentError.
        why = refusal(kind, message) if "StudentError" in type_names else ""
        because = f", because {why}" if why else ""
        text = f"{file} could not be imported{where}{because}: {kind}: {message}"
    return unimportable(file, Stopped("failed", text, place))


def unimportable(file: str, stop: Stopped) -> Stopped:
    """`stop`, marked as a failed import of `file`."""
    if stop.status in ("timed_out", "crashed"):
        stop = Stopped(stop.status, f"while {file} was imported, {stop.message}", stop.place)
    stop.unimportable = file
    return stop
