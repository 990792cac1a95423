"""Month values: what is counted for each home and month, and what is pooled of it."""
