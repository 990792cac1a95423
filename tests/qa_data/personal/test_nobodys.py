"""What is called as people are and is nobody stands; beside it, whoever is somebody is masked all the same."""

import pytest

from tests.qa_data.personal.sentences import missed, touched

NOBODYS = {
    "what the field calls after people": [
        "The Hackett Framework was used to plan sessions.",
        "Staff follow the Kingsley Model when children are distressed.",
        "The Diana Award went to the council of young people.",
        "Staff were trained in the Oliver McGowan programme last month.",
    ],
    "hospitals and wards": [
        "He was seen at the John Radcliffe, then on Beatrice ward.",
        "Great Ormond Street was rung about the letter.",
        "A referral to the Maudsley was made by CAMHS.",
        "Princess Alexandra was asked for the discharge letter.",
    ],
    "animals, toys and cars": [
        "Bertie the cat has had an operation.",
        "Our dog Bella sleeps in the office.",
        "The guinea pigs, Max and Bella, were out on the lawn.",
        "Rosie is our therapy dog and visits each Friday.",
        'A hamster called "Biscuit" has moved in, and a rabbit named Stanley.',
        "She sleeps with her doll Annabelle and two blankets.",
        "The rabbits Thumper and Daisy need a bigger hutch.",
        "Betsy, the old minibus, passed its MOT.",
    ],
    "idioms": [
        "Every Tom, Dick and Harry seemed to have a key.",
        "The form was filled in for Joe Bloggs as an example.",
        "Put the lid on and Bob's your uncle.",
        "He is a bit of a Jack the lad and happy as Larry.",
    ],
    "shops and brands": [
        "Rice was Uncle Ben's and the pizza Dr. Oetker.",
        "He wanted Paul Smith aftershave and Levi's for his birthday.",
        "Charlotte Tilbury was bought at Harvey Nichols.",
        "Earrings came from Claire's.",
        "The home is next to the Lidl and the Jamie.",
    ],
    "what follows kin and ends no sentence of theirs": [
        "He rang his nan. Kooth was offered.",
        "Tea was with his gran. Swimming came first.",
        "A card came from grandad. Lovely words were in it.",
    ],
    "films, books, games and songs": [
        "We watched Moana and Coraline on Friday.",
        "Matilda is the favourite film of the house.",
        "They played Mario and Sonic all evening on the Switch.",
        "The group went to see Billy Elliot and then Mamma Mia.",
        "They were singing Jolene at the karaoke.",
    ],
}

SOMEBODYS = {
    "kin": {
        "He rang nan Bev on Sunday.": "Bev",
        "His nanna Jean came to tea.": "Jean",
        "Dad's partner Trish rang twice.": "Trish",
        "Her step-dad Wayne was not told.": "Wayne",
        "Letter from grandad Alf was read out.": "Alf",
    },
    "titles with a stop and small words": {
        "Dr. de Souza changed the dose.": "de Souza",
        "Mr. van den Berg wrote to the home.": "van den Berg",
        "Ms O'Neill-Brown chaired the review.": "O'Neill-Brown",
        "A report came from Prof. van Dijk in May.": "van Dijk",
    },
    "initials after what is written or done": {
        "The care plan for T.K. was not signed.": "T.K.",
        "Key-work with AJ took place weekly.": "AJ",
        "A review of KMB was held late.": "KMB",
        "Chronology for DLP has gaps.": "DLP",
    },
    "lines of a list": {
        "McAllister, Brodie: dental check overdue.": "McAllister;Brodie",
        "Okonkwo, Zev - placement plan reviewed.": "Okonkwo;Zev",
        "Hussain, Ruqa: nothing to add.": "Hussain;Ruqa",
    },
    "words that somebody has": {
        "Autumn has her own key.": "Autumn",
        "Hope has his bag packed.": "Hope",
        "Summer had her tea early.": "Summer",
    },
    "nicknames by whoever calls": {
        'The boys call him "Tank" and mean it.': "Tank",
        'A driver the children call "Big Dave" came late.': "Big Dave",
        'A man his friends call "Spud" was at the gate.': "Spud",
    },
    "beside what is nobody's": {
        "I told Leo the dog was ill.": "Leo",
        "The dog Jayden wants is a spaniel.": "Jayden",
        "Jayden is our dog walker.": "Jayden",
        "He fed the rabbits. Jayden and Mia helped.": "Jayden;Mia",
        "Jayden's dog came too.": "Jayden",
        "While others watched a film, Oliver stayed in his room.": "Oliver",
        "They watched a film with Matilda and Tom.": "Matilda",
        "Simon says he is hungry.": "Simon",
        "Levi's mood was low and Jacob's biscuits were gone.": "Levi;Jacob",
        "Paul Smith rang his mother.": "Paul Smith",
    },
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in NOBODYS.items() for text in texts])
def test_what_is_nobodys_stands(kind, text):
    assert not touched(text), kind


@pytest.mark.parametrize(
    ("kind", "text", "names"), [(kind, text, names) for kind, each in SOMEBODYS.items() for text, names in each.items()]
)
def test_whoever_is_somebody_is_masked(kind, text, names):
    assert not missed(text, names.split(";")), kind


@pytest.mark.parametrize("text", ["Review of COSHH is due.", "Review of PRN medication.", "Risk assessment for PPE."])
def test_the_fields_abbreviations_stand_after_a_documents_word(text):
    assert not touched(text)
