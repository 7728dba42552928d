"""Run the checks, and name the mistake. Reaches the doors and the lesson."""

# What other rooms may use; the rest is private to this one.
__all__ = [
    "compare",
    "diagnosis",
    "examples",
    "hints",
    "kept",
    "ledger",
    "meant",
    "needs",
    "observed",
    "own_code",
    "putting_back",
    "recorded",
    "sealed",
    "student_run",
    "study",
    "suites",
    "turn",
    "unordered",
    "wholeness",
]
