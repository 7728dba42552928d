BEHAVIOUR = {0.05: "zigzag", 0.125: "smooth", 0.2: "explodes", 0.25: "smooth", 0.3: "stuck"}
