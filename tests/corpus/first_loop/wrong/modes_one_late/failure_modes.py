BEHAVIOUR = {
    0.05: "smooth",
    0.125: "smooth",
    0.2: "one step",
    0.25: "zigzag",
    0.3: "stuck",
}
