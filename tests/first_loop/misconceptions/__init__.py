"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.first_loop.misconceptions import backward, square

STUDIES = (*square.STUDIES, *backward.STUDIES)
