"""Tokens lead through a list that changes meanwhile, and through no other."""

from types import SimpleNamespace
from typing import Any

import pytest

from offline_aws.athena.api import InvalidRequestException
from offline_aws.athena.paging import page_of


def context(operation: str) -> Any:
    return SimpleNamespace(operation=SimpleNamespace(name=operation))


LIST = context("ListQueryExecutions")
REQUEST = {"WorkGroup": "primary", "MaxResults": 2}


def test_pages_follow_each_other_until_there_is_no_token() -> None:
    first, token = page_of("abc", LIST, REQUEST, 50)
    assert first == ["a", "b"]
    assert page_of("abc", LIST, REQUEST | token, 50) == (["c"], {})


def test_what_comes_or_goes_meanwhile_neither_repeats_nor_skips_an_item() -> None:
    _, token = page_of("abc", LIST, REQUEST, 50)
    assert page_of("xyabc", LIST, REQUEST | token, 50) == (["c"], {})
    assert page_of("c", LIST, REQUEST | token, 50) == (["c"], {})


@pytest.mark.parametrize(
    ("operation", "more"),
    [
        (context("ListNamedQueries"), {}),
        (LIST, {"WorkGroup": "other"}),
        (LIST, {"NextToken": "2"}),
        (LIST, {"NextToken": "é"}),
        (LIST, {"NextToken": "bm8="}),
    ],
)
def test_a_token_of_something_else_is_refused(operation: Any, more: dict[str, str]) -> None:
    _, token = page_of("abc", LIST, REQUEST, 50)
    with pytest.raises(InvalidRequestException, match="NextToken is invalid"):
        page_of("abc", operation, REQUEST | token | more, 50)
