"""Ofsted's published file of every provider of children's social care in England, in the layout of any year since
2016.
"""

from loaders.ofsted.headers import is_published
from loaders.ofsted.published import convert

__all__ = ["convert", "is_published"]
