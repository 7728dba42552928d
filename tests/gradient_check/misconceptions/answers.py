"""Answers that are chosen: a table of words is looked at entry by entry, each whatever the others are."""

from dataclasses import dataclass

from grader.misconceptions import Answer
from tests.gradient_check.words import plain

NO_PREDICTION, OWN_WORD = "says nothing here", "broken"


@dataclass(frozen=True, kw_only=True)
class Table(Answer):
    """The study of a table, which the probe shows as the tuple of its words; `keys` are its keys."""

    keys: tuple[str | float, ...]

    def written(self, model):
        words = [OWN_WORD if word == NO_PREDICTION else word for word in model(self.truth)]
        return f"{self.about} = {dict(zip(self.keys, words, strict=True))!r}"

    def follows(self, observed):
        """No entry follows from another."""
        return False


class OneWord(Answer):
    """The study of one word."""

    def written(self, model):
        found = model(self.truth)
        return f"{self.about} = {(OWN_WORD if found == NO_PREDICTION else found)!r}"


def always(answer):
    """A model of whoever answers this."""
    return lambda _: answer


def in_place(name, position, word):
    """A model of whoever writes this word at this position of the table `name`, and others elsewhere."""
    return lambda answers: _replaced(answers[name], position, word)


def own_word(name, choices):
    """A model of whoever writes none of the words to choose from."""
    return lambda answers: answers[name] if _strange(answers[name], choices) else NO_PREDICTION


def own_word_in_place(name, position, choices):
    """The same at one position of a table."""

    def model(answers):
        written = answers[name][position]
        word = written if _strange(written, choices) else NO_PREDICTION
        return _replaced(answers[name], position, word)

    return model


def _replaced(words, position, word):
    return (*words[:position], word, *words[position + 1 :])


def _strange(written, choices):
    return type(written) is str and plain(written) not in choices
