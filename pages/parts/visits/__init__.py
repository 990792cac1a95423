"""What the page of visits draws."""
