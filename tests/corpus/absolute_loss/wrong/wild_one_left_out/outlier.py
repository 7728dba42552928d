"""One wild reading: which number stands best for several (lesson.md, minutes 65–80).

The model has no input any more. It answers with one number b, whatever was asked: ŷ = b. Five
readings were taken:

    1, 2, 3, 4, 40

Constraint: predict first, with a finger on the line, as lesson.md does it. Your own functions in
losses.py may only confirm what you found.
"""

# --- The best b for 1, 2, 3, 4, 40 ---------------------------------------------------------

# Where is the mean of the squared losses lowest?
SQUARED_LOWEST_AT = 2.5

# Where is the mean of the absolute losses lowest?
ABSOLUTE_LOWEST_AT = 2.5

# --- The wild reading gets wilder: the 40 becomes 70 ---------------------------------------

# How far does the lowest place of the squared loss move?
SQUARED_MOVES_BY = 0

# How far does the lowest place of the absolute loss move?
ABSOLUTE_MOVES_BY = 0

# --- Which loss fits the wish? -------------------------------------------------------------

# "squared" or "absolute", for each of four wishes.
WHICH = {
    "one wild reading should hardly count": "absolute",
    "the average is wanted": "squared",
    "a mistake twice as large is four times as bad": "squared",
    "as many readings above as below": "absolute",
}
