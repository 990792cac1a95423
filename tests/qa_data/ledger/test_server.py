"""The PostgreSQL server that keeps the ledger."""

import pytest

from qa_data.ledger.refusals import trouble
from qa_data.ledger.server import Server
from qa_data.trouble import StoreUnavailable
from tests.postgresql import said


def test_what_is_written_is_kept_all_of_it_or_nothing(address):
    server = Server(address)
    with server.asked() as asked:
        asked.do("create table told (words text)", "insert into told values ('it''s kept')")
    with pytest.raises(StoreUnavailable, match="refused"), server.asked() as asked:
        asked.do("insert into told values ('not kept')")
        asked.rows("select 1 / 0")
    assert said(address, "select words from told") == ["it's kept"]
    server.close()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("fe_sendauth: no password supplied", "it asks for a password, and none was given"),
        ('FATAL:  password authentication failed for user "jo"', "the account or its password is not the right one"),
        ('FATAL:  no pg_hba.conf entry for host "10.1.1.1", user "jo"', "its pg_hba.conf has no entry for"),
        ("FATAL:  sorry, too many clients already", "it has as many connections as it may"),
        ('FATAL:  database "jo" does not exist', "it has no database of that name"),
        ('FATAL:  role "jo" does not exist', "it has no account of that name"),
        ("server does not support SSL, but SSL was required", "the address asks for TLS, which it does not speak"),
    ],
)
def test_a_server_that_lets_nobody_in_is_not_one_that_does_not_answer(said, why):
    whole = (
        f'IO Error: Unable to connect to Postgres at "postgresql://jo:secret@h/qa": connection to "h" failed: {said}'
    )
    told = str(trouble(whole, "h/qa", "20s", "120s"))
    assert told.startswith("The PostgreSQL server h/qa does not let this program in: ") and why in told
    assert "secret" not in told and "jo" not in told
