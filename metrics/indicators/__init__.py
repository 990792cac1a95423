"""What is counted: every indicator as declared, and the targets that a council sets."""
