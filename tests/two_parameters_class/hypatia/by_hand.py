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
Y_HAT_1 = 2

# The prediction ŷ for point 2.
Y_HAT_2 = -3

# The loss L: one number for both points.
LOSS = 25

# --- Signs, before you compute a gradient --------------------------------------------------

# The sign of dL/dw: does the loss grow or fall when w alone grows?  "positive", "negative" or "zero"
GRADIENT_W_SIGN = "positive"

# The sign of dL/db: does the loss grow or fall when b alone grows?  "positive", "negative" or "zero"
GRADIENT_B_SIGN = "negative"

# --- The gradients themselves --------------------------------------------------------------

# dL/dw, a mean over both points.
GRADIENT_W = 17  # (2·1·3 + 2·(−7)·(−2)) / 2

# dL/db, a mean over both points.
GRADIENT_B = -6  # (2·1 + 2·(−7)) / 2

# --- Exactly one step, with η = 0.1 --------------------------------------------------------

# The parameter w after the step.
W_AFTER = -0.7

# The parameter b after the same step.
B_AFTER = -0.4

# The loss L with the new w and the new b.
LOSS_AFTER = 10.625

# Did the loss go down?  True or False
LOSS_WENT_DOWN = True
