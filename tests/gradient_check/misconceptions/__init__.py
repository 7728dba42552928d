"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.gradient_check.misconceptions import check, gradients, slopes

STUDIES = tuple(study for exercise in (slopes, gradients, check) for study in exercise.STUDIES)
