"""What the page of one standard draws."""
