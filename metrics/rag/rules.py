"""The rules of the RAG, each with an id and a sentence."""

from metrics.rag.amber import AMBER_RULES
from metrics.rag.grey import G1, GREY_RULES, UNRATED
from metrics.rag.homes import HOME_RULES, OTHERWISE
from metrics.rag.red import RED_RULES
from metrics.rag.rule import AMBER, GREEN, GREY, RED, HomeRule, Rule

RULES = RED_RULES + AMBER_RULES + GREY_RULES

__all__ = ["AMBER", "G1", "GREEN", "GREY", "HOME_RULES", "OTHERWISE", "RED", "RULES", "UNRATED", "HomeRule", "Rule"]
