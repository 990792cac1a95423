"""The PostgreSQL server that keeps the ledger."""

import pytest

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
