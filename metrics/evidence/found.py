"""How a row of evidence names where it came from."""

FROM = "join (select upload_id, file from uploads) using (upload_id)"
"""SQL: joins the file's name to current rows."""

PLACE = "file, sheet, sheet_row"
"""SQL: the columns that lead back to the row in the file."""
