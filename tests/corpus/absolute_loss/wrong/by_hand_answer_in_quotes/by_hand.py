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
Y_HAT = 6  # 2 · 3  # <<< stub: Y_HAT = None  # TODO: a number

# The squared loss.
SQUARED_LOSS = 25  # (6 − 11)²  # <<< stub: SQUARED_LOSS = None  # TODO: a number

# The absolute loss.
ABSOLUTE_LOSS = 5  # |6 − 11|  # <<< stub: ABSOLUTE_LOSS = None  # TODO: a number

# --- Which way, and how steep --------------------------------------------------------------

# dL/dw of the squared loss.
SQUARED_GRADIENT = -30  # 2 · (−5) · 3  # <<< stub: SQUARED_GRADIENT = None  # TODO: a number

# dL/dw of the absolute loss.
ABSOLUTE_GRADIENT = -3  # −1 · 3  # <<< stub: ABSOLUTE_GRADIENT = None  # TODO: a number

# --- Exactly one step with each, both from w = 2 -------------------------------------------

# w after one step along the squared loss, with η = 0.02.
W_AFTER_SQUARED = 2.6  # 2 − 0.02 · (−30)  # <<< stub: W_AFTER_SQUARED = None  # TODO: a number

# w after one step along the absolute loss, with η = 0.1.
W_AFTER_ABSOLUTE = 2.3  # 2 − 0.1 · (−3)  # <<< stub: W_AFTER_ABSOLUTE = None  # TODO: a number

# dL/dw of the absolute loss once more, at the w that its step led to.
NEXT_ABSOLUTE_GRADIENT = -3  # 6.9 < 11  # <<< stub: NEXT_ABSOLUTE_GRADIENT = None  # TODO: a number


W_AFTER_ABSOLUTE='2.3'
