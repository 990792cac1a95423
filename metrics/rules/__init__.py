"""The rules of the RAG, each with an id and a sentence."""

from metrics.rules.amber import AMBER_RULES
from metrics.rules.grey import G1, GREY_RULES
from metrics.rules.homes import HOME_RULES, OTHERWISE
from metrics.rules.red import RED_RULES
from metrics.rules.rule import AMBER, GREEN, GREY, RED, HomeRule, Rule

RULES = RED_RULES + AMBER_RULES + GREY_RULES

__all__ = ["AMBER", "G1", "GREEN", "GREY", "HOME_RULES", "OTHERWISE", "RED", "RULES", "HomeRule", "Rule"]
