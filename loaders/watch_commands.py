"""python -m loaders watch|take: files that are dropped into a folder, loaded and put away as they come."""

from argparse import Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from time import sleep

from qa_data.commands import BY, Parser, WrongCommand, a_file, show
from qa_data.scope import of_every_home
from qa_data.store import Store, database_path, open_store
from qa_data.where import on_a_server

SECONDS = 5
"""So long it rests between two looks into the folder."""


def add_watching(commands: _SubParsersAction, shared: Parser, run: Callable[[list[str]], int]) -> None:
    """Adds the commands; `run` carries one out, here or where the database is open."""
    watch = commands.add_parser(
        "watch", parents=[shared], help="load what is dropped into a folder, and put it into loaded or refused there"
    )
    watch.add_argument("folder", metavar="FOLDER", type=a_file)
    watch.add_argument("--by", **BY)
    watch.set_defaults(does=lambda asked: _watch(asked, run))
    take = commands.add_parser("take", parents=[shared], help="load files, and put each away as watch does")
    take.add_argument("files", nargs="+", metavar="FILE", type=a_file)
    take.add_argument("--by", **BY)
    take.set_defaults(does=_take)


def _watch(asked: Namespace, run: Callable[[list[str]], int]) -> int:
    database = asked.db or database_path()
    on_a_server(database)  # What is no place for a store is refused now, not when the first file comes.
    watch(asked.folder, lambda files: run(words_to_take(files, database, asked.by)))
    return 0


def words_to_take(files: list[Path], database: str, by: str) -> list[str]:
    """The words of the command that takes the files."""
    return ["take", *map(str, files), "--db", database, "--by", by]


def watch(folder: Path, take: Callable[[list[Path]], object]) -> None:
    """Takes what arrives in the folder, until the process ends. WrongCommand where it is no folder to write to."""
    from loaders.watching import arrivals, places  # only here: a load need not wait for what marks workbooks

    if not folder.is_dir():
        raise WrongCommand(f"There is no folder {folder}. Make it first, or name another, for example incoming.")
    try:
        places(folder)
        for files in arrivals(folder):
            if files:
                take(files)
            sleep(SECONDS)
    except OSError as wrong:
        raise WrongCommand(
            f"{folder} cannot be written to ({wrong.strerror}). Give this account the right to move files in it."
        ) from None


def watch_for(store: Store, folder: Path, by: str) -> None:
    """As `watch`, where this process has the store open."""
    from loaders.watching import taken

    watch(folder, lambda files: taken(store, of_every_home(), files, by))


def _take(asked: Namespace) -> int:
    from loaders.watching import taken
    from loaders.wording import told

    answers = taken(open_store(asked.db, threads=1, in_passing=True), of_every_home(), asked.files, asked.by)
    show(answers, "\n".join(map(told, answers)), asked.json)
    return 0 if all(answer["accepted"] for answer in answers) else 1
