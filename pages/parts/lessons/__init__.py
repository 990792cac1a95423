"""What the page of lessons draws."""
