"""What happens to a command that ends in a way that nobody foresaw."""

from qa_data.commands import Parser, Program


def test_what_nobody_foresaw_is_one_sentence_and_exit_2(capsys):
    assert Program("any", Parser).done([], lambda asked: 1 // 0) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1
    assert "ZeroDivisionError: integer division or modulo by zero" in shown.err and "Traceback" not in shown.err
