"""The data behind QuickSight's page, by HTTP."""

import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

import pytest

from tests.unit.quicksight.samples import Json
from tests.wire.quicksight.requests import (
    ACCOUNT,
    definition,
    embed_url,
    fetched,
    filtered,
    set_request,
)


def test_a_visual_whose_data_set_is_gone_says_so(quicksight: Any, source: str, place: Json) -> None:
    arn = quicksight.create_data_set(**set_request(source, DataSetId="gone"))["Arn"]
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(arn))
    quicksight.delete_data_set(AwsAccountId=ACCOUNT, DataSetId="gone")
    with pytest.raises(urllib.error.HTTPError) as error:
        fetched(f"{embed_url(quicksight, place)}/visuals/v")
    assert (error.value.code, json.load(error.value)) == (409, {"message": f"data set {arn} does not exist"})


def test_the_pages_rows_are_athenas(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    answer = fetched(f"{embed_url(quicksight, place)}/visuals/v")
    assert answer["rows"] == [["tea", 2], ["soup", 1]]


def test_a_readers_choice_is_data_whatever_it_holds(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    choice = {"dataSet": "clicks", "column": "item", "value": "tea' OR '1'='1", "granularity": None}
    where = urllib.parse.urlencode({"where": json.dumps([choice])})
    assert fetched(f"{embed_url(quicksight, place)}/visuals/v?{where}")["rows"] == []


def test_a_visual_that_is_not_there_is_not_found(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    with pytest.raises(urllib.error.HTTPError) as error:
        fetched(f"{embed_url(quicksight, place)}/visuals/nope")
    assert (error.value.code, json.load(error.value)) == (404, {"message": "There is no visual nope."})


def test_what_a_reader_chooses_in_controls_is_asked_of_athena(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=filtered(data_set))
    url = embed_url(quicksight, place)
    as_defined = fetched(f"{url}/visuals/v")["rows"]
    chosen = {"parameters": json.dumps({"Least": [2]}), "filters": json.dumps({"items": {"values": ["tea"]}})}
    assert (as_defined, fetched(f"{url}/visuals/v?{urllib.parse.urlencode(chosen)}")["rows"]) == (
        [["short", 2], ["long", 1]],
        [["long", 2]],
    )


def test_the_page_is_told_of_the_controls(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=filtered(data_set))
    url = embed_url(quicksight, place)
    controls = fetched(f"{url}/sheets")["sheets"][0]["controls"]
    told = [(each["kind"], each["title"], each["parameter"], each["filter"], each["chosen"]) for each in controls]
    assert told == [
        ("text", "At least", "Least", None, {"values": [3], "rolling": None}),
        ("dropdown", "Item", None, "items", {"values": []}),
    ]
    assert fetched(f"{url}/controls/item/values")["rows"] == [["soup"], ["tea"]]


def test_a_choice_that_makes_no_sense_is_refused(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=filtered(data_set))
    chosen = urllib.parse.urlencode({"parameters": json.dumps({"Least": ["x'; DROP TABLE y"]})})
    with pytest.raises(urllib.error.HTTPError) as error:
        fetched(f"{embed_url(quicksight, place)}/visuals/v?{chosen}")
    message = 'parameter Least is of type INTEGER: "x\'; DROP TABLE y" is not'
    assert (error.value.code, json.load(error.value)) == (400, {"message": message})


def test_parameters_get_other_defaults_at_creation(quicksight: Any, data_set: str, place: Json) -> None:
    values = {"IntegerParameters": [{"Name": "Least", "Values": [1]}]}
    quicksight.create_dashboard(**place, Name="d", Definition=filtered(data_set), Parameters=values)
    assert fetched(f"{embed_url(quicksight, place)}/visuals/v")["rows"] == [["long", 3]]
