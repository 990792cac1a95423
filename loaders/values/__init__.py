"""From what stands in a cell to a value of the column's type, or a fault that says what is wrong and what to do."""
