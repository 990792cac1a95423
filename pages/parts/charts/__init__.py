"""Charts and how they are drawn."""
