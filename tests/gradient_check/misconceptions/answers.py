"""Answers that are chosen: a table of words is looked at entry by entry, each whatever the others are."""

from dataclasses import dataclass

from grader.misconceptions import Answer, Says, Strange
from tests.gradient_check.words import plain

NO_PREDICTION, OWN_WORD = "says nothing here", "broken"


@dataclass(frozen=True, kw_only=True)
class Table(Answer):
    """The study of a table, which the probe shows as the tuple of its words; `keys` are its keys."""

    keys: tuple[str | float, ...]

    def written(self, model):
        return f"{self.about} = {dict(zip(self.keys, model(self.truth), strict=True))!r}"

    def follows(self, observed):
        """No entry follows from another."""
        return False


def says(name, *several):
    """Models of people who give one of these answers each."""
    return [Says(name, answer) for answer in several]


def in_place(name, position, word):
    """A model of whoever writes this word at this position of the table `name`, and others elsewhere."""
    return Says(name, word, position)


def own_word(name, choices, position=None):
    """A model of whoever writes none of the words to choose from, here or at a position of a table."""
    return Strange(name, tuple(map(plain, choices)), position, OWN_WORD)
