"""Actions: what was undertaken, what is late, and what comes back."""
