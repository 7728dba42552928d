"""A file that cannot be imported says so in one sentence, with its line and what to do."""

import pytest

from grader.doors.imports import explain_import_error, line_at, unimportable
from grader.student import Place, Stopped

LINE = Place("engine.py", 7, "<module>")
MOVE = 'move it under `if __name__ == "__main__":`, so that it does not run on import'


def bases(error):
    """The names of an error's class and its bases, as both doors hand them over."""
    return [c.__name__ for c in type(error).__mro__]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (SyntaxError("expected ':' (a.py, line 7)"), "engine.py has a syntax error (line 7): expected ':'"),
        (
            SyntaxError("invalid character '−' (U+2212) (a.py, line 7)"),
            "engine.py has a syntax error (line 7): invalid character '−'; "
            "this is a printed minus; type the `-` of your keyboard",
        ),
        (IndentationError("unexpected indent"), "engine.py has a syntax error (line 7): unexpected indent"),
        (SystemExit(0), f"engine.py ends the program while it is imported (line 7); {MOVE}"),
        (EOFError("EOF"), f"engine.py asks for input while it is imported (line 7); {MOVE}"),
        (
            OSError("pytest: reading from stdin while output is captured!"),
            f"engine.py asks for input while it is imported (line 7); {MOVE}",
        ),
        (
            ModuleNotFoundError("No module named 'numpyy'"),
            "engine.py imports something that is not there (line 7): No module named 'numpyy'; "
            "the lesson needs nothing but your own files and what comes with Python",
        ),
        (
            NameError("name 'true' is not defined. Did you mean: 'True'?"),
            "engine.py could not be imported (line 7): NameError: name 'true' is not defined. "
            "Did you mean: 'True'?; Python writes it with a capital letter: True",
        ),
        (
            NameError("name 'increase' is not defined"),
            "engine.py could not be imported (line 7): NameError: name 'increase' is not defined; "
            'increase is the name of nothing there; if it is a word, it stands in quotes: "increase"',
        ),
        (OSError("no such file"), "engine.py could not be imported (line 7): OSError: no such file"),
        (KeyError("a"), "engine.py could not be imported (line 7): KeyError: 'a'"),
    ],
)
def test_every_failed_import_has_its_sentence(error, sentence):
    """What happened, in which line, and what to do where that is known."""
    stop = explain_import_error("engine", bases(error), str(error), LINE)
    assert (stop.status, stop.message, stop.place) == ("failed", sentence, LINE)


def test_a_line_of_another_language_says_so_above_its_caret():
    """The words of Python, then what the line is, then the line."""
    place = Place("engine.py", 7, "<module>", 6)
    stop = explain_import_error("engine", ["SyntaxError"], "expected ':'", place, "else if x:")
    assert stop.message.splitlines() == [
        "engine.py has a syntax error (line 7): expected ':'; in Python this is one word: `elif`",
        "    else if x:",
        "         ^",
    ]


@pytest.mark.parametrize("content", [b"x = 1\0\n", "x = 1\n".encode("utf-16"), b'x = "caf\xe9"\n'])
def test_what_is_no_utf8_is_told_from_a_syntax_error(content):
    """What an editor saved in another encoding is not the student's syntax. These errors are Python's own."""
    with pytest.raises((SyntaxError, ValueError)) as raised:
        compile(content, "engine.py", "exec")
    stop = explain_import_error("engine", bases(raised.value), str(raised.value), None)
    assert stop.message == "engine.py is not plain text in UTF-8; save it again with that encoding"


def test_an_error_in_an_imported_sibling_names_the_sibling():
    """training.py fails because engine.py does: the line is engine.py's."""
    stop = explain_import_error("training", ["ValueError"], "no", LINE)
    assert stop.message == "training.py could not be imported (engine.py, line 7): ValueError: no"


def test_an_error_of_unknown_kind_still_has_a_sentence():
    """A student may raise things without a name or a place."""
    assert (
        explain_import_error("engine", [], "", None).message == "engine.py could not be imported: an error: "
    )


def test_a_stop_knows_which_import_it_is_about():
    """A hang or a crash says that it was during the import; a failure says so already."""
    hung = unimportable("engine.py", Stopped("timed_out", "your code hung", LINE))
    assert hung.message == "while engine.py was imported, your code hung" and hung.place == LINE
    missing = unimportable("engine.py", Stopped("failed", "engine.py is missing"))
    assert missing.message == "engine.py is missing"
    assert hung.unimportable == missing.unimportable == "engine.py"


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("W = increase then", "invalid syntax: `W = increase then`"),
        ("x" * 100, f"invalid syntax: `{'x' * 60}`"),
        ("<<<<<<< HEAD", "git left this line where two versions meet: keep one of them, and no such line"),
        ("", "invalid syntax"),
    ],
)
def test_a_syntax_error_comes_with_its_line(line, end):
    """Or with what left it there."""
    text = f"a = 1\r\nb = 2\r\n  {line}\r\n"
    place = Place("engine.py", 3, "<module>")
    found = line_at(place, {"engine.py": text}.__getitem__)
    stop = explain_import_error("engine", ["SyntaxError"], "invalid syntax (engine.py, line 3)", place, found)
    assert stop.message.startswith("engine.py has a syntax error (line 3): ") and stop.message.endswith(end)


@pytest.mark.parametrize(
    ("line", "column", "kind", "end"),
    [
        ("    return = 3", 12, "SyntaxError", "line 2): invalid syntax\n    return = 3\n           ^"),
        ("\t  y = 2", 8, "IndentationError", "line 2): invalid syntax\n    y = 2\n    ^"),
        ("    return = 3", 99, "SyntaxError", "line 2): invalid syntax: `return = 3`"),
        ("=======", 1, "SyntaxError", "keep one of them, and no such line"),
        ("数 = = 2", 5, "SyntaxError", "line 2): invalid syntax: `数 = = 2`"),
    ],
)
def test_a_caret_shows_where_python_stopped(line, column, kind, end):
    """Below the line itself, where the place is certain; else the line stands in the sentence."""
    place = Place("engine.py", 2, "<module>", column)
    found = line_at(place, {"engine.py": f"a = 1\r{line}\r"}.__getitem__)
    kinds = [kind, "SyntaxError"]
    stop = explain_import_error("engine", kinds, "invalid syntax (engine.py, line 2)", place, found)
    assert stop.message.endswith(end)


def test_a_place_inside_of_an_f_string_is_not_believed():
    """Python 3.11 counts it from the brace."""
    place = Place("engine.py", 1, "<module>", 2)
    message = "f-string: invalid syntax (engine.py, line 1)"
    stop = explain_import_error("engine", ["SyntaxError"], message, place, "x = f'{a b}'")
    assert stop.message.endswith("f-string: invalid syntax: `x = f'{a b}'`")
