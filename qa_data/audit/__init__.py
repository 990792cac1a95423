"""Who did what and when: a record to which is only added, beside the store: in a file of its own, or on its server."""

from qa_data.audit.entries import What
from qa_data.audit.noting import acting, forget, hashed, note
from qa_data.audit.reading import entries, gaps

__all__ = ["What", "acting", "entries", "forget", "gaps", "hashed", "note"]
