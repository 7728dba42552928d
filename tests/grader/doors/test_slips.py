"""A beginner's slip is told in a teacher's words, beside Python's own."""

import pytest

from grader.doors.slips import meaning, stray


class Value:
    def bare():
        pass

    def _backward(self, grad):
        pass


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("Value() ^ 2", "`^` is no power"),
        ("2 ** Value()", ""),
        ("Value() ** 2", "knows no powers here"),
        ("print(end='') * 2", "does each function `return` its result?"),
        ("print(end='').data", "does each function `return` its result?"),
        ("[].append(1).append(2)", "was the result of `append` stored"),
        ("[].append(1, 2, 3)", "rows.append((a, b))"),
        ("Value().bare()", "is `self`"),
        ("Value()._backward()", "no parameters"),
        ("(lambda: 1)(2)", ""),
        ("(lambda x: x(3))(2.5)", "needs its `*`"),
        ("range[3]", "round parentheses"),
        ("len[3]", "round parentheses"),
        ("import Enginee", "capitals count"),
        ("print(end='')[0]", "does each function `return` its result?"),
        ("for turn in 5: pass", "write `range(n)`"),
        ("Value() // 2", "need `/`"),
        ("range([1, 2])", "to go through a list"),
        ("(2.0).square", "a `.data` too many"),
        ("(lambda: 1).data", "are the () behind its name missing?"),
        ("[].append.data", ""),
        ("1 − 2", "printed minus"),
        ("w = “up”", "printed quote"),
        ("w = 1 ≠ 2", ""),
        ("import numpyy", "needs nothing but your own files"),
        ("false", "a capital letter: False"),
        ("up", 'stands in quotes: "up"'),
        ("1 / 0", ""),
        ("Value().data", ""),
        ("Value() + 1", ""),
    ],
)
def test_what_python_says_of_it_is_known(code, meant):
    """Held against the words of the Python that runs here."""
    with pytest.raises(Exception) as raised:
        exec(code, {"Value": Value})
    found = meaning(type(raised.value).__name__, str(raised.value))
    assert (meant in found) if meant else (found == "" or "`**`" in found)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (">>> w.data -= 1", "where you may type"),
        (">>>>>>> main", "two versions meet"),
        ("```python", "Markdown"),
        ("else if lr < 0:", "`elif`"),
        ("step++", "`+= 1`"),
        ("a.b--", "`-= 1`"),
        ("elsewhere = if", ""),
        ("x = 1 +", ""),
        ("", ""),
    ],
)
def test_a_line_of_another_language_is_known(line, meant):
    """Whoever pastes a session, a chat or a habit of C reads what it is."""
    assert (meant in stray(line)) if meant else stray(line) == ""


def test_a_text_of_a_students_own_is_taken_for_what_it_is():
    """It is matched and never run, however long it is."""
    assert meaning("NameError", "name 'a{0}b' is not defined") == ""
    assert meaning("TypeError", "unsupported operand type(s) for ^" * 10_000) != ""
