"""What stands behind the figures: facts of homes, judgements, findings, visits and actions, each with its file, sheet and row."""
