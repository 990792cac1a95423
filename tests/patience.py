"""How long a test waits for what it waits for. Every wait ends with an event; this end is met only where something
hangs, however much else the machine has to do.
"""

PATIENCE = 600
"""Seconds."""
