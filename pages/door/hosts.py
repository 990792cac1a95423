"""Which addresses are this machine alone, and which names and origins a request may come under."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from streamlit import config

from pages.parts.sign_in import sign_in

OURS = frozenset({"localhost", "127.0.0.1", "::1"})
USUAL = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def this_machine_alone(address: str | None) -> bool:
    """Whether only this machine reaches the address: a loopback one, its usual name, or a unix socket, which only
    accounts of this machine can open. No address, or a wildcard, is every interface.
    """
    if not address:
        return False
    if address.startswith(("unix:", "/")) or address.lower() == "localhost":
        return True
    try:
        told = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return (getattr(told, "ipv4_mapped", None) or told).is_loopback


def names() -> frozenset[str]:
    """The names under which the dashboard answers: this machine's own, the one that people are sent back to when they
    have signed in, and those of the setting server.allowedHosts, each in full, since a pattern would let in whoever may
    name a machine below it.
    """
    signs = sign_in()
    back = split(signs.host) if signs else None
    return (
        OURS
        | ({back[0]} if back else set())
        | {each.strip().lower().rstrip(".") for each in config.get_option("server.allowedHosts")}
    )


def split(host: str) -> tuple[str, int | None] | None:
    """The name and the port of a Host header, in small letters; None for what no browser would send."""
    try:
        read = urlsplit(f"//{host}")
        name, port = read.hostname, read.port
    except ValueError:
        return None
    bare = host.rpartition(":")[0] if port is not None else host
    if read.netloc != host or not name or bare.strip("[]").lower() != name or any(each.isspace() for each in host):
        return None
    return name.removesuffix("."), port


def is_ours(host: str | None) -> bool:
    """Whether the dashboard answers under this Host header, whatever its port: another name may be anybody's."""
    read = split(host) if host else None
    return read is not None and read[0] in names()


def same_place(origin: str | None, host: str, scheme: str) -> bool:
    """Whether the page that asks came from here: this very host and port, by this scheme (a proxy may add TLS)."""
    read = urlsplit(origin or "")
    if (
        not origin
        or read.scheme not in {"https", scheme.replace("ws", "http")}
        or f"{read.scheme}://{read.netloc}" != (origin)
    ):
        return False
    there, here = split(read.netloc), split(host)
    if there is None or here is None:
        return False
    usual = USUAL[read.scheme]
    return (there[0], there[1] or usual) == (here[0], here[1] or usual)
