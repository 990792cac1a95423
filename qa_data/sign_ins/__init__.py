"""Who is signed in: hashes and moments alone, beside the store, the same for every process that serves it. A sign-in
counts while it stands there and is not too old; ending it takes it out.
"""

from qa_data.sign_ins.record import SignIns, hashed

__all__ = ["SignIns", "hashed"]
