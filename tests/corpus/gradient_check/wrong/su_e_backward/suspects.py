VERDICTS = {
    "a": "square",
    "b": "right",
    "c": "backward",
    "d": "subtract",
    "e": "backward",
    "f": "multiply",
}
