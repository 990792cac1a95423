"""What in a free text looks like something that identifies a person, and the text with it masked."""

from qa_data.personal.masking import MASK, masked

__all__ = ["MASK", "masked"]
