"""What goes wrong with pencil and paper: each answer judged from the student's own earlier ones."""

from functools import partial
from pathlib import Path

from grader.misconceptions import Answer, look, worded
from tests.first_loop import paper
from tests.first_loop.paper import TRUE, Own, W, X, Y, near, sign
from tests.lessons.answers import in_quotes, plain, with_comma

PAGE = {"Y_HAT": 6, "LOSS": 9, "GRADIENT": 18, "W_AFTER": 1.64, "Y_HAT_AFTER": 4.92, "LOSS_AFTER": 3.6864}
CHECKS = {
    "Y_HAT": "test_prediction",
    "LOSS": "test_loss",
    "W_SHOULD": "test_w_should_move_towards_the_target",
    "GRADIENT_SIGN": "test_sign_of_the_gradient",
    "GRADIENT": "test_gradient",
    "W_AFTER": "test_w_after_one_step",
    "Y_HAT_AFTER": "test_prediction_after_one_step",
    "LOSS_AFTER": "test_loss_after_one_step",
    "LOSS_WENT_DOWN": "test_loss_went_down",
}
CHOICES = {"W_SHOULD": ("increase", "decrease"), "GRADIENT_SIGN": ("positive", "negative", "zero")}
NO_PREDICTION = "says nothing here"
WORDS = Path(__file__).with_suffix(".toml")


def probe(modules):
    """All nine answers, by name. Words without capitals and spaces around them, as the checks take them."""
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
        probe=probe,
        right=tuple(partial(_counted, name, place) for place in range(3)),
        checks=(CHECKS[name],),
        truth=TRUE,
        precision=paper.PRECISION,
        **worded(WORDS, {**_habits(name), **slips}, alike=alike),
    )


def _counted(name, place, answers):
    """One of the answers that count: number `place`, or the last one. There are at most three."""
    counted = paper.accepted(name, Own(answers.get))
    return counted[min(place, len(counted) - 1)]


def _slip(name, formula, answers):
    """What `formula` gives for the student's own numbers, if these leave something to work out."""
    own = Own(answers.get)
    nothing_left = name in paper.BEFORE and not paper.following(name, own)
    return NO_PREDICTION if nothing_left or _is_of_the_page(name, answers) else formula(own)


# --- habits: they show in how an answer is written, whatever it is --------------------------------------


def _habits(name):
    """Slug → models of habits that an answer may show."""
    if name in CHOICES:
        slug = "by-hand-direction-in-own-words" if name == "W_SHOULD" else "by-hand-sign-in-own-words"
        return {slug: [_habit(name, lambda word: type(word) is str and word not in CHOICES[name], "up")]}
    quotes = {"by-hand-answer-in-quotes": [_habit(name, _is_quoted, str(TRUE[name]))]}
    if name not in PAGE:
        return quotes
    comma = _habit(name, lambda found: with_comma(found) is not None, (1, 4))
    page = {"by-hand-page-numbers": [_of_the_page(name)]} if name != "LOSS_AFTER" else {}
    return {**quotes, "by-hand-decimal-comma": [comma], **page}


def _habit(name, shows, example):
    """A model of a student whose answer has a habit: `shows(answer)` is true, as it is for `example`."""

    def model(answers):
        return answers[name] if shows(answers[name]) else f"{NO_PREDICTION}, and not as in {example!r}"

    model.answers = {name: example}
    return model


def _is_quoted(found):
    return in_quotes(found) is not None or found in ("true", "false", "yes", "no")


def _of_the_page(name):
    """A model of a student who uses the numbers of the page in this answer and all later ones."""

    def model(answers):
        # ŷ = 6 alone may also be another slip. The other numbers count if at least two are the page's.
        return PAGE[name] if name == "Y_HAT" or _is_of_the_page(name, answers) else NO_PREDICTION

    model.answers = {later: PAGE[later] for later in list(PAGE)[list(PAGE).index(name) :]}
    return model


def _is_of_the_page(name, answers):
    """Whether this answer and another are the page's numbers, and do not follow from the student's own."""
    foreign = [known for known in PAGE if answers[known] == near(PAGE[known]) and not _counts(known, answers)]
    return name in foreign and len(foreign) > 1


def _counts(name, answers):
    return any(answers[name] == near(due) for due in paper.accepted(name, Own(answers.get)))


# --- slips, as formulas -----------------------------------------------------------------------------------

STUDIES = (
    answer(
        "Y_HAT",
        {
            "by-hand-prediction-sign": [lambda _: -W * X],
            "by-hand-prediction-adds": [lambda _: W + X],
            "by-hand-prediction-uses-y": [lambda _: W * Y, lambda _: X * Y],
            "by-hand-prediction-is-the-error": [lambda _: W * X - Y, lambda _: Y - W * X],
            "by-hand-prediction-is-the-truth": [lambda _: Y],
        },
        {"by-hand-prediction-is-six": ["by-hand-prediction-is-the-error", "by-hand-page-numbers"]},
    ),
    answer(
        "LOSS",
        {
            "by-hand-loss-not-squared": [lambda own: own.error, lambda own: -own.error],
            "by-hand-loss-negative-square": [lambda own: -(own.error**2)],
            "by-hand-loss-halved": [lambda own: own.error**2 / 2],
            "by-hand-loss-doubled": [lambda own: 2 * own.error, lambda own: -2 * own.error],
            "by-hand-loss-squares-apart": [
                lambda own: own.Y_HAT**2 - Y**2,
                lambda own: Y**2 - own.Y_HAT**2,
                lambda own: own.Y_HAT**2 + Y**2,
            ],
            "by-hand-loss-sign-of-prediction": [lambda own: (own.Y_HAT + Y) ** 2],
            "by-hand-loss-without-y": [lambda own: own.Y_HAT**2],
        },
        {
            "by-hand-loss-no-square-of-the-error": ["by-hand-loss-doubled", "by-hand-loss-squares-apart"],
            "by-hand-loss-error-too-small": ["by-hand-loss-sign-of-prediction", "by-hand-loss-without-y"],
        },
    ),
    answer(
        "W_SHOULD",
        {"by-hand-wrong-direction": [lambda own: "increase" if own.error > 0 else "decrease"]},
    ),
    answer(
        "GRADIENT_SIGN",
        {
            "by-hand-sign-is-the-direction": [lambda own: sign(-own.error)],
            "by-hand-sign-zero": [lambda _: "zero"],
        },
    ),
    answer(
        "GRADIENT",
        {
            "by-hand-gradient-one-factor": [lambda own: own.error * X],  # 2 and x are both 2
            "by-hand-gradient-is-the-error": [lambda own: own.error],
            "by-hand-gradient-sign-lost": [lambda own: -2 * own.error * X],
            "by-hand-gradient-keeps-the-square": [
                lambda own: own.error**2 * X,
                lambda own: -(own.error**2) * X,
                lambda own: 2 * own.error**2 * X,
            ],
            "by-hand-gradient-x-squared": [lambda own: 2 * own.error * X**2],
            "by-hand-gradient-adds-x": [lambda own: 2 * own.error + X],
            "by-hand-gradient-without-y": [lambda own: 2 * own.Y_HAT * X],
            "by-hand-gradient-zero": [lambda _: 0],
        },
    ),
    answer(
        "W_AFTER",
        {
            "by-hand-step-uphill": [lambda own: W + own.step],
            "by-hand-step-without-rate": [lambda own: W - own.GRADIENT],
            "by-hand-step-without-rate-uphill": [lambda own: W + own.GRADIENT],
            "by-hand-step-is-not-the-new-w": [lambda own: own.step, lambda own: -own.step],
            "by-hand-step-divides": [lambda own: W - own.GRADIENT / paper.ETA],
            "by-hand-step-from-plus-one": [lambda own: -W - own.step],
            "by-hand-step-from-prediction": [lambda own: own.Y_HAT - own.step],
            "by-hand-step-decimal-slip": [lambda own: W - own.step / 10],
            "by-hand-step-to-the-goal": [lambda _: Y / X],
            "by-hand-step-not-taken": [lambda _: W],
        },
    ),
    answer(
        "Y_HAT_AFTER",
        {
            "by-hand-after-prediction-is-old": [lambda own: own.Y_HAT],
            "by-hand-after-prediction-adds": [lambda own: own.W_AFTER + X],
            "by-hand-after-prediction-is-w": [lambda own: own.W_AFTER],
            "by-hand-after-prediction-stepped": [lambda own: own.Y_HAT - own.step],
            "by-hand-after-prediction-sign": [lambda own: -own.W_AFTER * X],
            "by-hand-after-prediction-is-the-error": [
                lambda own: own.W_AFTER * X - Y,
                lambda own: Y - own.W_AFTER * X,
            ],
        },
    ),
    answer(
        "LOSS_AFTER",
        {
            "by-hand-after-loss-not-squared": [lambda own: own.error_after, lambda own: -own.error_after],
            "by-hand-after-loss-negative-square": [lambda own: -(own.error_after**2)],
            "by-hand-after-loss-halved": [lambda own: own.error_after**2 / 2],
            "by-hand-after-loss-doubled": [lambda own: 2 * own.error_after, lambda own: -2 * own.error_after],
            "by-hand-after-loss-squares-apart": [
                lambda own: own.Y_HAT_AFTER**2 - Y**2,
                lambda own: Y**2 - own.Y_HAT_AFTER**2,
            ],
            "by-hand-after-loss-sign": [lambda own: (own.Y_HAT_AFTER + Y) ** 2],
            "by-hand-after-loss-without-y": [lambda own: own.Y_HAT_AFTER**2],
            "by-hand-after-loss-uses-w": [lambda own: (own.W_AFTER - Y) ** 2],
            "by-hand-after-loss-is-old": [lambda own: own.LOSS],
            "by-hand-after-loss-is-the-change": [lambda own: own.LOSS - own.error_after**2],
            "by-hand-after-loss-decimal-slip": [lambda own: own.error_after**2 * 10],
        },
    ),
    answer(
        "LOSS_WENT_DOWN",
        {"by-hand-comparison-reversed": [lambda own: not own.LOSS_AFTER < own.LOSS]},
    ),
)
