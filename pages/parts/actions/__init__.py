"""What the page of actions draws."""
