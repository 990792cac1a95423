"""python -m metrics COMMAND: what the figures say, for people or as JSON."""

import sys

from qa_data.installed import packages_needed

if __name__ == "__main__":
    with packages_needed():
        from metrics.commands import PROGRAM
    sys.exit(PROGRAM.run())
