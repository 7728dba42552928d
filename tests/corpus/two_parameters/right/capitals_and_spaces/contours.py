LOWER = "p"
FIRST_STEP_FROM_P = "Down right "
STEEPEST = 'Along w'
