"""Whatever was handed in becomes a Submission; nothing of it is followed or run. Reaches the lesson."""
