"""What several pages draw, and how they ask."""
