import io
import json

from rich.console import Console

from bench import report
from bench.figures import Figure, at_least, at_most

_AGAINST = Figure("POST", 350.0, "requests/s", "MOCK", 500.0, at_least(0.8))
_ALONE = Figure("p99", 12.345, "ms", goal=at_most(50))


def test_a_goal_bounds_the_ratio_of_what_is_compared_and_the_value_of_what_stands_alone() -> None:
    assert (_AGAINST.ratio, _AGAINST.met) == (0.7, False)
    assert (_ALONE.ratio, _ALONE.met) == (None, True)


def test_a_figure_without_a_goal_neither_reaches_nor_misses_one() -> None:
    assert Figure("start", 1.5, "s").met is None


def test_a_table_has_a_line_for_each_figure() -> None:
    out = io.StringIO()
    Console(file=out, width=100).print(report.table("api", [_AGAINST, _ALONE]))
    assert out.getvalue() == (
        "+--------------------------------------------------------------+\n"
        "| api  |          value | against | ratio | goal         | met |\n"
        "|------+----------------+---------+-------+--------------+-----|\n"
        "| POST | 350 requests/s | MOCK    | 0.7 x | at least 0.8 | no  |\n"
        "| p99  |        12.3 ms |         |       | at most 50   | yes |\n"
        "+--------------------------------------------------------------+\n"
    )


def test_json_has_the_figures_by_subject() -> None:
    (figure,) = json.loads(report.as_json({"api": [_AGAINST]}))["subjects"]["api"]
    assert figure == {
        "name": "POST",
        "value": 350.0,
        "unit": "requests/s",
        "against": "MOCK",
        "baseline": 500.0,
        "ratio": 0.7,
        "goal": "at least 0.8",
        "met": False,
    }
