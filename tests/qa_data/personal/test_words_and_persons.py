"""A word of the language is nobody but where only people do what follows; what no list knows is somebody sooner."""

import pytest

from qa_data.personal import masked


def kept(text):
    return masked([text])[0][0]


@pytest.mark.parametrize(
    "word", ["Wallpaper", "Laptop", "Boiler", "Morale", "Minibus", "Melatonin", "Barnsley", "Capita"]
)
@pytest.mark.parametrize(
    "rest",
    [
        "went missing last week",
        "came off the wall",
        "broke in June",
        "declined over the month",
        "became worse in winter",
        "moved to the new office",
        "said they would call back",
        "agreed to fund this",
        "(12) not signed",
    ],
)
def test_what_is_said_of_things_too_makes_no_name_of_a_word(word, rest):
    assert kept(f"{word} {rest}") == f"{word} {rest}"


@pytest.mark.parametrize(
    "rest",
    [
        "uses they/them and staff forget",
        "and her sister share a room",
        "& his key worker get on well",
        "(DOB 2010) needs a passport",
        "(Ukrainian YP) phoned home",
        "has ADHD and needs a quiet space",
        "turned 16 in March",
        "doesn't get on with the night staff",
        "is at risk of CSE",
        "keeps asking when mum will ring",
        "gets bullied at school",
        "misses her dad",
        "shares a bedroom",
        "ran away twice",
    ],
)
@pytest.mark.parametrize("word", ["Tiny", "Zyrelle", "River", "Brooklyn", "MA", "JKB"])
def test_what_nobody_but_a_person_does_makes_any_word_one(word, rest):
    assert kept(f"{word} {rest}").startswith("[")
    assert word not in kept(f"{word} {rest}")


@pytest.mark.parametrize("name", ["Zyrelle", "Summer", "Jordan", "JKB", "Zyrelle Obongo"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"I hate it here" - ', ""),
        ("“I do not like it here” (", ")"),
        ('"It is boring here", said ', "."),
        ("Risk assessment (", ") is out of date"),
        ("Children present: ", ""),
        ("Staff had to restrain ", " twice."),
        ("", ": PEP overdue"),
        ("", " - no school place"),
        ("", " isn't registered with a dentist"),
    ],
)
def test_who_is_named_after_their_words_a_record_or_a_list(before, name, after):
    text = f"{before}{name}{after}"
    assert kept(text).startswith(before + "[") and kept(text).endswith("]" + after)


@pytest.mark.parametrize(
    "text",
    [
        'The sign says "No entry" (Fire Service).',
        '"Good" - Ofsted',
        "Risk assessment (Legionella) is out of date",
        "Rooms checked: Lounge",
        "Health: IHA is overdue",
        "Summer - activities planned",
        "Ensure Mosaic has a record",
        "Lift is out of order, Otis engineer due",
        "Staff from Morgan Hunt agency were late",
        "Gaps in files - AH agency",
        "A new bus stop on Mason Lane",
        "Review overdue since Jan",
        "Chelsea are playing on Sunday",
        "Bradford did not answer",
    ],
)
def test_things_in_the_same_places_stand(text):
    assert kept(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ensure Zyrelle has a key", "Ensure [name] has a key"),
        ("Ensure Tamsin Rowe receives it", "Ensure [name] receives it"),
        ("Hunter Smith was upset", "[name] was upset"),
        ("lacey-mae turner was seen in town", "[name] was seen in town"),
        ("jean-luc van der berg needs new glasses", "[name] needs new glasses"),
        ("tyler may want to come", "[name] may want to come"),
        ("The Doyle brothers came home", "The [name] brothers came home"),
        ("Kofi A-B was teased", "[name] was teased"),
        ("Complaint - Wasim A. - food", "Complaint - [name]. - food"),
        ("Spoke with Phoenix about vaping", "Spoke with [name] about vaping"),
        ("Jasmine - missed dentist; Amber - dental", "[name] - missed dentist; [name] - dental"),
        ("River's mattress is stained", "[name]'s mattress is stained"),
        ("LP's sanctions are harsh", "[initials]'s sanctions are harsh"),
        ("MA told the visitor so", "[initials] told the visitor so"),
        ("Prince wants to see his mum", "[name] wants to see his mum"),
    ],
)
def test_where_such_a_name_begins_and_ends(text, told):
    assert kept(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Missing from home protocol (Philomena) is followed.",
        "A new system (Charms) is in use.",
        "Takeaway from Paul's Fish Bar on Fridays",
        "Lunch at Bella's Pizza and a walk",
        "The Martyn Lewis fund paid for boots",
        "Sky box is slow",
        "The manager is on AL until May",
        "Risk assessment for Gulliver trip",
    ],
)
def test_what_protocols_shops_and_funds_are_called_stands(text):
    assert kept(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The child's plan (Philomena) is late.", "The child's plan ([name]) is late."),
        ("Paul's bar of chocolate is gone", "[name]'s bar of chocolate is gone"),
        ("Jayden's Care Plan is late", "[name]'s Care Plan is late"),
        ("Savings for Zyrelle are not paid in", "Savings for [name] are not paid in"),
        ("Risk assessment for Zyrelle is late", "Risk assessment for [name] is late"),
    ],
)
def test_who_is_named_in_the_same_ways_is_masked(text, told):
    assert kept(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Angel is not on the dentist list", "[name] is not on the dentist list"),
        ("River was moved at two days' notice", "[name] was moved at two days' notice"),
        ("Precious hasn't a key", "[name] hasn't a key"),
        ("Grace and Hope are best friends", "[name] and [name] are best friends"),
        ("May has a new boyfriend", "[name] has a new boyfriend"),
        ("Sky has stopped eating meat", "[name] has stopped eating meat"),
        ("HM, SB and TO were in school", "[initials], [initials] and [initials] were in school"),
        ("DT has not had his nails cut", "[initials] has not had his nails cut"),
        ('"Biggie" as others call him is isolated', '"[name]" as others call him is isolated'),
        ("van Dijk, Sem - no social worker", "[name] - no social worker"),
        ("conor o neill is not at school", "[name] is not at school"),
    ],
)
def test_nouns_lists_of_letters_and_particles(text, told):
    assert kept(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The river was high",
        "Rivers and canals are in the risk assessment",
        "Hope is high that the new manager stays",
        "Joy was felt by all",
        "Summer and winter menus are on display",
        "Sky was cancelled to save money",
        "Young people like Nando's and Wagamama",
        "Cleaners from Lilly & Co came late",
        "A voucher for Jade Beauty salon was given",
        "LAC, PEP and EHCP papers are in date",
        'The poster says "No entry" as the fire officer asked',
    ],
)
def test_the_same_words_of_things_stand(text):
    assert kept(text) == text
