"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.gradient_check.misconceptions import check, gradients, slopes, step_size, suspects

STUDIES = tuple(
    study for exercise in (slopes, gradients, check, suspects, step_size) for study in exercise.STUDIES
)
