"""Given: says in plain words why a file cannot run, where another one that it needs is missing or broken.

There is nothing to write here, and no need to read it.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent


def speak():
    """From now on an error in another file of this folder is told in a sentence. All else Python tells."""
    sys.excepthook = tell


def tell(kind, error, trace):
    said = words(error, trace)
    if said:
        print(said, file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


def words(error, trace):
    """What is wrong with another file than the one that runs; "" where that is not it."""
    main = Path(sys.argv[0]).name
    if isinstance(error, SyntaxError):
        file = Path(error.filename or "")
        return broken(file.name, error) if file.parent == HERE and file.name != main else ""
    if isinstance(error, ModuleNotFoundError):
        return missing(error.name or "", main)
    where = place(trace)
    if isinstance(error, ImportError):
        asked = re.match(r"cannot import name '(\w+)'", str(error))
        file = f"{error.name}.py"
        if asked and (HERE / file).is_file():
            return f"{file} has no `{asked[1]}`, and {main} needs it. Did you rename it, or save over it?"
    if where is None or where[0] == main:
        return ""
    return f"{where[0]} stopped in line {where[1]} while {main} read it: {type(error).__name__}: {error}"


def missing(name, main):
    """What to say of a module that is not there, if it is one of this lesson's: pages name their files."""
    page = HERE / "lesson.toml"
    known = page.read_text(encoding="utf-8") if page.is_file() else ""
    if f'"{name}.py"' not in known:
        return ""
    return f"{name}.py is not in this folder, and {main} needs it. Put it beside {main}, under this name."


def broken(name, error):
    said = f"{name} has a syntax error in line {error.lineno}: {error.msg}."
    line, column = (error.text or "").rstrip().replace("\t", " "), error.offset or 0
    first = len(line) - len(line.lstrip())
    if line and line.isprintable():
        said += f"\n\n    {line[first:][:70]}"
        sure = line.isascii() and "f-string" not in error.msg  # Python 3.11 counts inside of these by itself
        if sure and first < column <= min(len(line) + 1, first + 70):
            said += f"\n    {' ' * (column - 1 - first)}^"
    return f"{said}\n\nMend that line first, then run this again."


def place(trace):
    """The file and line of this folder in which reading a file stopped; None where code of it ran already."""
    found = None
    while trace is not None:
        code = trace.tb_frame.f_code
        if Path(code.co_filename).parent == HERE:
            found = (Path(code.co_filename).name, trace.tb_lineno) if code.co_name == "<module>" else None
        trace = trace.tb_next
    return found
