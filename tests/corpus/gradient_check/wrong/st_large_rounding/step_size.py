WHAT_SPOILS = {
    1e-2: "rounding",
    1e-5: "nothing",
    1e-13: "the curve bends",
}
