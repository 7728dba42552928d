BEHAVIOUR = {
    0.05: "stuck",
    0.125: "one step",
    0.2: "zigzag",
    0.25: "stuck",
    0.3: "explodes",
}
