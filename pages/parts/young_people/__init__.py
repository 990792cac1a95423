"""What the page for young people draws, and what is answered and approved beside it."""
