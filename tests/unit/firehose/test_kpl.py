import hashlib

from offline_aws.firehose.kpl import MAGIC, UserRecord, user_records


def field(number: int, content: bytes) -> bytes:
    assert len(content) < 128
    return bytes([number << 3 | 2, len(content)]) + content


def index(number: int, value: int) -> bytes:
    return bytes([number << 3, value])


def aggregated(message: bytes) -> bytes:
    return MAGIC + message + hashlib.md5(message, usedforsecurity=False).digest()


MESSAGE = (
    field(1, b"a")
    + field(1, b"b")
    + field(3, index(1, 0) + field(3, b"one"))
    + field(3, index(1, 1) + field(3, b"two"))
    + field(3, index(1, 0) + field(3, b"three"))
)


def test_an_aggregated_record_is_its_user_records_with_their_keys() -> None:
    assert user_records("x", aggregated(MESSAGE)) == [
        UserRecord("a", b"one"),
        UserRecord("b", b"two"),
        UserRecord("a", b"three"),
    ]


def test_any_other_record_is_itself() -> None:
    for data in (b"", b"plain", MAGIC, aggregated(MESSAGE)[:-1], aggregated(MESSAGE[:-1]), aggregated(b"\x0d")):
        assert user_records("x", data) == [UserRecord("x", data)]
