"""Grades exercises without ever importing what was handed in."""
