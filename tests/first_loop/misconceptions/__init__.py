"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.first_loop.misconceptions import (
    backward,
    by_hand,
    failure_modes,
    square,
    squared_loss,
    train,
    update,
)

STUDIES = tuple(
    study
    for exercise in (by_hand, square, backward, squared_loss, update, train, failure_modes)
    for study in exercise.STUDIES
)
