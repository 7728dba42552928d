BEHAVIOUR = {0.05: "smooth", 0.125: "smooth", 0.2: "smooth", 0.25: "stuck", 0.3: "explodes"}
GRADIENT_AFTER_TWO_BACKWARDS = 0
