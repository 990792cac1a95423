"""What a home can show an inspector, as the page and its pack say it."""
