"""The sentences for files that cannot be read: what is wrong, then what to do."""

from . import limits


class Refusal(Exception):
    """A file that cannot be read, by the code of loaders.problems; light enough for the child to import."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code, self.message = code, message


def damaged() -> Refusal:
    return Refusal(
        "unreadable-file",
        "The file is damaged or is not a spreadsheet. "
        "Open it in Excel, save it as an Excel workbook (.xlsx), and load that.",
    )


def not_a_workbook() -> Refusal:
    return Refusal(
        "unreadable-file",
        "The file's name says that it is a workbook, but its contents are not. "
        "Open it in Excel, save it as an Excel workbook (.xlsx), and load that.",
    )


def not_opened(reason: str) -> Refusal:
    return Refusal(
        "unreadable-file",
        f"The file could not be opened: {reason}. Check its name and folder, and that you may read it.",
    )


def open_quote(line: int) -> Refusal:
    return Refusal(
        "unreadable-file",
        f'A quotation mark (") is opened in the row that starts on line {line} '
        "and never closed. Close it, or take it out.",
    )


def locked() -> Refusal:
    return Refusal(
        "encrypted-file",
        "The file is protected by a password. Take the password off "
        "(in Excel: File, Info, Protect Workbook, Encrypt with Password, clear it), save, and load it again.",
    )


def labelled() -> Refusal:
    return Refusal(
        "encrypted-file",
        "The file is locked by a sensitivity label that encrypts it. Choose a label without encryption (in Excel: Home,"
        " Sensitivity), or ask whoever labelled it to, save, and load it again.",
    )


def empty() -> Refusal:
    return Refusal(
        "empty-file", "There is nothing in the file: no sheet has a value in it. Check that you chose the right file."
    )


def big_file() -> Refusal:
    return Refusal(
        "too-large",
        f"The file is larger than {limits.FILE_BYTES // 1_000_000} MB. "
        "Split it, for example a workbook for each year, and load the parts.",
    )


def bomb() -> Refusal:
    return Refusal(
        "too-large",
        f"The file unpacks to more than {limits.UNPACKED_BYTES // 1_000_000} MB "
        f"or {limits.MEMBERS:,} parts. Copy the table alone into a new workbook, save it, and load that.",
    )


def sheets() -> Refusal:
    return Refusal(
        "too-large",
        f"The workbook has more than {limits.SHEETS} sheets. Split it, for example a workbook for each year, and load"
        " the parts.",
    )


def rows() -> Refusal:
    return Refusal(
        "too-large",
        f"The file has more than {limits.ROWS:,} rows with something in them. "
        "Split it, for example a workbook for each year, and load the parts.",
    )


def long_text(line: int) -> Refusal:
    return Refusal(
        "too-large",
        f"The row that starts on line {line} has a text of more than {limits.TEXT:,} letters. Shorten it, and load the"
        " file again.",
    )


def stretched() -> Refusal:
    return Refusal(
        "too-large",
        "The file asks for more memory or time than is allowed. "
        "The usual cause is a stray value far below or to the right of the table: press Ctrl+End to find it, "
        "delete the rows and columns beyond the table, save, and load the file again.",
    )
