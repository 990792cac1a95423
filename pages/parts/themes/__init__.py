"""What the page of themes draws."""
