"""A PostgreSQL server for tests: Debian's, in a folder and on a port of its own, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ACCOUNT = "qa"

QUICK = "-c fsync=off -c full_page_writes=off"
"""What is lost when the machine stops is lost with the test."""

HERE_ALONE = "-c unix_socket_directories= -c listen_addresses=127.0.0.1"


def is_installed() -> bool:
    """Whether there is a server, and what DuckDB needs to reach one."""
    return _programs() is not None and find_spec("duckdb_extension_postgres_scanner") is not None


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server that runs until the end of the block, without a database's name."""
    folder, port = Path(tempfile.mkdtemp(prefix="qa-postgresql-")), _free_port()
    if _is_root():
        shutil.chown(folder, "postgres")
    data = folder / "data"
    _run(folder, "initdb", "-D", data, "-U", ACCOUNT, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
    try:
        _started(folder, port)
        yield f"postgresql://{ACCOUNT}@127.0.0.1:{port}"
    finally:
        _run(folder, "pg_ctl", "stop", "-D", data, "-m", "immediate")
        shutil.rmtree(folder)


def _started(folder: Path, port: int | str) -> None:
    told = f"{QUICK} {HERE_ALONE} -c port={port}"
    _run(folder, "pg_ctl", "start", "-w", "-D", folder / "data", "-l", folder / "log", "-o", told)


@contextmanager
def halted(address: str) -> Iterator[None]:
    """That server is gone within."""
    [data] = said(address, "show data_directory")
    [port] = said(address, "show port")
    folder = Path(data).parent
    _run(folder, "pg_ctl", "stop", "-w", "-D", data, "-m", "immediate")
    try:
        yield
    finally:
        _started(folder, port)


@contextmanager
def database(server: str, name: str) -> Iterator[str]:
    """The address of a new database of that server, gone at the end of the block whoever still has it open."""
    _asked(server, f'create database "{name}"')
    try:
        yield f"{server}/{name}"
    finally:
        _asked(server, f'drop database "{name}" with (force)')


def said(address: str, sql: str) -> list[str]:
    """The lines that PostgreSQL's own program prints of a query: unlike what the program under test asks."""
    return _asked(address, sql).splitlines()


def _asked(address: str, sql: str) -> str:
    address = address if address.count("/") == 3 else f"{address}/postgres"
    command = ["psql", "--no-psqlrc", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", address, "-c", sql]
    return subprocess.run([_programs() / command[0], *command[1:]], check=True, capture_output=True, text=True).stdout


def _programs() -> Path | None:
    """The folder of the newest server's programs."""
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name), default=None)


def _run(folder: Path, name: str, *words: object) -> None:
    command = [str(_programs() / name), *map(str, words)]
    subprocess.run(command, check=True, cwd=folder, user="postgres" if _is_root() else None, stdout=subprocess.DEVNULL)


def _is_root() -> bool:
    """PostgreSQL does not run as root."""
    return os.name != "nt" and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]
