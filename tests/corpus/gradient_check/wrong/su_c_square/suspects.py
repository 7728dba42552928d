VERDICTS = {
    "a": "square",
    "b": "right",
    "c": "square",
    "d": "subtract",
    "e": "right",
    "f": "multiply",
}
