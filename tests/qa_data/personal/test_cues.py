"""Nouns that people are called by, and names in small letters: masked where a person is meant, else they stand."""

import pytest

from qa_data.personal import masked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("smith, jayden was seen by the nurse.", "[name] was seen by the nurse."),
        ("okafor, Kayleigh has settled.", "[name] has settled."),
        ("Staff rang. jones, tyler was late.", "Staff rang. [name] was late."),
        ("Staff told smith, jayden to stop.", "Staff told [name] to stop."),
        ("siobhan o'neill attended the meeting.", "[name] attended the meeting."),
        ("kieran o’brien rang home.", "[name] rang home."),
        ("jayden mcallister went to bed late.", "[name] went to bed late."),
        (
            "the young person called destiny was unhappy with food",
            "the young person called [name] was unhappy with food",
        ),
        ("a girl named hope spoke up", "a girl named [name] spoke up"),
        ("the child known as star is new", "the child known as [name] is new"),
    ],
)
def test_names_in_small_letters_are_masked_whole(text, kept):
    assert masked([text])[0] == [kept]


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Joy", "was reported missing by staff."),
        ("Summer", "has grown in confidence and is proud of it."),
        ("Will", "has not been to school this week."),
        ("May", "was reported missing on Sunday."),
        ("Grace", "has not attended school."),
        ("Mark", "has been attending college."),
        ("Hope", "went missing on Friday."),
        ("Faith", "was restrained twice."),
        ("Poppy", "was spoken to by police."),
        ("Sky", "has been supported by her key worker."),
        ("Dawn", "had a difficult weekend."),
        ("joy", "was reported missing by staff."),
    ],
)
def test_a_noun_where_a_sentence_begins_is_a_name_where_only_people_do_what_follows(name, rest):
    assert masked([f"{name} {rest}"])[0] == [f"[name] {rest}"]


@pytest.mark.parametrize(
    "text",
    [
        "Summer was busy",
        "Summer has been hot.",
        "Will staff be paid",
        "Will there be a review?",
        "Will has been shown by the team.",
        "Joy was felt by all",
        "Joy has grown in the home.",
        "Hope is growing",
        "Hope was lost.",
        "Faith was restored in the process.",
        "Autumn was reported as the busiest season.",
        "Charity was supported by a local firm.",
        "Winter has not been easy.",
        "a song called destiny was sung",
        "the home called hope was visited",
        "smith, jones and partners were paid",
        "tea was at six o'clock and mcdonalds was shut",
        "Money was reported missing from the safe.",
    ],
)
def test_the_noun_itself_and_what_is_called_so_stand(text):
    assert masked([text])[0] == [text]
