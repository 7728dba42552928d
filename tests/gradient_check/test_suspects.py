"""Exercise `suspects`: six engines, four of them broken in one part, and a verdict about each."""

import pytest

from grader.checks import described, todo
from tests.gradient_check import lineup
from tests.gradient_check.words import listed, plain


@pytest.fixture
def judges(suspects, remark):
    """Marks the verdict about one suspect; a wrong one is met with a question, not with the answer."""

    def mark(letter):
        table = suspects.VERDICTS
        assert type(table) is dict, "VERDICTS should be a dict from the letter of a suspect to a word"
        entries = {plain(key): word for key, word in table.items()}
        assert letter in entries, f'VERDICTS has no entry for "{letter}"'
        written = entries[letter]
        if written is None:
            todo(f'VERDICTS["{letter}"] is still None')
        word = plain(written)
        assert word in lineup.WORDS, (
            f'VERDICTS["{letter}"] is {described(written)}; it should be one of {listed(lineup.WORDS)}'
        )
        assert word == lineup.verdict(letter), (
            f'you say of suspect {letter}: "{word}"; {_question(letter, word)}'
        )
        if word == "right":
            accused = [other for other in entries.values() if plain(other) not in ("right", None)]
            assert accused, "four of the six lie: convict one before you call another one right"
        if written != word:
            remark(f'`VERDICTS["{letter}"]` was read as "{word}"')

    return mark


def _question(letter, word):
    """What to look at next for whoever said `word`."""
    if word == "right":
        return "have you tried inputs that differ, inputs left of 0, and Values that are used twice?"
    if lineup.verdict(letter) == "right":
        return "at which function and which inputs did your check find a wrong gradient of it?"
    if word == "backward":
        return "is there one operation that it gets wrong all alone, at other inputs perhaps?"
    return (
        "does it get that operation wrong all alone? Look for what all functions that it fails have in common"
    )


@pytest.mark.weight(4)
def test_suspect_a(judges):
    """You know what is wrong with suspect a, if anything is."""
    judges("a")


@pytest.mark.weight(3)
def test_suspect_b(judges):
    """You know what is wrong with suspect b, if anything is."""
    judges("b")


@pytest.mark.weight(5)
def test_suspect_c(judges):
    """You know what is wrong with suspect c, if anything is."""
    judges("c")


@pytest.mark.weight(5)
def test_suspect_d(judges):
    """You know what is wrong with suspect d, if anything is."""
    judges("d")


@pytest.mark.weight(3)
def test_suspect_e(judges):
    """You know what is wrong with suspect e, if anything is."""
    judges("e")


@pytest.mark.weight(4)
def test_suspect_f(judges):
    """You know what is wrong with suspect f, if anything is."""
    judges("f")
