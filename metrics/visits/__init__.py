"""What visits and reviews found, and what children said."""
