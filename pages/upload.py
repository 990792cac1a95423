"""Upload: choose, see what was found and every problem, settle, confirm; and the history."""

from pages.parts.entry import through_front_door

through_front_door()
