VERDICTS = {
    "a": "square",
    "b": "RIGHT",
    "c": "backward",
    "d": "subtract",
    "e": "right",
    "f": "multiply",
}
