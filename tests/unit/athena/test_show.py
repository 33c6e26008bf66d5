"""https://docs.aws.amazon.com/athena/latest/ug/show-tables.html"""

import pytest

from offline_aws.athena.sql.show import like

NAMES = ["alb_logs", "flights_2016", "view_2016_flights"]


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        (None, NAMES),
        ("*flights*", ["flights_2016", "view_2016_flights"]),
        (".*logs", ["alb_logs"]),
        ("ALB*|flights_2016", ["alb_logs", "flights_2016"]),
        ("flights", []),
        ("flights?2016", []),
        ("alb.logs", ["alb_logs"]),
        ("[af].*_(logs|2016)", ["alb_logs", "flights_2016"]),
    ],
)
def test_a_pattern_is_a_regular_expression_with_stars(pattern: str | None, shown: list[str]) -> None:
    assert like(NAMES, pattern) == shown
