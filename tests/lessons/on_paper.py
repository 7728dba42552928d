"""One answer on paper: slips are formulas over the student's own numbers; habits show in the writing.

A lesson's `paper` says what counts; see `tests.lessons.marking`.
"""

from functools import partial

from grader.misconceptions import Answer, look, worded
from tests.lessons.answers import in_quotes, plain, with_comma

NO_PREDICTION = "says nothing here"
TRUTHS = ("true", "false", "yes", "no")


class OnPaper(Answer):
    """The study of one answer. A habit, such as quotes, is a model that comes with `answers` that show it."""

    def written(self, model):
        answers = getattr(model, "answers", None) or {self.about: model(self.truth)}
        return "\n".join(f"{name} = {answer!r}" for name, answer in answers.items())


class Sheet:
    """The studies of all answers to one `by_hand`, with `checks` for each and `words` for what is found.

    `page` has the numbers of the lesson's page, in their order. `choices` are the answers that are words: the
    slug of whoever writes another word, and what to choose from.
    """

    def __init__(self, paper, page, checks, words, choices=()):
        self.paper = paper
        self.page = page
        self.checks = checks
        self.words = words
        self.choices = dict(choices)
        # A word for a truth can only be meant where the sheet asks for one.
        asks_for_truths = any(type(due) is bool for due in paper.TRUE.values())
        self.quoted = TRUTHS if asks_for_truths else ()

    def probe(self, modules):
        """All answers, by name. Words without capitals and spaces around them, as the checks take them."""
        answers = modules("by_hand")
        return {name: plain(look(getattr, answers, name)) for name in self.paper.TRUE}

    def answer(self, name, models, alike=None):
        """The study of one answer; the models are formulas over the student's own numbers."""
        slips = {
            slug: [self._model(name, formula) for formula in several] for slug, several in models.items()
        }
        return OnPaper(
            exercise="by_hand",
            about=name,
            checks=self.checks[name],
            probe=self.probe,
            right=self.right(name),
            truth=self.paper.TRUE,
            precision=self.paper.PRECISION,
            **worded(self.words, {**self._habits(name), **slips}, alike=alike),
        )

    def right(self, name):
        """Models of whoever gives an answer that counts."""
        return (partial(self._counted, name),)

    def accepted(self, name, answers):
        return self.paper.accepted(name, self.paper.Own(answers.get))

    def counts(self, name, answers):
        near, due = self.paper.near, self.accepted(name, answers)
        return any(answers[name] == (near(one) if type(one) in (int, float) else one) for one in due)

    def _counted(self, name, answers):
        """The answer that stands there, if it counts; else one that would."""
        return answers[name] if self.counts(name, answers) else self.accepted(name, answers)[0]

    def _model(self, name, formula):
        """A model of a slip; a formula that only shows beside certain other answers has them in `answers`."""
        model = partial(self._slip, name, formula)
        if shown := getattr(formula, "answers", None):
            model.answers = shown
        return model

    def _slip(self, name, formula, answers):
        """What `formula` makes of the student's own numbers, where those leave something to work out."""
        own = self.paper.Own(answers.get)
        nothing_left = name in self.paper.BEFORE and not self.paper.following(name, own)
        return NO_PREDICTION if nothing_left or self.is_of_the_page(name, answers) else formula(own)

    # --- habits: they show in how an answer is written, whatever it is -------------------------------

    def _habits(self, name):
        """Slug to models of habits that an answer may show."""
        if name in self.choices:
            slug, words = self.choices[name]
            return {slug: [_habit(name, lambda found: type(found) is str and found not in words, "up")]}
        due = self.paper.TRUE[name]
        written = str(due) if type(due) is bool else f"{due:g}"
        quotes = {"by-hand-answer-in-quotes": [_habit(name, self._is_quoted, written)]}
        if type(due) is bool:
            return quotes
        comma = _habit(name, lambda found: with_comma(found) is not None, (1, 4))
        # Nothing comes after the last answer, so nobody goes on from there.
        page = {"by-hand-page-numbers": [self._of_the_page(name)]} if name != [*self.page][-1] else {}
        return {**quotes, "by-hand-decimal-comma": [comma], **page}

    def _is_quoted(self, found):
        return in_quotes(found) is not None or found in self.quoted

    def _of_the_page(self, name):
        """A model of whoever goes on with the numbers of the page from here on."""

        def model(answers):
            return self.page[name] if self.shows_the_page(name, answers) else NO_PREDICTION

        names = [*self.page]
        model.answers = {later: self.page[later] for later in names[names.index(name) :]}
        return model

    def shows_the_page(self, name, answers):
        """Whether an answer is enough to say that its number comes from the page."""
        return self.is_of_the_page(name, answers)

    def is_of_the_page(self, name, answers):
        """Whether an answer is the page's and so is another, and neither follows from the student's own."""
        near = self.paper.near
        foreign = [
            known
            for known, number in self.page.items()
            if answers[known] == near(number) and not self.counts(known, answers)
        ]
        return name in foreign and len(foreign) > 1


def _habit(name, shows, example):
    """A model of whoever writes an answer so that `shows(answer)`, as in `example`."""

    def model(answers):
        return answers[name] if shows(answers[name]) else f"{NO_PREDICTION}, and not as in {example!r}"

    model.answers = {name: example}
    return model
