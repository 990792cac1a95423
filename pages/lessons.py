"""Lessons."""

from pages.parts.entry import through_front_door
from pages.parts.links import static

through_front_door()
static("<h1>Lessons</h1>")
