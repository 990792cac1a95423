"""A file had back as the person's own workbook: what was settled written in, each faulty cell marked and explained, and
a sheet that lists them all.
"""

from loaders.corrected.marking import problems_alone
from loaders.corrected.parent import NotMarked, corrected, not_kept

__all__ = ["NotMarked", "corrected", "not_kept", "problems_alone"]
