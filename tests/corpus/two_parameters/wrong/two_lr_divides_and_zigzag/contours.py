BEHAVIOUR = {
    0.1: "smooth",
    0.25: "zigzag",
    0.5: "zigzag",
    0.6: "explodes",
}
