"""What the page of a home draws."""
