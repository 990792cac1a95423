"""Whether the dashboard in this container and its store answer: exit status 0 where they do, else 1 and why."""

import sys
from urllib.error import URLError
from urllib.request import urlopen

HEALTH = "http://127.0.0.1:8501/healthz"
SECONDS = 4


def main() -> int:
    """Asks once."""
    try:
        with urlopen(HEALTH, timeout=SECONDS):
            return 0
    except (URLError, TimeoutError) as why:
        print(f"The dashboard does not answer: {why}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
