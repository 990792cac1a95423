"""Many servers over one store: PostgreSQL keeps, in order, what was given, and every process follows that into a DuckDB
file of its own, where it answers. What is only worked out stays with each process.
"""
