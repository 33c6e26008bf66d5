"""FormatConfiguration of fields as the page is told it."""

import pytest

from offline_aws.quicksight.formats import FormatError, check_pattern, field_format

PLAIN = {
    "kind": "number", "prefix": "", "suffix": "", "symbol": None, "decimals": None, "scale": "none", "mark": ".",
    "separator": ",", "lakhs": False, "unsigned": False, "null": None,
}  # fmt: skip


def test_without_a_configuration_there_is_no_format() -> None:
    assert field_format(None) is None


def test_a_number_format_is_told_with_its_separators() -> None:
    separators = {"DecimalSeparator": "COMMA", "ThousandsSeparator": {"Symbol": "DOT", "Visibility": "VISIBLE"}}
    given = {"Suffix": " s", "SeparatorConfiguration": separators, "DecimalPlacesConfiguration": {"DecimalPlaces": 1}}
    wanted = PLAIN | {"suffix": " s", "mark": ",", "separator": ".", "decimals": 1}
    assert field_format({"FormatConfiguration": {"NumberDisplayFormatConfiguration": given}}) == wanted


def test_a_currency_keeps_its_code() -> None:
    currency = {"CurrencyDisplayFormatConfiguration": {"Symbol": "EUR", "NumberScale": "THOUSANDS"}}
    wanted = PLAIN | {"kind": "currency", "symbol": "EUR", "scale": "thousands"}
    assert field_format({"FormatConfiguration": currency}) == wanted


def test_what_is_counted_is_written_as_a_number() -> None:
    percentage = {"NumericFormatConfiguration": {"PercentageDisplayFormatConfiguration": {}}}
    assert field_format(percentage, counted=True) == PLAIN | {"kind": "percentage"}


def test_a_date_has_its_pattern() -> None:
    assert field_format({"DateTimeFormat": "D MMM YYYY"}) == {"kind": "date", "pattern": "D MMM YYYY", "null": None}


@pytest.mark.parametrize("pattern", ["YYYY-MM-DD HH:mm:ss", "MMM D, YYYY h:mm a", "dddd [at] H", "[Q]Q YYYY"])
def test_a_pattern_consists_of_tokens_and_what_is_in_brackets(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize("pattern", ["yyyy", "D of MMM", "EEE"])
def test_a_letter_that_is_no_token_is_refused(pattern: str) -> None:
    with pytest.raises(FormatError):
        check_pattern(pattern)
