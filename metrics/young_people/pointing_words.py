"""Words by which one child could be told from the others. Each is a pattern; a low line stands for a space."""

import re

MONTHS = "January February March April May June July August September October November December"
SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def _or(words: str) -> str:
    return "|".join(words.replace("_", r"\s+").split())


def _any(words: str) -> re.Pattern:
    """Any of the words, in small letters or capitals."""
    return re.compile(rf"\b(?:{_or(words)})\b", re.IGNORECASE)


NUMBER = _or(r"""
    [4-9] 1[0-9] 2[0-5] four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen
""")

MASKED = re.compile(r"\[[^\]]*\]")

SINGLE_LETTERS = re.compile(r"\b[A-Z]\.\s?[A-Z]\b|\b[B-HJ-Z]\b\.?(?!['’])")

LETTERS = re.compile(r"\b[A-Z]{2,3}\b")

AGE = _any(rf"""
    (?:{NUMBER})[\s-]*(?:years?|yrs?|yo) \d+(?:st|nd|rd|th)_birthday birthdays? year_(?:\d+|group)
    (?:young|old|eld)est teenager toddler
    (?:aged?|turn(?:s|ed|ing)?|I[’']?m|I_am|he[’']?s|she[’']?s|nearly|almost|was|until)_(?:{NUMBER})
    at_(?:{NUMBER}) year_(?:{NUMBER}) my_\d+(?:st|nd|rd|th) (?:are|all)_(?:8|9|1[0-9])
""")

FAMILY = _any(r"""
    mums? mummy mams? moms? mother dads? daddy father parents? brothers? sisters? siblings? twins? nans? nana
    nanny grans? granny grand\w+ aunt\w* uncles? cousins? nephews? nieces?
    step-?(?:mum|dad|brother|sister|mother|father)\w* sons? daughters? bab(?:y|ies) boyfriends? girlfriends?
    partners? carers? foster\w* adopt\w* famil(?:y|ies) relatives?
""")

ROOM = _any(r"""
    (?:my|his|her|their|the_(?:end|big|small|top|back|front|corner))_(?:bed)?room bedroom
    (?:room|flat|bed|floor)_\d+ my_(?:door|window|bed|wall|bathroom|ensuite|en-suite|wardrobe|landing)
""")

LETTERED_ROOM = re.compile(r"\b(?i:room|flat|bed|floor) [A-Z]\b")

PLACE_BY_NAME = re.compile(
    r"\b[A-Z][\w’']+ (?:(?:Primary|High|Secondary|Community|Church|Grammar|Special|Junior|Infant) )?"
    r"(?:School|Academy|College|Primary|High|Nursery|University|Rovers|United|City|Athletic|FC|Club|Centre|Unit)\b"
    r"|\bSt\.? [A-Z]"
)

FROM_OUTSIDE = _any(r"""
    (?:one|a|an|the|that|this|another|new|other|eldest|only)_(?:\w+_)?(?:child|young_person|boy|girl|lad|lass|kid)
    (?:one|a|the|that|this|another|other)_(?:resident|teenager) he she him her his hers himself herself he[’']s
    she[’']s
    (?:little|big)_(?:man|lad|guy|fella) (?:the|that|this|other)_(?:guy|fella)
    (?:the|that|this)_(?:(?!other|same|first|last|next)\w+_)?one(?!_of) one_of_(?:you|us|them) who(?:m|so)?ever
    (?:you|who)_(?:ran|hit|hurt|took|stole|broke|wet|kicked|punched|smoked|drank|lied|left)
""")

SPEAKS_OF_ITSELF = _any("I me my mine myself I[’']?(?:m|ve|d|ll)")

SHARED = frozenset(
    """
    i i'd i'll like liked love loved enjoy want wanted would think hope wish trust know don't do not never really very
    also sometimes always often too so much many most more less fewer bigger better nicer later earlier longer new old
    good great nice fun fine okay ok best boring bad slow cold hot warm noisy quiet clean dirty broken fair unfair happy
    bored tired hungry proud glad the a an it is are was be to of for in on at with and but when because if that this
    these those there here we us our they them staff key worker workers people home house food dinner dinners tea lunch
    breakfast snack snacks meal meals menu cook cooking baking pizza takeaway fakeaway wifi internet phone phones telly
    tv film films game games gaming xbox music trip trips out outing outings day days swim swimming park beach football
    cinema bowling walks bike bikes garden sofa kitchen lounge living room bathroom shower bath heating light lights
    paint colour furniture fridge washing bed bedtime bedtimes bedroom time times night nights weekend weekends evening
    evenings holiday holidays money pocket clothes shop shopping school homework help helps listen listens ask asks
    talk talks say said choose choice choices go going get have can could should do doing play playing watch watching
    make making stay up who what how as than half my me mine myself tonight mostly picked
    """.split()
)
"""Words of what any child of any home may say of itself: with no other word a sentence with “I” points at nobody."""

OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff]")

IN_MARKS = re.compile(r"[“”\"„«»]|(?<!\w)[‘'][^’']+[’'](?!\w)")

DATE = _any(rf"""
    \d+(?:st|nd|rd|th)?(?:_of)?_(?:{_or(MONTHS)}|{_or(SHORT_MONTHS)}) (?:{_or(MONTHS)})_\d+ \d+/\d+ (?:19|20)\d\d
""")

DAY_OR_TIME = _any(rf"""
    (?:{_or(DAYS)})s? \d+(?:st|nd|rd|th)?(?:_of)?_(?:{_or(MONTHS)}|{_or(SHORT_MONTHS)}) (?:{_or(MONTHS)})_\d+
    \d+[:.]\d\d \d+_?(?:am|pm|o[’']clock) \d+/\d+ yesterday last_(?:night|week|weekend|month|year) (?:19|20)\d\d
""")

OWN_ALONE = _any(r"""
    only_(?:one|girl|boy|black|white|asian|person) the_only just_me (?:nobody|no_one)_else new_here
    new_(?:girl|boy) mov(?:e|ed|ing)_(?:in|out|here|on|to|back) came_(?:here|to_live)
    (?:leave|leaving)_(?:here|care|soon|the_home)
    my_(?:country|language|religion|church|mosque|temple|hair|skin|hijab|accent|culture|faith|prayers?|pronouns?)
    my_(?:tribunal|solicitor|guardian|tag|probation|exams?|GCSEs?|job|apprenticeship|wheelchair|glasses|hearing|stammer)
    my_(?:best_)?(?:friend|mate|teacher|college|school|social_worker|phone_number|name|nickname) called muslim
    christian hindu sikh jewish catholic polish romanian afghan\w* syrian somali kurdish eritrean albanian
    vietnamese sudanese iranian iraqi ukrainian traveller roma asylum refugee gay lesbian bisexual
    trans(?:gender)? non-?binary pregnan\w* wheelchair halal kosher hijab mosque interpreter deaf blind braille
    makaton sign_language
    I(?:[’']?m|_am)_the_\w+est ramadan eid diwali hanukkah fasting pray(?:s|ing)?
""")

PROTECTION = _any(r"""
    safe\w* unsafe hurt\w* harm\w* hit(?:s|ting)? punch\w* kick\w* slap\w* push\w* shout\w* scream\w* threat\w*
    scar(?:ed?|y) afraid frighten\w* bull(?:y|ied|ies|ying) pick(?:s|ed|ing)?_on abus\w* touch\w* sex\w* rape\w*
    kiss\w* naked groom\w* exploit\w* county_lines gang\w* knife knives weapon\w* drugs? weed cannabis vap\w+
    smok\w* alcohol drunk drink(?:ing|s)?_too missing ran_(?:away|off) run(?:ning)?_away restrain\w*
    held_(?:me|down|him|her) hold(?:ing)?_me police arrest\w* court steal\w* stole\w* took_my takes_my
    self[\s-]?harm\w* cut(?:ting)?_(?:my|him|her)\w* suicid\w* die died dead death overdose cry cried crying
    depress\w* anxi\w* worr\w+ mental\w* therap\w* counsel\w* camhs psych\w* medic\w* tablets? pills? inject\w*
    doctors? dentist\w* nurse hospital ill sick unwell asthma epilep\w* diabet\w* adhd autis\w* allerg\w* diet
    weigh\w* periods? toilet wet wetting complain\w* allegation\w* blam\w* accus\w* racis\w* sexis\w*
    homophob\w* hate[sd]? contact visits?_from lonely alone
""")

GIVEN = _or("""
    May Grace Hope Joy Faith Summer April June Rose Ruby Amber Jade Skye? Will Mark Max Jack Bill Rob Frank Lily
    Daisy Ivy Holly Autumn Angel Precious Blessing Prince King Justice River Storm Star Harmony Destiny Miracle
""")

DOES = _or("""
    is was has had does did said says and keeps takes took gets got always never can makes made lets goes went
    likes wants helps helped plays shares
""")

ALSO_A_NAME = re.compile(rf"\b(?:{GIVEN})(?:['’]s)? (?:{DOES})\b")
"""A word that is a given name too, where somebody does something."""

EVERYDAY = frozenset(
    """
    am aren award awards bath bathroom be beach book books boss bus car certificate chips cinema club clubs
    couldn cup didn doesn don drive fair fakeaway film films fire game games garden go goes gonna gym hadn hall
    hasn haven help helps high holiday holidays isn key life line match me menu mess month move needs park party
    pizza pocket safe shop shouldn show stop story street takeaway tea telly test told town trip trips trust tv
    visit wanna wasn water way weren wifi won wouldn xbox year zoo
    """.split()
)
"""What children say every day and the lists leave out, since it stands in names too."""

STANDS_IN_CAPITALS = frozenset("TV TVS PC PCS PE PS DVD CD UK BBQ OK IT DJ".split())
"""Short words in capitals that are nobody's initials."""

BRANDS = "Christmas Easter Halloween Xbox PlayStation PS4 PS5 Netflix YouTube English Maths Lego"

EVERY_DAY = f"I Internet Wi Fi {DAYS} {DAYS.replace(' ', 's ')}s {MONTHS}"

MAY_BE_CAPITAL = STANDS_IN_CAPITALS.union(BRANDS.split(), EVERY_DAY.split())
"""Words that begin with a capital within a sentence and name no person, place or school."""

CAPITAL = re.compile(r"(?<![.!?…:“\"‘'(] )(?<!^)(?<=[ (])([A-Z]\w*)")
"""A word that begins with a capital though no sentence begins with it."""
