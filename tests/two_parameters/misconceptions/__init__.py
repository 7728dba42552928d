"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.two_parameters.misconceptions import by_hand, contours, formula, mean_squared_loss, train, update

STUDIES = tuple(
    study
    for exercise in (by_hand, mean_squared_loss, formula, update, train, contours)
    for study in exercise.STUDIES
)
