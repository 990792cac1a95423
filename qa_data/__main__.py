"""python -m qa_data COMMAND: the store kept safe, and who did what with it."""

import sys

from qa_data.installed import packages_needed

if __name__ == "__main__":
    with packages_needed():
        from qa_data.kept_safe import PROGRAM
    sys.exit(PROGRAM.run())
