WHICH = {
    "one wild reading should hardly count": "absolute",
    "the average is wanted": "squared",
    "a mistake twice as large is four times as bad": "absolute",
    "as many readings above as below": "absolute",
}
