"""A plugin of pytest: with it, there is a working version of nothing, as where students have no solutions."""

from grader.doors import direct

direct.at_hand = lambda lesson: False
