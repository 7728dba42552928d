"""What is told of an error of ours holds no text of a student."""

from grader.errors import raised_at


def fails():
    raise ValueError("what student code said")


def test_the_place_of_an_error_is_told_without_its_words():
    try:
        fails()
    except ValueError as error:
        told = raised_at(error)
    assert told == f"ValueError in test_errors.py, line {fails.__code__.co_firstlineno + 1}"
