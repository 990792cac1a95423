"""What is taken out of the store for good: words wherever they stand, an upload, rows that are past their time."""
