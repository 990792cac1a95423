"""python -m metrics COMMAND: what the figures say, for people or as JSON."""

import json
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, cast

from metrics import wording
from metrics.homes.named import meant
from metrics.indicators.registry import INDICATORS
from metrics.inspections.benchmark import UnknownCouncil, benchmark
from metrics.kept import answered
from metrics.months.answered import indicators
from metrics.rag.status import status
from metrics.signals import signals
from metrics.themes.tagging import tag
from metrics.themes.themes import themes
from metrics.themes.wording import told as themes_told
from metrics.warnings.backtest import backtest
from metrics.warnings.backtest.wording import told as backtest_told
from metrics.warnings.warnings import warnings
from qa_data.commands import Parser, WrongCommand, carried_out, day, shared_options, show
from qa_data.scope import Scope, as_utc, of_every_home
from qa_data.store import Store, database_path, open_to_read

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
    options = [shared_options(), _asking_options()]
    for name, (_, _, help_text) in ANSWERS.items():
        commands.add_parser(name, parents=options, help=help_text).set_defaults(does=_answer)
    commands.add_parser("definitions", parents=options, help="every indicator").set_defaults(does=_definitions)
    commands.add_parser(
        "tag", parents=[shared_options()], help="the themes of texts, one a line from standard input"
    ).set_defaults(does=_tag)
    out = commands.add_parser("export", parents=options, help="tables for other programs, as CSV and Parquet")
    out.set_defaults(does=_export)
    out.add_argument("folder", type=Path, metavar="DIR", help="where the files are written; earlier ones are replaced")
    published = commands.add_parser("benchmark", parents=options, help="Ofsted's published judgements")
    published.set_defaults(does=_benchmark)
    published.add_argument("--council", metavar="NAME", help="every known inspection of that council's own homes")
    return parser


def _asking_options() -> Parser:
    options = Parser(add_help=False)
    options.add_argument(
        "--as-at",
        type=_as_at,
        default=date.today(),
        metavar="YYYY-MM-DD",
        help="facts dated up to that day (default: today)",
    )
    options.add_argument(
        "--known-at", type=_moment, metavar="TIMESTAMP", help="uploads accepted up to then (default: now)"
    )
    options.add_argument("--home", metavar="NAME", help="one home only")
    return options


def _as_at(text: str) -> date:
    asked = day(text)
    if not 2000 <= asked.year < 2100:
        raise ArgumentTypeError(f"{text} is not a day from 2000 to 2099; write it like 2026-10-31")
    return asked


def _moment(text: str) -> datetime:
    try:
        return as_utc(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a moment; write it like 2026-10-31T14:05:00+00:00") from None


def _answer(asked: Namespace) -> int:
    question, words, _ = ANSWERS[asked.command]
    answer = answered(question, *_question(asked))
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


def _export(asked: Namespace) -> int:
    from metrics.export.files import files, put  # only here: no other command needs what writes Parquet
    from metrics.export.tables import exported

    tables = answered(exported, *_question(asked))
    try:
        put(asked.folder, files(tables))
    except OSError as wrong:
        raise WrongCommand(
            f"{asked.folder} cannot be written ({wrong.strerror}). Choose another folder, or close the file where it"
            " is open."
        ) from None
    rows = {name: len(each) for name, each in tables.items()}
    show({"folder": str(asked.folder), "rows": rows}, wording.exported(asked.folder, rows), asked.json)
    return 0


def _benchmark(asked: Namespace) -> int:
    store, scope = _question(asked)
    try:
        answer = answered(benchmark, store, scope, asked.council)
    except UnknownCouncil as unknown:
        raise WrongCommand(str(unknown)) from None
    show(answer, wording.benchmark(answer), asked.json)
    return 0


def _question(asked: Namespace) -> tuple[Store, Scope]:
    path = asked.db or database_path()
    if not Path(path).exists():
        print(
            f"There is no database {path} yet, so there are no figures. Load a file first: python -m loaders load"
            " October.xlsx",
            file=sys.stderr,
        )
    store = open_to_read(path)
    scope = of_every_home(asked.as_at, asked.known_at)
    return store, scope.narrowed({_home(store, scope, asked.home)}) if asked.home else scope


def _home(store: Store, scope: Scope, name: str) -> str:
    found = meant(store, scope, name)
    if found["home"] is None:
        raise WrongCommand(found["why"])
    return found["home"]


if __name__ == "__main__":
    sys.exit(carried_out(lambda: (asked := _parser().parse_args()).does(asked)))
