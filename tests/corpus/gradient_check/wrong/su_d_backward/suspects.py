VERDICTS = {
    "a": "square",
    "b": "right",
    "c": "backward",
    "d": "backward",
    "e": "right",
    "f": "multiply",
}
