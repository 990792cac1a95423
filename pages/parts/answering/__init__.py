"""What a person answers to a concern, on every page that tells of one."""
