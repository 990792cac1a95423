"""What in a free text looks like something that identifies a person, and the text with it masked."""

from qa_data.personal.masking import MASK, Found, masked
from qa_data.personal.said import called_a_child, names_somebody, unlisted
from qa_data.personal.titles import masked_title, signed

__all__ = ["MASK", "Found", "called_a_child", "masked", "masked_title", "names_somebody", "signed", "unlisted"]
