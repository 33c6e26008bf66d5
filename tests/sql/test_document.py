"""The page and the cases say the same."""

from .document import PAGE, page


def test_the_page_has_not_drifted() -> None:
    assert page() == PAGE.read_text("utf-8")
