"""Run the checks, and name the mistake. Reaches the doors and the lesson."""
