BEHAVIOUR = {0.05: "smooth", 0.125: "smooth", 0.2: "smooth", 0.25: "one step", 0.3: "zigzag"}
