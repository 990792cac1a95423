"""What the page of early warnings draws."""
