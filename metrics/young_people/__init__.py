"""What children and young people of a home said, what became of it, and the page that tells them so."""
