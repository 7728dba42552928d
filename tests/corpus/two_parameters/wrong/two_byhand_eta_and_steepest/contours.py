STEEPEST = "along b"
