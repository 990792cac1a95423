"""Themes of what is written about the homes: what a text is about, and which themes emerge."""

from metrics.themes.themes import theme_counts, themes

__all__ = ["theme_counts", "themes"]
