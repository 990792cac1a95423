"""The one list of what the contract beside the project asks for and this version does not fulfil yet.

Whoever fulfils one takes its names out of here; a test fails until that is done, and another where a name is lacking.
"""

NOT_YET: tuple[tuple[str, tuple[str, ...]], ...] = ()
"""Sentences with the names of differences; none stands now."""
