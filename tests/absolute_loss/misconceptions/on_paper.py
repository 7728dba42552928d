"""One answer on paper: slips are formulas over the student's own numbers; habits show in the writing."""

from functools import partial
from pathlib import Path

from grader.misconceptions import Answer, look, worded
from tests.absolute_loss import paper
from tests.absolute_loss.misconceptions.explained import CHECKS
from tests.absolute_loss.paper import TRUE, Own, near
from tests.lessons.answers import in_quotes, plain, with_comma

PAGE = {
    "Y_HAT": 4,
    "SQUARED_LOSS": 9,
    "ABSOLUTE_LOSS": 3,
    "SQUARED_GRADIENT": 12,
    "ABSOLUTE_GRADIENT": 2,
    "W_AFTER_SQUARED": 1.4,
    "W_AFTER_ABSOLUTE": 1.6,
    "NEXT_ABSOLUTE_GRADIENT": 2,
}
NO_PREDICTION = "says nothing here"
WORDS = Path(__file__).with_name("by_hand.toml")


def probe(modules):
    """All eight answers, by name."""
    answers = modules("by_hand")
    return {name: plain(look(getattr, answers, name)) for name in TRUE}


class OnPaper(Answer):
    """The study of one answer. A habit, such as quotes, is a model that comes with `answers` that show it."""

    def written(self, model):
        answers = getattr(model, "answers", None) or {self.about: model(self.truth)}
        return "\n".join(f"{name} = {answer!r}" for name, answer in answers.items())


def answer(name, models, alike=None):
    """The study of one answer; the models are formulas over the student's own numbers."""
    slips = {slug: [partial(_slip, name, formula) for formula in several] for slug, several in models.items()}
    return OnPaper(
        exercise="by_hand",
        about=name,
        checks=CHECKS[name],
        probe=probe,
        right=(partial(_counted, name),),
        truth=TRUE,
        precision=paper.PRECISION,
        **worded(WORDS, {**_habits(name), **slips}, alike=alike),
    )


def _counted(name, answers):
    """The answer that stands there, if it counts; else one that would."""
    return answers[name] if _counts(name, answers) else paper.accepted(name, Own(answers.get))[0]


def _counts(name, answers):
    return any(answers[name] == near(due) for due in paper.accepted(name, Own(answers.get)))


def _slip(name, formula, answers):
    """What `formula` makes of the student's own numbers, where those leave something to work out."""
    own = Own(answers.get)
    nothing_left = name in paper.BEFORE and not paper.following(name, own)
    return NO_PREDICTION if nothing_left or _is_of_the_page(name, answers) else formula(own)


# --- habits: they show in how an answer is written, whatever it is -----------------------------------


def _habits(name):
    """Slug → models of habits that an answer may show."""
    quotes = _habit(name, lambda found: in_quotes(found) is not None, f"{TRUE[name]:g}")
    comma = _habit(name, lambda found: with_comma(found) is not None, (1, 4))
    page = {} if name == "NEXT_ABSOLUTE_GRADIENT" else {"by-hand-page-numbers": [_of_the_page(name)]}
    return {"by-hand-answer-in-quotes": [quotes], "by-hand-decimal-comma": [comma], **page}


def _habit(name, shows, example):
    """A model of whoever writes an answer so that `shows(answer)`, as in `example`."""

    def model(answers):
        return answers[name] if shows(answers[name]) else f"{NO_PREDICTION}, and not as in {example!r}"

    model.answers = {name: example}
    return model


def _of_the_page(name):
    """A model of whoever goes on with the numbers of the page from here on."""

    def model(answers):
        return PAGE[name] if _is_of_the_page(name, answers) else NO_PREDICTION

    model.answers = {later: PAGE[later] for later in list(PAGE)[list(PAGE).index(name) :]}
    return model


def _is_of_the_page(name, answers):
    """Whether this answer is the page's and so is another, and neither follows from the student's own."""
    foreign = [known for known in PAGE if answers[known] == near(PAGE[known]) and not _counts(known, answers)]
    return name in foreign and len(foreign) > 1
