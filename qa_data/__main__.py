"""python -m qa_data COMMAND: the store kept safe, and who did what with it."""

import sys

from qa_data.kept_safe import PROGRAM

if __name__ == "__main__":
    sys.exit(PROGRAM.run())
