"""What other systems read: one module a system, pure functions from a grade to text.

Some formats must hold a number, and cannot say "we could not grade this". Their exports raise UngradedError
in that case, so that the system shows a failed run and never a zero.
"""
