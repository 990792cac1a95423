"""What makes a home as a whole red, amber or grey, from the colours of its standards. None of it is an Ofsted word."""

from metrics.rag.rule import AMBER, GREEN, GREY, RED, HomeRule


def _count(colours: dict[str, str], colour: str) -> int:
    return list(colours.values()).count(colour)


H5 = HomeRule(
    "H5", GREY, "Four or more standards have no rating.", lambda colours, since: _count(colours, GREY) >= 4, GREY
)

H7 = HomeRule(
    "H7", AMBER, "The home is getting worse in many things at once.", lambda colours, since: since is not None
)

HOME_RULES = (
    HomeRule("H1", RED, "Protection of children is red.", lambda colours, since: colours.get("QS12") == RED),
    HomeRule("H2", RED, "Two or more standards are red.", lambda colours, since: _count(colours, RED) >= 2, RED),
    HomeRule("H3", AMBER, "One standard is red.", lambda colours, since: _count(colours, RED) == 1, RED),
    HomeRule(
        "H4", AMBER, "Two or more standards are amber.", lambda colours, since: _count(colours, AMBER) >= 2, AMBER
    ),
    H5,
    H7,
)

OTHERWISE = HomeRule("H6", GREEN, "No rule calls for red, amber or grey.", lambda colours, since: True)
