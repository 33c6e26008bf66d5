"""Trino's grammar. That it takes what Trino takes, and says what Trino says, is shown by tests/sql/cases."""

import pytest

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.grammar.notation import Part, rules
from offline_aws.athena.sql.grammar.recognizer import check_syntax
from offline_aws.athena.sql.grammar.tokens import tokens_of, with_plain_numbers


def _named(part: Part) -> set[str]:
    return ({part.name} if part.kind == "rule" else set()).union(*map(_named, part.parts))


def test_every_rule_that_is_named_is_there() -> None:
    assert set().union(*(_named(rule.part) for rule in rules().values())) <= set(rules())


def test_of_the_tokens_that_fit_the_longest_counts() -> None:
    kinds = [(token.text, token.kind) for token in tokens_of("1a 1.5 1e5 .5 x'00' <= -- y\n")]
    assert kinds == [
        ("1a", "after a digit"), ("1.5", "<decimal>"), ("1e5", "<double>"), (".5", "<decimal>"), ("x'00'", "<binary>"),
        ("<=", "sign"), ("<EOF>", "<EOF>"),
    ]  # fmt: skip


def test_the_message_says_what_could_have_stood_there() -> None:
    with pytest.raises(QuerySyntaxError) as raised:
        check_syntax("SELECT 1\nFROM t LIMIT 1 OFFSET 1")
    assert str(raised.value) == "line 2:16: mismatched input 'OFFSET'. Expecting: <EOF>"


def test_a_label_stands_for_all_with_which_its_rule_begins() -> None:
    with pytest.raises(QuerySyntaxError, match=r"Expecting: '\*', 'ALL', 'DISTINCT', <expression>\Z"):
        check_syntax("SELECT FROM t")


@pytest.mark.parametrize("text", ["(" * 2000 + "1" + ")" * 2000, "SELECT " + "(" * 2000 + "1" + ")" * 2000])
def test_a_text_that_is_nested_too_deep_is_a_syntax_error(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        check_syntax(text)


def test_numbers_keep_the_place_of_what_follows() -> None:
    sql = "SELECT 1_000 + 0x1F, 1_0.5 + x"
    assert with_plain_numbers(sql, tokens_of(sql)) == "SELECT 1000  + 31  , 10.5  + x"
