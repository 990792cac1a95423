"""Early warnings, the clocks behind them, what is owed, and what the warnings have been worth."""
