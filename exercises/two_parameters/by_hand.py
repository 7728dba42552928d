"""Two parameters, two points, one step, with pencil and paper (lesson.md, minutes 10–50).

    model       ŷ = w · x + b
    loss        L = the mean of (ŷ − y)² over all points
    gradients   dL/dw = the mean of 2 · (ŷ − y) · x        dL/db = the mean of 2 · (ŷ − y)
    one step    new w = w − η · dL/dw                      new b = b − η · dL/db

    point 1: x = 3, y = 1      point 2: x = −2, y = 4
    w = 1    b = −1    η = 0.1

Work out each answer on paper, then write it in place of its None.
Constraint: paper first. Nothing is imported here; the engine may only confirm what you found.
"""

# --- Where you stand -----------------------------------------------------------------------

# The prediction ŷ for point 1.
Y_HAT_1 = None  # TODO: a number

# The prediction ŷ for point 2.
Y_HAT_2 = None  # TODO: a number

# The loss L: one number for both points.
LOSS = None  # TODO: a number

# --- Signs, before you compute a gradient --------------------------------------------------

# The sign of dL/dw: does the loss grow or fall when w alone grows?  "positive", "negative" or "zero"
GRADIENT_W_SIGN = None  # TODO: one of the three

# The sign of dL/db: does the loss grow or fall when b alone grows?  "positive", "negative" or "zero"
GRADIENT_B_SIGN = None  # TODO: one of the three

# --- The gradients themselves --------------------------------------------------------------

# dL/dw, a mean over both points.
GRADIENT_W = None  # TODO: a number

# dL/db, a mean over both points.
GRADIENT_B = None  # TODO: a number

# --- Exactly one step, with η = 0.1 --------------------------------------------------------

# The parameter w after the step.
W_AFTER = None  # TODO: a number

# The parameter b after the same step.
B_AFTER = None  # TODO: a number

# The loss L with the new w and the new b.
LOSS_AFTER = None  # TODO: a number

# Did the loss go down?  True or False
LOSS_WENT_DOWN = None  # TODO: True or False
