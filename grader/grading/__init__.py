"""Grades a class and puts its reports on disk, whatever happens. Reaches all rooms but the bridge."""

# What other rooms may use; the rest is private to this one.
__all__ = [
    "batch",
    "classlist",
    "cluster",
    "course",
    "difference",
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
    "record",
    "renewal",
    "session",
    "shards",
    "shelf",
    "workers",
]
