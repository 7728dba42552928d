"""What goes wrong in this lesson: for each exercise, executable wrong models and what to say about them."""

from tests.absolute_loss.misconceptions import abs as absolute
from tests.absolute_loss.misconceptions import by_hand, losses, outlier, train

STUDIES = (*by_hand.STUDIES, *absolute.STUDIES, *losses.STUDIES, *train.STUDIES, *outlier.STUDIES)
