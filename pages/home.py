"""Home: one home, its nine standards, and the evidence behind the chosen one."""

from pages.parts.entry import through_front_door

through_front_door()
