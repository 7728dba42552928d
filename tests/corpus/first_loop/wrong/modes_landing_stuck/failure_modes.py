BEHAVIOUR = {0.05: "smooth", 0.125: "stuck", 0.2: "zigzag", 0.25: "stuck", 0.3: "explodes"}
