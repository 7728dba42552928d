"""When the step is too large, and when nobody resets (lesson.md, minutes 75–85).

As before: ŷ = w · x, L = (ŷ − y)², x = 2, y = 4, and w starts at −1. The best w is 2.

How does w behave when `train` runs with each of these learning rates? Five words to choose from:

    "smooth"     w comes closer in every step, always from the same side
    "one step"   the first step lands on the best w, and there it stays
    "zigzag"     every step jumps over the best w, and lands closer than before
    "stuck"      w jumps to and fro between the same two places and the loss never falls
    "explodes"   every step jumps over the best w, and lands farther away than before

Predict first; then try: the last lines of training.py are the place to change lr.
Constraint: an answer is one of the five words, in quotes, spelled as above.
"""

BEHAVIOUR = {
    0.05: "smooth",
    0.125: "one step",
    0.2: "zigzag",
    0.25: "stuck",
    0.3: "explodes",
}

# At w = −1, build the loss and call `backward` on it. Without an update and without a reset, build
# the loss a second time from the same w, and call `backward` on this second loss.
# What does `w.grad` hold now?
GRADIENT_AFTER_TWO_BACKWARDS = -48
