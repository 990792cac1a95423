"""Answers that are kept in the store, a home at a time, and brought up to date at the first question after a change.

What is kept depends on nothing but the store, the program and its `variant` (a month, say): an upload or a decision
makes anew only the rows of the homes that it touched, another edition of the program all of them.
"""
