"""Two ways to be wrong, one step with each, with pencil and paper (lesson.md, minutes 10–25).

    model            ŷ = w · x
    squared loss     L = (ŷ − y)²        its slope   dL/dw = 2 · (ŷ − y) · x
    absolute loss    L = |ŷ − y|         its slope   dL/dw = (+1 or −1) · x
    one step         new w = w − η · dL/dw

    x = 3    y = 11    w = 2    η = 0.02 for the squared loss, 0.1 for the absolute one

Work out each answer on paper, then write it in place of its None.
Constraint: paper first. Nothing is imported here; the engine may only confirm what you found.
"""

# --- How wrong -----------------------------------------------------------------------------

# The prediction ŷ.
Y_HAT = 6

# The squared loss.
SQUARED_LOSS = 25

# The absolute loss.
ABSOLUTE_LOSS = 5

# --- Which way, and how steep --------------------------------------------------------------

# dL/dw of the squared loss.
SQUARED_GRADIENT = -30

# dL/dw of the absolute loss.
ABSOLUTE_GRADIENT = -15  # -5 razy 3

# --- Exactly one step with each, both from w = 2 -------------------------------------------

# w after one step along the squared loss, with η = 0.02.
W_AFTER_SQUARED = 2.6

# w after one step along the absolute loss, with η = 0.1.
W_AFTER_ABSOLUTE = 3.5

# dL/dw of the absolute loss once more, at the w that its step led to.
NEXT_ABSOLUTE_GRADIENT = -1.5  # 10.5 - 11 = -0.5, razy 3
