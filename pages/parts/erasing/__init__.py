"""What the page of erasure draws and does."""
