"""Packs: what is taken into a meeting, as a document, as slides and as a workbook."""
