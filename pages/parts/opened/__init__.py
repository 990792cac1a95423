"""What opens over a page: a row as it was loaded, and the rows behind a figure."""
