"""The neighbour: courses and gradebooks of nbgrader. Reaches grading."""
