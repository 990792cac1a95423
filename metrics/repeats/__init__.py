"""Recommendations that come back: found by what they ask for, confirmed or dismissed by a person."""

from metrics.repeats.repeats import decide, repeats

__all__ = ["decide", "repeats"]
