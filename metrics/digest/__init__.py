"""A mail to each person about their homes: what is owed, due, overdue, newly red and newly of concern."""
