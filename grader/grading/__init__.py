"""Grades a class and puts its reports on disk, whatever happens. Reaches all rooms but the bridge."""

# What other rooms may use; the rest is private to this one.
__all__ = [
    "batch",
    "classlist",
    "cluster",
    "course",
    "difference",
    "disk",
    "dispatch",
    "finals",
    "link",
    "markbook",
    "marking",
    "marks",
    "merging",
    "parts",
    "policies",
    "progress",
    "renewal",
    "session",
    "shards",
    "shelf",
    "workers",
]
