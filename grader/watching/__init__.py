"""`pytest --watch`: checks again whenever a file is saved. Reaches telling.

watch       the loop: wait, check, say what has changed
saved       which files are there, by time and size
runs        one run of the checks, in a process of its own
standing    what a run found, and in words what has changed since the run before
screen      the terminal: its keys, its lines, and its state when all is over
"""

# What other rooms may use; the rest is private to this one.
__all__ = ["standing", "watch"]
