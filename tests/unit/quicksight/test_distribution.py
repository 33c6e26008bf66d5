"""Box plots and histograms, whose boxes and bins Athena computes."""

import pytest

from offline_aws.quicksight.fields import VisualError
from offline_aws.quicksight.parsing import parse_visual
from tests.unit.quicksight.samples import Json, category, compiled, field, visual

RAW = {"NumericalMeasureField": field("seconds")}


def histogram(**bins: object) -> Json:
    return visual("Histogram", {"HistogramAggregatedFieldWells": {"Values": [RAW]}}, BinOptions=bins)


def test_the_whiskers_of_a_box_reach_one_and_a_half_heights_of_it() -> None:
    sql = compiled(visual("BoxPlot", {"BoxPlotAggregatedFieldWells": {"GroupBy": [category("item")], "Values": [RAW]}}))
    assert 'APPROX_PERCENTILE(source."seconds", 0.25) AS "First quartile"' in sql
    assert (
        'WHERE source."seconds" BETWEEN quartiles."First quartile" - 1.5 * '
        '( quartiles."Third quartile" - quartiles."First quartile" ) AND quartiles."Third quartile" + 1.5 *'
    ) in sql


def test_a_histogram_has_ten_bins_from_the_smallest_value_to_the_largest() -> None:
    sql = compiled(histogram())
    assert 'SELECT MIN("value") AS "start", CAST(( MAX("value") - MIN("value") ) AS DOUBLE) / 10 AS "width"' in sql


def test_the_largest_value_is_in_the_last_bin() -> None:
    assert (
        'LEAST( COALESCE(FLOOR(CAST(( "value" - "start" ) AS DOUBLE) / NULLIF("width", 0)), 0), 3 ) AS "bin"'
        in compiled(histogram(SelectedBinType="BIN_COUNT", BinCount={"Value": 4}))
    )


def test_bins_of_a_width_start_at_a_multiple_of_it_or_where_the_definition_says() -> None:
    width: Json = {"SelectedBinType": "BIN_WIDTH", "BinWidth": {"Value": 5}}
    assert 'FLOOR(CAST(MIN("value") AS DOUBLE) / 5) * 5 AS "start"' in compiled(histogram(**width))
    started = compiled(histogram(**width, StartValue=10))
    assert "SELECT CAST('10' AS DOUBLE) AS \"start\", CAST('5' AS DOUBLE) AS \"width\" )" in started
    assert "\"seconds\" >= CAST('10' AS DOUBLE)" in started


@pytest.mark.parametrize("bins", [{"SelectedBinType": "BIN_WIDTH"}, {"BinCount": {"Value": 0}}])
def test_bins_of_no_size_are_refused(bins: Json) -> None:
    with pytest.raises(VisualError):
        parse_visual(histogram(**bins))
