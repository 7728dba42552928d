"""A class becomes reports on disk, whatever happens on the way. Reaches all rooms but the bridge."""

# What other rooms may use; the rest is private to this one.
__all__ = [
    "batch",
    "cluster",
    "finals",
    "link",
    "marking",
    "marks",
    "merging",
    "parts",
    "progress",
    "record",
    "session",
    "shards",
    "shelf",
    "workers",
]
