"""One address for many dashboards: a browser stays with the one that its cookie names, and goes to another when that
one is gone.
"""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

LED = "led"
"""The cookie that says to which dashboard, by its place."""

MOST = 65_536


@contextmanager
def one_address(dashboards: list[str]) -> Iterator[str]:
    """Where all of these dashboards, added before anybody comes, are reached."""
    loop, begun, place = asyncio.new_event_loop(), Event(), []

    async def listen() -> None:
        server = await asyncio.start_server(lambda *both: _passed(dashboards, *both), "127.0.0.1", 0)
        place.append(server.sockets[0].getsockname()[1])
        begun.set()

    def run() -> None:
        loop.create_task(listen())
        loop.run_forever()

    thread = Thread(target=run, daemon=True)
    thread.start()
    begun.wait()
    yield f"http://127.0.0.1:{place[0]}"
    asyncio.run_coroutine_threadsafe(_closed(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


async def _closed() -> None:
    """Nobody is led anywhere any more."""
    open_ones = asyncio.all_tasks() - {asyncio.current_task()}
    for each in open_ones:
        each.cancel()
    await asyncio.gather(*open_ones, return_exceptions=True)


async def _passed(dashboards: list[str], browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
    """One request and its answer, or a socket for as long as it is open."""
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        head = await browser.readuntil(b"\r\n\r\n")
        dashboard, to_dashboard = await _reached(dashboards, head)
        # Of each connection only the first request says whose it is: none is used for another.
        if b"upgrade: websocket" not in head.lower():
            head = re.sub(rb"(?im)^connection:.*\r\n", b"", head).replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        to_dashboard.write(head)
        await asyncio.gather(_poured(browser, to_dashboard), _poured(dashboard, to_browser))
    to_browser.close()


async def _reached(dashboards: list[str], head: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """The dashboard that the cookie names, else the next that answers."""
    named = re.search(rf"(?im)^cookie:.*\b{LED}=(\d)".encode(), head)
    first = int(named[1]) if named else 0
    for address in (*dashboards[first:], *dashboards[:first]):
        with suppress(OSError):
            return await asyncio.open_connection("127.0.0.1", int(address.rpartition(":")[2]))
    raise ConnectionError("no dashboard answers")


async def _poured(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while told := await source.read(MOST):
            to.write(told)
            await to.drain()
    with suppress(OSError):
        to.write_eof()
