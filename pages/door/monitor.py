"""A port of its own where a monitor asks for the counters: closed unless QA_MONITOR says where, for example
127.0.0.1:9464. Whoever keeps the server may name another address: a monitor is often another machine.
"""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from pages.door.counters import told
from pages.door.starting import stop
from qa_data.environment import MONITOR, place

TYPE = "text/plain; version=0.0.4; charset=utf-8"
WRONG = "The dashboard was not started: {wrong}.\n"
SECONDS = 10
"""So long it listens to somebody who does not go on."""

_OPEN: list[ThreadingHTTPServer] = []


class Asked(BaseHTTPRequestHandler):
    """Answers `GET /metrics`, and nothing else."""

    timeout = SECONDS
    server_version, sys_version = "qa", ""

    def do_GET(self) -> None:
        """The counters, under the one path that there is."""
        found = self.path == "/metrics"
        said = (told() if found else "Not found\n").encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", TYPE)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        """A monitor asks every few seconds: it would drown the rest."""


def open_if_asked() -> None:
    """Opens the port where QA_MONITOR names one; a dashboard that cannot is not started, with one sentence."""
    if not (asked := os.environ.get(MONITOR)):
        return
    try:
        server = ThreadingHTTPServer(place(asked), Asked)
    except ValueError:
        stop(WRONG.format(wrong=f"{MONITOR} must be an address and a port, for example 127.0.0.1:9464"))
    except OSError as error:
        stop(WRONG.format(wrong=f"{MONITOR} cannot be opened ({error.strerror}); choose another port"))
    server.daemon_threads = True
    _OPEN.append(server)
    Thread(target=server.serve_forever, name="monitor", daemon=True).start()


def close() -> None:
    """Closes it, if it is open."""
    while _OPEN:
        server = _OPEN.pop()
        server.shutdown()
        server.server_close()
