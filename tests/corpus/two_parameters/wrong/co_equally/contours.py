STEEPEST = "equally"
