"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.absolute_loss.misconceptions import abs as absolute
from tests.absolute_loss.misconceptions import losses, train

STUDIES = (*absolute.STUDIES, *losses.STUDIES, *train.STUDIES)
