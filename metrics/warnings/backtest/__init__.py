"""The back-test: what the dashboard would have said the day before each inspection, beside the look back to the
judgement before.
"""

from metrics.warnings.backtest.backtest import backtest
from metrics.warnings.backtest.base_rate import base_rate

__all__ = ["backtest", "base_rate"]
