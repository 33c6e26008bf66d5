from typing import Any

import pytest

from offline_aws.athena.sql.python_functions.json_path_language import PathSyntaxError, compiled, items
from offline_aws.athena.sql.python_functions.json_path_steps import PathError
from offline_aws.athena.sql.python_functions.json_text import json_object, loads

CART = loads('{"items": [{"name": "tea", "price": 2.5}, {"name": "pie", "price": 12}], "table": 7}')


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("lax $.table", [7]),
        ("lax $.items.name", ["tea", "pie"]),
        ("lax $.items[last].name", ["pie"]),
        ("lax $.items[*] ? (@.price > 10).name", ["pie"]),
        ('lax $.items ? (@.name starts with "t" && !(@.price > 3)).price', [2.5]),
        ("lax $.items.size()", [2]),
        ("lax $.table + 1", [8]),
        ("lax $.table[0]", [7]),
        ("lax $.nothing", []),
        ("strict $.items ? (exists(@.nothing))", []),
        ("lax $.items[*] ? (@.price == $price).name", ["pie"]),
    ],
)
def test_a_path_leads_to(path: str, found: list[Any]) -> None:
    assert items(CART, path, {"price": 12}) == found


@pytest.mark.parametrize("path", ["strict $.nothing", "strict $.table[0]", "strict $.items[5]", "lax $.items.name + 1"])
def test_a_path_does_not_fit(path: str) -> None:
    with pytest.raises(PathError):
        items(CART, path, {})


@pytest.mark.parametrize("path", ["$.a", "lax", "lax $.", "lax $.a ?", "lax $ ? (@)", "lax $.a b"])
def test_a_text_is_no_path(path: str) -> None:
    with pytest.raises(PathSyntaxError):
        compiled(path)


def test_an_object_has_its_keys_in_the_order_of_javas_hash_map() -> None:
    assert json_object(["total", "most", "b", "a"], ["1", "2", None, "4"], "NULL", "WITHOUT") == (
        '{"most":2,"a":4,"total":1,"b":null}'
    )
