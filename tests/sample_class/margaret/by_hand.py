"""One step of learning with pencil and paper (lesson.md, minutes 10–60).

    model       ŷ = w · x
    loss        L = (ŷ − y)²
    gradient    dL/dw: how fast the loss grows when w grows
    one step    new w = w − η · gradient

    x = 2    y = 4    w = −1    η = 0.1  (say "eta"; the learning rate)

Work out each answer on paper, then write it in place of its None.
Constraint: paper first. Nothing is imported here; the engine may only confirm what you found.
"""

# --- Minutes 10–25: before any code --------------------------------------------------------

# The prediction ŷ at w = −1.
Y_HAT = -2

# The loss L at w = −1.
LOSS = 36

# Which way should w go, so that the prediction comes closer to y?  "increase" or "decrease"
W_SHOULD = "increase"

# The sign of dL/dw at w = −1, found without computing dL/dw.  "positive", "negative" or "zero"
GRADIENT_SIGN = "negative"

# --- Minutes 25–45: before you ask your engine for `w.grad` --------------------------------

# The gradient dL/dw itself, at w = −1.
GRADIENT = -24

# --- Minutes 45–60: exactly one step, with η = 0.1 -----------------------------------------

# The parameter w after the step.
W_AFTER = 1.4

# The prediction ŷ with the new w.
Y_HAT_AFTER = 2.8

# The loss L with the new w.
LOSS_AFTER = 1.44

# Did the loss go down?  True or False
LOSS_WENT_DOWN = True
