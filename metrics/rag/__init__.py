"""The colours: rules, the facts that they ask about, and the state of every home against every standard."""
