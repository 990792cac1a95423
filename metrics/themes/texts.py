"""What independent visitors wrote, in SQL: their visits, and every text of each."""

from qa_data.sql import queries

SQL = queries(__file__)

VISITS = SQL["visits"]
"""A row a home and day: a finding dated on a day without a row in the sheet of visits was still found on a visit."""

TEXTS = SQL["texts"]
"""A row a text that holds: home, day, part (the column it stands in), kind, text, digest, row_at."""

EVERY_TEXT = SQL["every_text"]
"""homes, digest, kind and text of everything stored, whichever upload or version holds: a row a text, whatever homes of
the scope it was written of.
"""
