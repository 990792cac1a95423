"""A document as a reader's program finds it."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


def read(document: bytes) -> tuple[PdfReader, str]:
    """The document and its words, with the breaks of lines taken out."""
    opened = PdfReader(BytesIO(document))
    return opened, " ".join(" ".join(page.extract_text() for page in opened.pages).split())


def tags(document: PdfReader) -> Iterator[DictionaryObject]:
    """Every element of the structure tree."""
    waiting = [document.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, DictionaryObject):
            yield node
            if "/K" in node:
                waiting.append(node["/K"])
