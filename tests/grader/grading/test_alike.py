"""Like answers stand side by side."""

from grader.grading.alike import order


def test_every_answer_is_there_once() -> None:
    """Whatever it holds, or nothing."""
    answers = ["one two", "", "\ud800", "one two", "three", "", "x" * 10_000]
    assert sorted(order(answers)) == [*range(len(answers))]
    assert order([]) == []


def test_each_is_followed_by_the_most_similar() -> None:
    """By the words that both have, whatever their order and case."""
    assert order(["a b c d", "x y z", "D c B a e", "x y"]) == [0, 2, 1, 3]
