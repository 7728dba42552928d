BEHAVIOUR = {0.05: "smooth", 0.125: "one step", 0.2: "zigzag", 0.25: "zigzag", 0.3: "zigzag"}
