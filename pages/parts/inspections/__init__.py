"""What the page of inspections draws."""
