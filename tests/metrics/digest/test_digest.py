"""Mails of what is owed, due, overdue, newly red and of concern: whose homes, which counts, each once."""

import json
import subprocess
import sys
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from socketserver import StreamRequestHandler, TCPServer
from threading import Thread

import pytest

from metrics.actions.tracker import tracked
from metrics.digest.mails import Reader, mails, readers_of
from metrics.digest.notes import CONCERN, COUNTED, DATED, NEWLY_RED, OVERDUE, OWED, SOON, Note, notes
from metrics.homes.homes import home_facts
from metrics.rag.status import cells
from metrics.signals.as_whole import wholes
from metrics.signals.concerns import concerns
from metrics.warnings.clocks import clocks
from metrics.warnings.owed import owed
from metrics.wording import digest
from qa_data.scope import of_every_home
from tests.commands import command

DAY = date(2026, 10, 31)
SCOPE = of_every_home(DAY)
EVERYBODY = Reader("A. Director", "director@council.example", None)


def counted(told: list[Note]) -> dict[str, int]:
    return {kind: sum(note.number for note in told if note.kind == kind) for kind in COUNTED}


def test_what_is_noted_is_what_the_pages_count(sample):
    actions = [row for row in tracked(sample, SCOPE, most=10_000) if row["kind"] != "requirement"]
    new = [each for each in concerns(sample, SCOPE) if each["new"] and each["direction"] == "worse"]
    assert counted(notes(sample, SCOPE)) == {
        NEWLY_RED: sum(cell["rag"] == "red" and cell["change"] == "worse" for cell in cells(sample, SCOPE)),
        CONCERN: len(new) + sum(each["stands"] and each["new"] for each in wholes(sample, SCOPE)),
        DATED: sum(clock["state"] != "running" for clock in clocks(sample, SCOPE)),
        OVERDUE: sum(row["state"] == "overdue" for row in actions),
        SOON: sum(row["state"] == "soon" for row in actions),
        OWED: len(owed(sample, SCOPE)),
    }
    assert all(counted(notes(sample, SCOPE)).values())


def test_nothing_that_anybody_wrote_is_in_a_mail(sample):
    [mail] = mails([EVERYBODY], notes(sample, SCOPE), DAY, "http://qa.example")
    told = " ".join(mail.message.get_body().get_content().split()) + mail.calendar
    written = {row["action"] for row in tracked(sample, SCOPE, most=10_000)}
    assert len(written) > 20 and not [text for text in written if text in told]


def test_everybody_is_told_of_their_own_homes(sample):
    readers = readers_of(home_facts(sample, SCOPE).values())
    told = notes(sample, SCOPE)
    for mail in mails(readers, told, DAY, "http://qa.example"):
        of = {note.home for note in told if note.home in mail.reader.homes}
        body = mail.message.get_body().get_content().splitlines()
        assert {line for line in body if line in {note.home for note in told}} == of and mail.reader.name + "," in body
    assert {len(reader.homes) for reader in readers} == {1, 5}


def test_days_to_come_stand_in_the_calendar_and_lines_are_folded():
    long = "Ä" * 60
    told = [
        Note(long, DATED, "Review; of care, is due 5 Nov 2026", day=date(2026, 11, 5)),
        Note("Ash House", OVERDUE, "2 actions overdue", 2),
        Note("Ash House", DATED, "Requirement was due 1 Oct 2026", day=date(2026, 10, 1)),
    ]
    [mail] = mails([EVERYBODY], told, DAY, "http://qa.example")
    lines = mail.calendar.split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1 and "DTSTART;VALUE=DATE:20261105" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert f"SUMMARY:{long}: Review\\; of care\\, is due 5 Nov 2026" in mail.calendar.replace("\r\n ", "")
    [attached] = mail.message.iter_attachments()
    assert attached.get_content_type() == "text/calendar" and attached.get_filename() == "dates.ics"
    assert mail.message["Subject"].endswith("2 dates missed or near, 2 actions overdue")


def test_without_anything_to_know_there_is_no_mail():
    assert mails([EVERYBODY, Reader("B", "", ("Oak House",))], [], DAY, "") == []
    assert mails([Reader("B", "", ("Oak House",))], [Note("Ash House", OWED, "Monthly return")], DAY, "") == []


def test_the_same_is_the_same_mail_in_every_process():
    code = "from tests.metrics.digest.test_digest import *; print(mark_of_two())"
    marks = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(marks) == 1 and marks.pop().strip()


def mark_of_two() -> str:
    facts = [
        {"home": home, "manager": "R. Bell", "responsible_individual": None}
        for home in ("Oak House", "Ash House", "Elm House")
    ]
    return mails(readers_of(facts), [Note("Oak House", OWED, "Monthly return")], DAY, "")[0].mark


@pytest.fixture
def asked(sample_store, tmp_path):
    """Asks for the digest as JSON, by these words."""

    def ask(*words: object) -> dict:
        of = ("--db", sample_store, "--as-at", "2026-10-31", "--out", tmp_path / "out", "--json")
        code, told, wrong = command("metrics", "digest", *of, *words)
        return json.loads(told) if code == 0 else {"code": code, "wrong": wrong}

    return ask


def written(folder: Path) -> list[EmailMessage]:
    return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in sorted(folder.glob("*.eml"))]


def test_run_twice_it_writes_nothing_twice(asked, tmp_path):
    first, second = asked(), asked()
    assert first["mails"] == len(first["written"]) == len(written(tmp_path / "out")) > 3
    assert second["mails"] == first["mails"] and second["written"] == []
    assert len(list((tmp_path / "out").iterdir())) == len(first["written"]) + len(
        [each for each in written(tmp_path / "out") if list(each.iter_attachments())]
    )


def test_people_are_given_in_a_file(asked, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("Name,Address,Homes\nDee,dee@council.example,\nR. Bell,r@council.example,cedar view; Elm Base\n")
    answer = asked("--to", people, "--dashboard", "https://qa.council.example/")
    dee, bell = written(tmp_path / "out")
    assert (dee["To"], bell["To"]) == ("dee@council.example", "r@council.example") and not answer["without_address"]
    assert "Alder Lodge" in dee.get_body().get_content() and "Alder Lodge" not in bell.get_body().get_content()
    assert "https://qa.council.example/home?date=2026-10-31&home=Cedar+View" in bell.get_body().get_content()


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("Name,Homes\nDee,\n", "no column Address"),
        ("Name,Address,Homes\nDee,not one,\n", "no reader"),
        ("Name,Address,Homes\n,dee@council.example,\n", "no reader"),
        ("Name,Address,Homes\nDee,dee@council.example,Cedar Veiw\n", "Cedar View"),
    ],
)
def test_a_file_of_people_that_cannot_be_taken_is_one_sentence(asked, tmp_path, people, said):
    (tmp_path / "people.csv").write_text(people)
    answer = asked("--to", tmp_path / "people.csv")
    assert answer["code"] == 2 and said in answer["wrong"] and answer["wrong"].count("\n") == 1
    assert not (tmp_path / "out").exists()


class Taking(StreamRequestHandler):
    """Takes mails as a mail server does (RFC 5321), and keeps them; after the `most` it hangs up."""

    taken: list[bytes] = []
    most = 99

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if len(self.taken) >= self.most:
                return
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.taken.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 fine\r\n")


def test_new_mails_are_sent_once_to_those_with_an_address(asked, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("Name,Address,Homes\nDee,dee@council.example,\nR. Bell,,Cedar View\n")
    with TCPServer(("127.0.0.1", 0), Taking) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        words = ("--to", people, "--smtp", f"127.0.0.1:{server.server_address[1]}", "--from", "qa@council.example")
        first, again = asked(*words), asked(*words)
        server.shutdown()
    assert len(first["written"]) == 2 and first["sent"] == ["dee@council.example"]
    assert (again["written"], again["sent"]) == ([], [])
    [sent] = [message_from_bytes(each, policy=policy.default) for each in Taking.taken]
    assert (sent["From"], sent["To"], sent["X-Unsent"]) == ("qa@council.example", "dee@council.example", None)


def test_where_the_server_fails_in_between_none_is_sent_twice(asked, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text(
        "Name,Address,Homes\nDee,dee@council.example,\nEli,eli@council.example,\nFay,fay@council.example,\n"
    )
    taken: list[bytes] = []
    words = ("--to", people, "--from", "qa@council.example", "--smtp")
    with TCPServer(("127.0.0.1", 0), type("Failing", (Taking,), {"taken": taken, "most": 1})) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        failed = asked(*words, f"127.0.0.1:{server.server_address[1]}")
        server.shutdown()
    assert failed["code"] == 2 and "are done; run the same command again for the others." in failed["wrong"]
    with TCPServer(("127.0.0.1", 0), type("Whole", (Taking,), {"taken": taken})) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        again = asked(*words, f"127.0.0.1:{server.server_address[1]}")
        server.shutdown()
    assert (len(again["written"]), again["mails"]) == (2, 3)
    to = [message_from_bytes(each, policy=policy.default)["To"] for each in taken]
    assert to == ["dee@council.example", "eli@council.example", "fay@council.example"]


def test_people_are_told_how_many_were_sent_where_any_are():
    told = {"folder": "out", "mails": 4, "written": ["a", "b", "c"], "sent": ["a@h", "b@h"], "without_address": ["B"]}
    assert digest(told, by_mail=False).startswith("3 mails written to out; 1 lay there already. No address")
    assert " already. 2 mails sent to 2 addresses. No address is known of B" in digest(told, by_mail=True)
    assert " already. 0 mails sent. No address" in digest(told | {"sent": []}, by_mail=True)


def test_a_mail_server_that_does_not_answer_is_one_sentence_and_nothing_counts_as_sent(asked, tmp_path):
    answer = asked("--smtp", "127.0.0.1:1", "--from", "qa@council.example", "--to", _people(tmp_path))
    assert answer["code"] == 2 and answer["wrong"].count("\n") == 1 and not list(tmp_path.glob("out/*"))


def _people(folder: Path) -> Path:
    (folder / "people.csv").write_text("Name,Address,Homes\nDee,dee@council.example,\n")
    return folder / "people.csv"
