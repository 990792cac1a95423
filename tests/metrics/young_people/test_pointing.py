"""What could point at one child is found, and what children say every day is not."""

import pytest

from metrics.young_people.pointing import is_sensitive, points_in_an_answer, points_in_own_words
from metrics.young_people.subjects import subject

POINTING = """
a name or initials | Jayden keeps taking the remote.
a name or initials | I like it when Sam is on.
a name or initials | [name] is too loud.
a name or initials | JS gets more than us.
a name or initials | J.S. is never told off.
a name or initials | Big T always gets the front seat.
a name or initials | May is nice to us.
a name or initials | Mr Okafor lets us stay up.
an age | I am 14 and I want to stay up.
an age | I'm nearly sixteen so I should cook.
an age | You treat a 15 year old like a baby.
an age | I want a party for my 13th birthday.
an age | Being in year 9 is hard.
an age | I'm the youngest and I go to bed first.
family | My mum cannot ring in the week.
family | I want to see my little brother.
family | Nan should be able to come for tea.
family | My dad's new place is too far.
family | I miss my step-sister.
a room | My room is cold.
a room | Room 3 smells.
a room | Room B is next to the noise.
a room | I want a lock on my door.
a school or club by name | I hate going to Hilltop Academy.
a school or club by name | Can I play for Ashford United again?
a school or club by name | St Mary's is better than here.
what somebody says of one child | One child said that the food is cold.
what somebody says of one child | She always gets her own way.
what somebody says of one child | The new girl is rude.
what somebody says of one child | A young person asked for a bike.
a day or a time | Staff woke me at 6.30 am.
a day or a time | I was late on Tuesday.
a day or a time | It was better on 14 October.
a day or a time | Last night was too loud.
what only one child may be | I am the only girl here.
what only one child may be | I need halal food.
what only one child may be | Nobody speaks my language.
what only one child may be | I need my wheelchair fixed.
what only one child may be | I moved in when it was cold.
what only one child may be | I want to see my best friend.
a word that may name somebody or a place | I want to go back to Leeds.
a word that may name somebody or a place | We went to see Ollerton.
a word that may name somebody or a place | Kyzer is loud.
a word that may name somebody or a place | mia gets more than us.
a word that may name somebody or a place | I go to st marys.
a word that may name somebody or a place | our dog Rex is the best.
an age | I'm in year ten.
an age | We are all 15.
what only one child may be | I'm the tallest.
what only one child may be | I need a place for praying.
what somebody says of one child | Little man keeps us up.
what a child says of itself | I asked for a fish tank and now we have one.
what a child says of itself | i use a frame and the hall is full of shoes
what a child says of itself | i want my tarantula back
what a child says of itself | i want to cook the rice my way like back home
what a child says of itself | please stop calling me ginger
what a child says of itself | i sleep in the attic
what a child says of itself | i came on a boat
what a child says of itself | I've been here the longest
what a child says of itself | i use they and them
an age | at sixteen you should get a key
letters that cannot be looked through | ज़्यादा खेल चाहिए
letters that cannot be looked through | نريد المزيد من الرحلات
letters that cannot be looked through | Мы хотим играть
words of protection, health or complaint | I don't feel safe with some of them.
words of protection, health or complaint | They hit us.
words of protection, health or complaint | I forgot my tablets again.
words of protection, health or complaint | Staff shout too much.
words of protection, health or complaint | I was restrained and it hurt.
words of protection, health or complaint | I get bullied on the bus.
"""

HARMLESS = """
The food is good.
The wifi is slow.
We want more trips.
Staff ask us what we want.
We asked for a trip and now we have one.
They listen to me, mostly.
Can we cook more often?
I know who is on tonight.
It got cancelled again.
The taxi is always late.
I picked the paint myself.
It feels like a proper house.
I like it when we do fakeaway.
Who is on this weekend? Nobody knows.
I want a later bedtime.
We need a bigger fridge.
Can we watch more films on the TV?
I don't know half the staff.
The heating is always broken.
We should have a say in the menu.
I trust my key worker.
Can we have Netflix?
The sofa is old.
Let us paint the lounge.
I'd like more pocket money.
We want to go swimming.
They won't let us play games.
Could we have a bath and not a shower?
"""


@pytest.mark.parametrize("line", POINTING.strip().splitlines())
def test_what_points_at_one_child_is_found_and_said_why(line):
    why, words = line.split(" | ")
    assert why in points_in_own_words(words)


@pytest.mark.parametrize("words", HARMLESS.strip().splitlines())
def test_what_anybody_may_say_is_left_alone(words):
    assert points_in_own_words(words) == [] and not is_sensitive(words, ["QS06"], "Child or young person")


@pytest.mark.parametrize(
    "words",
    """
    We asked her to stop.
    We told Jayden.
    Ask Kev.
    mo and jas can share.
    The one from Poland gets dumplings.
    The blind one gets a guide.
    Whoever wet the bed gets new sheets.
    The new one can pick the film.
    Because you ran away we said no.
    One of you said that the food is cold.
    We will do it on 4 May.
    You said “we want better biscuits” and now you have them.
    You said 'more trips'. We planned two.
    """.strip().splitlines(),
)
def test_an_answer_that_names_points_at_or_quotes_somebody_is_found(words):
    assert points_in_an_answer(words.strip())


@pytest.mark.parametrize(
    "words",
    [
        "We go swimming on Fridays.",
        "We bought a new router. The wifi is fast now.",
        "You can choose the film. It's your turn each week.",
        "The old sofa is gone. We will choose the next one with you.",
        "We can't do this yet. It costs too much.",
        "The cook asks all of you what you'd like.",
    ],
)
def test_an_answer_to_all_of_them_is_left_alone(words):
    assert points_in_an_answer(words) == []


@pytest.mark.parametrize(
    ("words", "standards", "source", "is_so"),
    [
        ("I get picked on.", ["QS06"], "Child or young person", True),
        ("It is all right.", ["QS12"], "Child or young person", True),
        ("It is all right.", ["QS06", "QS10"], "Child or young person", True),
        ("It is all right.", ["QS06"], "Complaint", True),
        ("It is all right.", ["QS06"], "Regulation 44 visit", False),
    ],
)
def test_protection_health_and_complaints_are_told_by_words_standard_and_source(words, standards, source, is_so):
    assert is_sensitive(words, standards, source) is is_so


def test_a_subject_is_told_by_harmless_words_else_by_the_standard():
    assert subject("The wifi is slow.", ["QS06"]) == "wifi and phones"
    assert subject("Something else.", ["QS09"]) == "fun things to do"
    assert subject("They hit me because of the wifi.", ["QS12"]) == "feeling safe"
