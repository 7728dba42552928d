"""What the suites of several lessons share. It belongs to no lesson: there are no checks in here."""
