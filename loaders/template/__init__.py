"""The blank workbook: a sheet a dataset, with drop-downs, checks, help on each heading and an example that is never
read; of one home, and as the short form, its return is a form with the months that it owes.
"""

from loaders.template.book import template
from loaders.template.tables import FIRST

__all__ = ["FIRST", "template"]
