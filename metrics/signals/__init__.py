"""What is moving beyond chance: charts, the concerns that stand, and the signals of the latest month."""

from metrics.signals.evidence.programs import homes_stand, stands
from metrics.signals.signals import signals
from metrics.signals.xmr import Xmr, xmr

__all__ = ["Xmr", "homes_stand", "signals", "stands", "xmr"]
