"""Marks answers on paper as a maths teacher would, with follow-through.

A lesson's `paper` says what counts: `accepted(name, own)` every answer that does, `FOLLOWING` what follows
from the student's own numbers, `following(name, own)` which of it takes some work, `BEFORE` which numbers an
answer builds on, `near(due)` how precise a number is to be, `Own(read)` what those numbers are, and `TRUE`
the true answers in the order of the file.
"""

from functools import cache
from itertools import takewhile

from grader.checks import described, todo
from tests.lessons.answers import commas_meant, plain, with_comma


class Marker:
    """An answer counts when it is true, or when it follows from the student's `own` earlier ones.

    It is looked at last, after all that it builds on: the last look is what an example shows.
    """

    def __init__(self, answers, remark, paper):
        self.answers = answers
        self.remark = remark
        self.paper = paper
        self.own = paper.Own(cache(lambda name: getattr(answers, name, None)))

    def number(self, name, method):
        """`name` is a number that counts; `method` says how it is worked out."""
        due = self.paper.accepted(name, self.own)
        found = self._answer(name)
        meant = commas_meant(found)
        told = " or ".join(f"{number:g}" for number in meant)
        paid = meant and self._has_paid_for_a_comma(name)
        assert paid or not meant, f"{name} is {described(found)}, two numbers; for one, write {told}"
        fits = lambda number: any(one == self.paper.near(number) for one in meant or [found])  # noqa: E731
        assert any(map(fits, due)), f"{name} is {described(found)}, but {self._reason(name, method, fits)}"
        if paid:
            self.remark(f"`{name}` was read as {told}; Python writes decimals with a point")

    def _has_paid_for_a_comma(self, name):
        """Whether an answer before this one has a decimal comma, too: a way of writing costs once."""
        earlier = takewhile(lambda other: other != name, self.paper.TRUE)
        return any(with_comma(self.own.read(other)) is not None for other in earlier)

    def word(self, name, words, method):
        """`name` is one of all possible `words`, in capitals or not, and one that counts."""
        due = self.paper.accepted(name, self.own)
        found = self._answer(name)
        word = plain(found)
        listed = " or ".join(f'"{w}"' for w in words)
        assert word in words, f"{name} is {described(found)}; it should be {listed}"
        assert word in due, f'{name} is "{word}", but {self._reason(name, method, word.__eq__)}'
        if found != word:
            self.remark(f'`{name}` was read as "{word}"')

    def truth(self, name, method):
        """`name` is True or False, whichever counts."""
        due = self.paper.accepted(name, self.own)
        found = self._answer(name)
        assert type(found) is bool, f"{name} is {described(found)}; it should be True or False"
        assert found in due, f"{name} is {found}, but {self._reason(name, method, found.__eq__)}"

    def _answer(self, name):
        """The student's answer; one that is still None is to do."""
        found = getattr(self.answers, name)
        if found is None:
            todo(f"{name} is still None")
        return found

    def _reason(self, name, method, fits):
        """Why an answer does not count: the `method`, unless the answer fits and took nothing to find."""
        before = self.paper.BEFORE.get(name, ())
        if not before:
            return method
        idle = any(map(fits, self.paper.FOLLOWING[name](self.own)))  # or it would have been accepted
        if self.paper.following(name, self.own) and not idle:
            return method
        numbers = " and ".join(f"{known} = {described(getattr(self.own, known))}" for known in before)
        return f"with your {numbers} nothing is left to work out here, so only the true answer counts"
