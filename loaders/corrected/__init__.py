"""A refused file had back as the person's own workbook: each faulty cell marked and explained, and a sheet that
lists them all.
"""

from loaders.corrected.marking import problems_alone
from loaders.corrected.parent import NotMarked, corrected

__all__ = ["NotMarked", "corrected", "problems_alone"]
