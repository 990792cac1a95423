"""What the upload page draws."""
