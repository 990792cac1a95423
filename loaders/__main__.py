"""python -m loaders COMMAND: spreadsheets in, and what came of them."""

import gc
import sys

from qa_data.installed import packages_needed

if __name__ == "__main__":
    with packages_needed():
        from qa_data.unused import keep_out

        keep_out()
        gc.disable()  # imports and a load make millions of things and no cycles: looking for some takes a tenth of it
        from loaders.commands import PROGRAM

    status = PROGRAM.run()
    gc.freeze()  # nor are they looked through once more at the end
    sys.exit(status)
