"""What the page of trends draws."""
