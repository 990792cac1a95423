"""How much a file may ask for."""

import os

FILE_BYTES = 50_000_000
UNPACKED_BYTES = 500_000_000
MEMBERS = 10_000
SHEETS = 500
ROWS = 150_000
"""In all sheets together, of those with anything in them."""

TEXT = 100_000
"""Letters in a cell; Excel itself holds 32,767."""

CELLS = 20_000_000
COLUMNS = 16_384
ANSWER_BYTES = 500_000_000
MEMORY_BYTES = 1_000_000_000
SECONDS = 30
YIELDING = 10


def lower_own_limits() -> None:
    """Bounds the memory and processor time of this very process, where the platform can (Windows cannot)."""
    try:
        import resource
    except ImportError:
        return
    os.nice(YIELDING)  # whoever looks at a page meanwhile comes first
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
