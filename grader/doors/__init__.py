"""The ways to reach one student's code: in this process, in a box, or replayed. Reaches the box."""
