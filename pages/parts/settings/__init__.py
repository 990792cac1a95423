"""What the page of settings draws."""
