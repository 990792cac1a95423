"""The performance clinic: its agenda by exception, and what clinics before decided."""

from metrics.clinic.agenda import agenda
from metrics.clinic.decided import decided, last_held, meeting

__all__ = ["agenda", "decided", "last_held", "meeting"]
