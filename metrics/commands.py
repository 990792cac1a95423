"""The commands: what the figures say, for people or as JSON."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from io import TextIOWrapper
from typing import Any, cast

from metrics import wording
from metrics.asked import asked_of, asking_options
from metrics.indicators.registry import INDICATORS
from metrics.inspections.benchmark import UnknownCouncil, benchmark
from metrics.kept.laying import answered
from metrics.months.answered import indicators
from metrics.outgoing import outgoing
from metrics.rag.status import status
from metrics.signals import signals
from metrics.themes.tagging import tag
from metrics.themes.themes import themes
from metrics.themes.wording import told as themes_told
from metrics.warnings.backtest import backtest
from metrics.warnings.backtest.wording import told as backtest_told
from metrics.warnings.warnings import warnings
from qa_data.commands import Parser, Program, WrongCommand, shared_options, show

ANSWERS: dict[str, tuple[Callable[..., Any], Callable[[Any], str], str]] = {
    "indicators": (indicators, wording.indicators, "monthly counts"),
    "status": (status, wording.status, "colour, evidence and reasons"),
    "signals": (signals, wording.signals, "what has moved beyond chance"),
    "themes": (themes, themes_told, "what independent visitors are concerned about, and what is emerging"),
    "warnings": (warnings, wording.warnings, "each home's early warnings"),
    "backtest": (backtest, backtest_told, "what would have been said before each inspection"),
}
"""The commands that ask one question of the store: the question, its answer in words, and the help."""


def _parser() -> Parser:
    parser = Parser(prog="python -m metrics", description="What the figures say.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    options = [shared_options(), asking_options()]
    for name, (_, _, help_text) in ANSWERS.items():
        commands.add_parser(name, parents=options, help=help_text).set_defaults(does=_answer)
    commands.add_parser("definitions", parents=options, help="every indicator").set_defaults(does=_definitions)
    commands.add_parser(
        "tag", parents=[shared_options()], help="the themes of texts, one a line from standard input"
    ).set_defaults(does=_tag)
    outgoing(commands, options)
    published = commands.add_parser("benchmark", parents=options, help="Ofsted's published judgements")
    published.set_defaults(does=_benchmark)
    published.add_argument("--council", metavar="NAME", help="every known inspection of that council's own homes")
    return parser


def _answer(asked: Namespace) -> int:
    question, words, _ = ANSWERS[asked.command]
    answer = answered(question, *asked_of(asked))
    show(answer, words(answer), asked.json)
    return 0


def _definitions(asked: Namespace) -> int:
    known = [each.as_json() for each in INDICATORS]
    show(known, wording.definitions(known), asked.json)
    return 0


def _tag(asked: Namespace) -> int:
    cast(TextIOWrapper, sys.stdin).reconfigure(encoding="utf-8", errors="replace")
    for line in sys.stdin:
        print(json.dumps(tag(line.rstrip("\r\n")), ensure_ascii=False), flush=True)
    return 0


def _benchmark(asked: Namespace) -> int:
    store, scope = asked_of(asked)
    try:
        answer = answered(benchmark, store, scope, asked.council)
    except UnknownCouncil as unknown:
        raise WrongCommand(str(unknown)) from None
    show(answer, wording.benchmark(answer), asked.json)
    return 0


PROGRAM = Program("metrics", _parser)
