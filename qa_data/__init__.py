"""The store and the dictionary: datasets, standards, judgement schemes, uploads."""
