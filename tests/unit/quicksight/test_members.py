from offline_aws.quicksight.members import ANY, OneOf, beyond, malformed

FORM = {"Name": ANY, "Mode": {"DIRECT_QUERY"}, "Sheets": [{"SheetId": ANY}]}


def test_what_the_form_has_no_place_for_is_named_by_its_path() -> None:
    request = {
        "Name": "n",
        "Mode": "SPICE",
        "Sheets": [{"SheetId": "a"}, {"SheetId": "b", "Images": [1]}],
        "Theme": "t",
    }
    assert list(beyond(request, FORM)) == ["Mode=SPICE", "Sheets[1].Images", "Theme"]


def test_a_member_that_carries_nothing_asks_for_nothing() -> None:
    assert list(beyond({"Theme": None, "Sheets": [{"SheetId": "a", "Images": [], "TextBoxes": {}}]}, FORM)) == []


def test_a_union_has_exactly_one_member() -> None:
    form = {"Filters": [OneOf({"CategoryFilter": {"Column": ANY}, "NestedFilter": ANY})]}
    given = {"Filters": [{"CategoryFilter": {}}, {}, {"CategoryFilter": {}, "NestedFilter": {}}]}
    assert list(malformed(given, form)) == ["Filters[1]", "Filters[2]"]
