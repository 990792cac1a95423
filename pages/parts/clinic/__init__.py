"""What the clinic draws."""
