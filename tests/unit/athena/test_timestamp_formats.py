"""https://docs.aws.amazon.com/athena/latest/ug/hive-json-serde.html"""

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.serde import JsonRows
from offline_aws.athena.sql.storage import LAZY
from offline_aws.athena.sql.timestamp_formats import by_formats, formats_of

from .conftest import Athena
from .test_formats import stored_by

# AWS's own example, and what it says of ``millis`` elsewhere.
FORMATS = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z',yyyy-MM-dd'T'HH:mm:ss,dd/MMM/yyyy:HH:mm:ss Z,millis"

TEXTS = [
    ("2026-11-23T10:00:00.250Z", "2026-11-23 10:00:00.250000"),
    ("2026-11-23T10:00:00", "2026-11-23 10:00:00"),
    ("23/Nov/2026:10:00:00 +0200", "2026-11-23 08:00:00"),
    ("1795428000250", "2026-11-23 10:00:00.250000"),
    ("2026-11-23 10:00:00.5", "2026-11-23 10:00:00.5"),
    ("yesterday", "yesterday"),
]


@pytest.mark.parametrize(("text", "read"), TEXTS)
def test_the_first_pattern_that_fits_reads_a_timestamp(text: str, read: str) -> None:
    assert by_formats(formats_of({"timestamp.formats": FORMATS}), str)(text) == read


def test_a_comma_may_stand_in_a_pattern() -> None:
    assert formats_of({"timestamp.formats": r"MMM d\, yyyy,millis"}) == ("MMM d, yyyy", "millis")


def test_a_letter_that_is_not_read_here_is_refused() -> None:
    with pytest.raises(QueryError, match="the timestamp format xxxx-ww is not emulated"):
        JsonRows({"timestamp.formats": "xxxx-ww"}, [("at", "timestamp")])


def test_json_and_delimited_tables_have_formats(athena: Athena) -> None:
    for name in ("json", "text"):
        athena.table(name, "at timestamp", serde={"timestamp.formats": FORMATS, "field.delim": ","})
    stored_by(athena, LAZY, "text")
    athena.objects.put("s3://data/json/1", '{"at": "2026-11-23T10:00:00.250Z"}\n{"at": 1795428000250}\n')
    athena.objects.put("s3://data/text/1", "2026-11-23T10:00:00.250Z\n1795428000250\n")
    for name in ("json", "text"):
        assert athena.rows(f"SELECT at FROM {name}") == [["2026-11-23 10:00:00.250"]] * 2
