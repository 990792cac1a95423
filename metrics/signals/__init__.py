"""What is moving beyond chance: charts, tests, and the signals of the latest month."""

from metrics.signals.signals import signals
from metrics.signals.xmr import Xmr, xmr

__all__ = ["Xmr", "signals", "xmr"]
