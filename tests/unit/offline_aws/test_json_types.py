import pytest

from offline_aws.json_types import MistypedError, spaced_base64


def test_white_space_in_base64_counts_for_nothing() -> None:
    assert spaced_base64("Y Q\r\n= =\n") == b"a"


@pytest.mark.parametrize("text", ["YQ", "-_-_", "Y!Q="])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(MistypedError):
        spaced_base64(text)
