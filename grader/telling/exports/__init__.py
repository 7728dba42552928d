"""What other systems read: one module a system, pure functions from a grade to text.

A format that must hold a number has no place for "we could not grade this". There, an export raises
UngradedError, so that the system shows a failed run and never a zero.
"""
