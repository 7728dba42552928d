"""Which loss to take for which wish: what is due is found with numbers, so that no answer stands here."""

from tests.absolute_loss import ways

BEFORE, AFTER = (1, 2, 3, 4, 40), (1, 2, 3, 4, 70)  # one reading becomes wilder
LOSSES = {  # word → where the loss of several readings is lowest, and the loss of one error
    "absolute": (ways.absolute_lowest_at, abs),
    "squared": (ways.squared_lowest_at, lambda error: error**2),
}


def _stays(lowest_at, loss):
    return lowest_at(BEFORE) == lowest_at(AFTER)


def _is_the_mean(lowest_at, loss):
    return lowest_at(BEFORE) == sum(BEFORE) / len(BEFORE)


def _is_four_times(lowest_at, loss):
    return loss(2) == 4 * loss(1)


def _is_in_the_middle(lowest_at, loss):
    place = lowest_at(BEFORE)
    return sum(y > place for y in BEFORE) == sum(y < place for y in BEFORE)


_WISHES = {
    "one wild reading should hardly count": (
        _stays,
        "which of the two lowest places moved, when the 40 became 70?",
    ),
    "the average is wanted": (_is_the_mean, "which of the two is lowest at the mean?"),
    "a mistake twice as large is four times as bad": (_is_four_times, "what do 2² and |2| make of twice 1?"),
    "as many readings above as below": (
        _is_in_the_middle,
        "which of the two is lowest at the middle reading?",
    ),
}
QUESTIONS = {wish: question for wish, (_, question) in _WISHES.items()}  # for a wrong answer
DUE = {
    wish: next(word for word, kind in LOSSES.items() if fits(*kind)) for wish, (fits, _) in _WISHES.items()
}
