"""One wild reading: which number stands best for several (lesson.md, minutes 65–80).

The model has no input any more. It answers with one number b, whatever was asked: ŷ = b. Five
readings were taken:

    1, 2, 3, 4, 40

Constraint: predict first, with a finger on the line, as lesson.md does it. Your own functions in
losses.py may only confirm what you found.
"""

# --- The best b for 1, 2, 3, 4, 40 ---------------------------------------------------------

# Where is the mean of the squared losses lowest?
SQUARED_LOWEST_AT = 10  # the mean: 50 / 5  # <<< stub: SQUARED_LOWEST_AT = None  # TODO: a number

# Where is the mean of the absolute losses lowest?
ABSOLUTE_LOWEST_AT = 3  # two above, two below  # <<< stub: ABSOLUTE_LOWEST_AT = None  # TODO: a number

# --- The wild reading gets wilder: the 40 becomes 70 ---------------------------------------

# How far does the lowest place of the squared loss move?
SQUARED_MOVES_BY = 6  # 30 / 5  # <<< stub: SQUARED_MOVES_BY = None  # TODO: a number

# How far does the lowest place of the absolute loss move?
ABSOLUTE_MOVES_BY = 0  # 70 is above, as 40 was  # <<< stub: ABSOLUTE_MOVES_BY = None  # TODO: a number

# --- Which loss fits the wish? -------------------------------------------------------------

# "squared" or "absolute", for each of four wishes.
WHICH = {
    "one wild reading should hardly count": "absolute",  # <<< stub: "one wild reading should hardly count": None,  # TODO: one of the two words
    "the average is wanted": "squared",  # <<< stub: "the average is wanted": None,  # TODO: one of the two words
    "a mistake twice as large is four times as bad": "squared",  # <<< stub: "a mistake twice as large is four times as bad": None,  # TODO: one of the two words
    "as many readings above as below": "absolute",  # <<< stub: "as many readings above as below": None,  # TODO: one of the two words
}


SQUARED_LOWEST_AT=3
ABSOLUTE_LOWEST_AT=10
SQUARED_MOVES_BY=0
ABSOLUTE_MOVES_BY=6
