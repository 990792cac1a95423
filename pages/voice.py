"""Children's voice: where it is missing, who was heard, and what changed because of it."""

from metrics.homes.homes import home_facts
from metrics.visits.voice import said, voices
from pages.parts import ask
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.voice_shown import headline, heard, silence, words

MOST = 40

through_front_door()
rows = ask.answer(voices)
static(headline(rows))
if rows:
    home, standard = filters("voice", list(ask.answer(home_facts)))
    shown = [row for row in rows if home in (None, row["home"])]
    links(silence(shown), key="silence")
    links(heard(shown), key="heard")
    links(words(ask.answer(said, home, standard, MOST), MOST), key="words")
