"""The commands: spreadsheets in, and what came of them."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from loaders.heading_commands import listed, takes_heading
from loaders.loading import Answer, check_all, load_all
from loaders.watch_commands import add_watching
from loaders.wording import told, told_history
from qa_data.commands import BY, Parser, Program, WrongCommand, a_file, day, shared_options, show, to_read
from qa_data.private import handed_out
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import NoSuchUpload, Upload, restore, uploads, with_zone, withdraw


def _parser() -> Parser:
    parser = Parser(prog="python -m loaders", description="Check and load spreadsheets.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    shared = shared_options()
    for name, does, help_text in (
        ("check", _check, "read and check, store nothing"),
        ("load", _load, "check and store, the whole or nothing"),
    ):
        command = commands.add_parser(name, parents=[shared], help=help_text)
        command.add_argument("files", nargs="+", metavar="FILE", type=a_file)
        command.add_argument(
            "--as-at", type=day, help="the day a published file describes, when it does not say so itself"
        )
        command.set_defaults(does=does)
        if name == "load":
            command.add_argument("--by", **BY)
    blank = commands.add_parser("template", parents=[shared], help="write the blank workbook")
    blank.add_argument("file", metavar="FILE.xlsx", type=a_file)
    blank.add_argument("--home", metavar="NAME", help="for this home alone")
    blank.add_argument("--short", action="store_true", help="the short form of the monthly return, a sheet a home")
    blank.add_argument("--actions", action="store_true", help="with the actions that are open")
    blank.add_argument("--as-at", type=day, help="the day on which returns are owed and actions open; default today")
    blank.set_defaults(does=_template)
    commands.add_parser("history", parents=[shared], help="every upload").set_defaults(does=_history)
    for name, change, help_text in (
        ("withdraw", withdraw, "take an upload's rows out of every figure"),
        ("restore", restore, "put a withdrawn upload's rows back"),
    ):
        command = commands.add_parser(name, parents=[shared], help=help_text)
        command.add_argument("upload_id", metavar="ID")
        command.add_argument("--by", **BY)
        command.set_defaults(does=_change, change=change)
    add_watching(commands, shared, lambda words: PROGRAM.done(words))
    decided = commands.add_parser("heading", parents=[shared], help="say which column a heading of yours stands for")
    decided.add_argument("--by", **BY)
    takes_heading(decided)
    commands.add_parser("headings", parents=[shared], help="what was said of headings").set_defaults(does=listed)
    return parser


def _check(asked: Namespace) -> int:
    files = [_there(file) for file in asked.files]
    return _answer(asked, check_all(to_read(asked.db, threads=1, in_passing=True), of_every_home(), files, asked.as_at))


def _load(asked: Namespace) -> int:
    files = [_there(file) for file in asked.files]
    store = open_store(asked.db, threads=1, in_passing=True)
    return _answer(asked, load_all(store, of_every_home(), [(file, ()) for file in files], asked.by, asked.as_at))


def _there(file: Path) -> Path:
    if file.is_dir():
        raise WrongCommand(f"{file} is a folder. Name the files in it, for example {file}/October.xlsx.")
    if not file.is_file():
        raise WrongCommand(f"There is no file {file}. Check its name and folder.")
    return file


def _answer(asked: Namespace, answers: Sequence[Answer]) -> int:
    show(answers, "\n".join(map(told, answers)), asked.json)
    refused = [answer["file"] for answer in answers if not answer["accepted"]]
    if refused:
        print(f"Refused: {', '.join(refused)}. Correct what is named above, then load again.", file=sys.stderr)
    return 1 if refused else 0


def _template(asked: Namespace) -> int:
    from loaders.template import template  # only here: a load need not wait for what writes workbooks
    from loaders.template.known import homes
    from qa_data.copying import free

    if asked.file.suffix.lower() != ".xlsx":
        raise WrongCommand(
            f"The template is an Excel workbook: name it with .xlsx, for example {asked.file.stem or 'Template'}.xlsx."
        )
    store, scope = to_read(asked.db), of_every_home(asked.as_at)
    known = homes(store, scope, asked.home)
    if asked.home and not known:
        raise WrongCommand(
            f"There is no home {asked.home}. Write its name as on the Homes sheet, for example Ash House."
        )
    if asked.short and not known:
        raise WrongCommand("The short form is for homes, and none is known yet. Load a sheet of homes, then ask again.")
    aside = free(asked.file) if asked.file.is_file() and asked.file.stat().st_size else None
    try:
        written = template(store, scope, asked.home, asked.actions, asked.short)
        if aside:
            asked.file.rename(aside)
        asked.file.write_bytes(written)
        if not asked.actions:  # which are of a home's own children
            handed_out(asked.file)
    except OSError as wrong:
        raise WrongCommand(
            f"{asked.file} cannot be written ({wrong.strerror}). Choose another folder, or close the file where it is"
            " open."
        ) from None
    kept = f". What stood there is kept: {aside}" if aside else ""
    show({"file": str(asked.file), "kept": aside and str(aside)}, f"Written: {asked.file}{kept}", asked.json)
    return 0


def _history(asked: Namespace) -> int:
    known = [
        {
            "upload_id": each.upload_id,
            "file": each.file,
            "sha256": each.sha256,
            "by": each.made_by,
            "at": each.at,
            "state": each.state,
            "sheets": each.sheets,
        }
        | _erased(each)
        for each in uploads(to_read(asked.db, threads=1), of_every_home())
    ]
    show(known, told_history(known), asked.json)
    return 0


def _erased(upload: Upload) -> dict[str, str]:
    if not (told := upload.erased):
        return {}
    return {"erased_by": told["by"], "erased_at": with_zone(told["moment"]), "erased_reason": told["reason"]}


def _change(asked: Namespace) -> int:
    try:
        asked.change(to_read(asked.db), of_every_home(), asked.upload_id, asked.by)
    except NoSuchUpload as unknown:
        raise WrongCommand(str(unknown)) from None
    return _history(asked)


PROGRAM = Program("loaders", _parser)
