"""Bedenktijd: reads a draft while you write it, and says "neem even de tijd" in time."""

__version__ = "0.1.0"
