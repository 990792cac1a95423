"""Full names in free text: told by given names and surnames in use in England, by their shape, and by the words
around them.
"""

import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent / "words"


def _listed(name: str) -> frozenset[str]:
    return frozenset((HERE / name).read_text(encoding="utf-8").split())


GIVEN = _listed("given_names.txt")
SURNAMES = _listed("surnames.txt")
WORDS = _listed("surnames_that_are_words.txt")
"""Surnames that are words, places or brands as well: they make a name only after a given name."""

ONLY_SURNAMES = SURNAMES - WORDS

GIVEN_WORDS = _listed("given_names_that_are_words.txt")
"""Given names that are words too: in small letters they are not taken for names."""

OF_PLACES = _listed("given_names_of_places.txt")
"""Given names that streets, wards and parks are called by."""

UPPER, LOWER = "A-ZÀ-ÖØ-ÞĀ-ſȘȚḀ-ỹ", "a-zß-öø-ÿĀ-ſșțḀ-ỹ"
"""With the Latin letters of Europe's and Vietnam's languages, whose capitals and small letters take turns."""

WORD = (
    rf"(?:(?:O['’]|D['’]|Mc|Mac|Al-|El-)?[{UPPER}][{LOWER}]+(?:['’][{LOWER}]{{2,}})?(?:-[{UPPER}]?[{LOWER}]+)*"
    rf"|[{UPPER}]{{4,}}(?:-[{UPPER}]{{3,}})*|Ó)"
)
BETWEEN = (
    r"(?:[A-Z]\.?|van|der|den|de|da|dos|di|del|la|le|el|al|bin|bint|ibn|ben|ap|ab|ferch|von|ter|ní|Ní|nic|ul|ur|Jnr|ó) "
)
"""Initials and small words within a name."""

PAIR = re.compile(rf"{WORD}(?: {{1,2}}(?:{BETWEEN}){{0,2}}{WORD}){{1,5}}(?![\w-])")
HINT = re.compile(rf"[{UPPER}][\w'’-]+ {{1,2}}(?:{BETWEEN}|[{UPPER}])")
"""Where a full name may begin, found six times as fast as the name itself."""

TURNED = re.compile(rf"({WORD}), ({WORD})(?![\w-])")
TURNED_HINT = re.compile(rf"[{UPPER}][\w'’-]+, [{UPPER}]")
SMALL = re.compile(r"(?<![\w'’@./-])([a-z]{3,})(?:-[a-z]+)? ([a-z]{2,})(?:'s)?(?![\w@-])")

SHAPE = re.compile(
    r"(?:[OD]['’][A-Z].*"
    r"|.{2,}(?:ski|ska|wicz|czyk|escu|ová|ović|oglu|oğlu|ullah|uddin|zadeh|poulos|ssen|sson|enko|shvili|owski|owska"
    r"|iewicz)"
    r"|(?:Mc|O['’]|Al-|El-|Ade|Ogun|Chukwu|Nwa)[A-Za-z].*)$"
)
"""Surnames by their endings and beginnings."""

CUE_BEFORE = re.compile(
    r"\b(?:named|called|known as|young"
    r" person|child|boy|girl|resident|sibling|brother|sister|mother|mum|father|dad|pupil|name is|full"
    r" name|nan|grandmother|grandfather|aunt|uncle|"
    r"cousin|friend|carer|(?:sister|brother|mother|father|friend|cousin) is|met|spoke to|spoke with|sat with|seen"
    r" by|review for|contact with|parents of|advocate for|"
    r"given to|returned by|assault(?:ed)? (?:on|by)|hit by|restraint of|key-work with|keywork with)[,:]? $",
    re.IGNORECASE,
)
CUE_AFTER = re.compile(
    r"(?: \(\d{1,2}\)|['’]s?"
    r" (?:mother|father|mum|dad|parents?|sister|brother|family|bedroom|room|file|review|placement|passport"
    r"|behaviour|medication|attendance|school place|care plan|social worker|"
    r"advocate|tablet|phone)\b|,? (?:(?:who |also"
    r" )?(?:said|told|says|asked|felt|feels|cried|refused|wants?|wanted|likes?|loves?|enjoys?|misses|smokes|prays|plays"
    r"|absconded|disclosed|alleged|"
    r"attends|lives|slammed|hit|kicked|bit|threw|self-harmed|is bullied|was bullied|was born|went missing|moved in|came"
    r" home|is settling|has settled|is worried|was anxious|was upset|was tearful|was restrained|"
    r"was excluded|was found with|was hurt|was seen|was given|has been"
    r" (?:missing|excluded|offered|bullied|restrained)|has a new (?:keyworker|placement|social worker))))\b"
)
"""What people do, have or are: the words around a name that no list knows."""

NOT_IN_NAMES = _listed("not_in_names.txt")
"""Words with a capital that are part of no person's name: they end one."""


def names(text: str, people: Container[str]) -> Iterator[tuple[int, int]]:
    """Where each full name begins and ends that is not among `people` (in small letters), from the first to the
    last.
    """
    found = sorted({*_capital(text), *_turned(text), *_small(text)})
    end = 0
    for start, stop in found:
        if start >= end and text[start:stop].lower() not in people:
            yield start, stop
            end = stop


def beginnings(text: str) -> Iterator[int]:
    """Where a full name may begin, told quickly."""
    for matches in (HINT.finditer(text), TURNED_HINT.finditer(text), _small_given(text)):
        yield from (match.start() for match in matches)


def _capital(text: str) -> Iterator[tuple[int, int]]:
    for match in _pairs(text):
        for run in map(_after_may, _runs(match)):
            if len(run) > 1 and _is_name(text, match, run):
                yield run[0][0], run[-1][0] + len(run[-1][1])


def _pairs(text: str) -> Iterator[re.Match]:
    end = 0
    for hint in HINT.finditer(text):
        start = hint.start()
        if (
            start >= end
            and (match := PAIR.match(text, start))
            and not re.match(r"[\w'’-]", text[max(0, start - 1) : start])
        ):
            end = match.end()
            yield match


def _runs(match: re.Match) -> list[list[tuple[int, str]]]:
    """The words of the match with where they begin, cut at words that are in no name. Small words within a name do
    not count.
    """
    runs: list[list[tuple[int, str]]] = [[]]
    for word in re.finditer(r"\S+", match[0]):
        bare = _bare(word[0])
        if bare in NOT_IN_NAMES and not (bare in SURNAMES and runs[-1] and _is_given(_bare(runs[-1][-1][1]))):
            runs.append([])
        elif word[0][0].isupper() and len(word[0].rstrip(".")) > 1 or word[0] == "Ó":
            runs[-1].append((match.start() + word.start(), word[0]))
    return runs


def _after_may(run: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """On 3 May Jayden Smith: the month is no part of the name."""
    return run[1:] if len(run) > 2 and run[0][1] == "May" and run[1][1] in GIVEN else run


def _is_given(word: str) -> bool:
    """Whether it is a given name and no word or place: Alfie Ward is a name, Victoria Ward a ward."""
    return word in GIVEN and word.lower() not in GIVEN_WORDS and word not in OF_PLACES


def _bare(word: str) -> str:
    """Without its ’s, and with small letters after the first where it is all capitals."""
    word = re.sub(r"['’]s?$", "", word)
    return word.title() if word.isupper() else word


def _is_name(text: str, match: re.Match, run: list[tuple[int, str]]) -> bool:
    words = [_bare(word) for _, word in run]
    return (
        any(word.split("-")[0] in GIVEN for word in words[:-1])
        or words[-1] in ONLY_SURNAMES
        or any(map(SHAPE.match, words))
        or any(letter > "\u00bf" and letter.isalpha() for letter in "".join(words))
        or bool(CUE_BEFORE.search(text[max(0, run[0][0] - 20) : run[0][0]]))
        or bool(CUE_AFTER.match(text[match.end() : match.end() + 20]) and run[-1][0] + len(run[-1][1]) == match.end())
    )


def _turned(text: str) -> Iterator[tuple[int, int]]:
    """Smith, Jayden: a surname that is no given name, then a given name."""
    for match in filter(None, (TURNED.match(text, hint.start()) for hint in TURNED_HINT.finditer(text))):
        last, first = _bare(match[1]), _bare(match[2]).split("-")[0]
        if (
            first in GIVEN
            and last not in NOT_IN_NAMES
            and last not in GIVEN
            and (last in SURNAMES or SHAPE.match(last) or match[1].isupper())
        ):
            yield match.span()


def _small(text: str) -> Iterator[tuple[int, int]]:
    """jayden smith: in small letters only what is no other word."""
    for word in _small_given(text):
        if (match := SMALL.match(text, word.start())) and match[2] in SMALL_SURNAMES:
            yield match.start(), match.end(2)


def _small_given(text: str) -> Iterable[re.Match]:
    if SMALL_GIVEN.isdisjoint(text.replace("-", " ").split()):
        return ()
    given = "|".join(SMALL_GIVEN.intersection(re.findall("[a-z]{3,}", text)))
    return re.finditer(f"(?<![a-z])(?:{given})(?![a-z])", text) if given else ()


SMALL_GIVEN = frozenset(word.lower() for word in GIVEN if len(word) > 2) - GIVEN_WORDS
SMALL_SURNAMES = frozenset(map(str.lower, ONLY_SURNAMES))
