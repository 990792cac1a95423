"""python -m metrics COMMAND: what the figures say, for people or as JSON."""

import sys

from metrics.commands import PROGRAM

if __name__ == "__main__":
    sys.exit(PROGRAM.run())
