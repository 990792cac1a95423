"""What a home can show of a span of time: since its last full inspection, or of the months that a review is of."""
