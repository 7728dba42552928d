BEHAVIOUR = {
    0.05: "smooth",
    0.125: "one step",
    0.2: "smooth",
    0.25: "stuck",
    0.3: "explodes",
}
