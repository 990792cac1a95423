"""The indicators of each quality standard, a module each, and those that every standard has."""
