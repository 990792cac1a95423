"""Errands: whoever has the store's file open carries out the commands of this account's other programs, and what they
print comes back to whoever asked. DuckDB lets one process alone have a file; so nobody needs to close the dashboard,
and nothing is written beside the one that writes.
"""
