"""Themes of what is written about the homes: what a text is about, and which themes emerge."""
