"""What a reader chooses, and what a theme and a layout of the definition look like."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import gallery
from tests.browser.gallery import Json
from tests.browser.test_gallery import ACCOUNT, card, sql, told

BAR = gallery.visual("BarChart", "items", gallery.aggregated("BarChart", Category=[gallery.ITEM]))
THEME = {
    "DataColorPalette": {"Colors": ["#112233", "#445566"]},
    "UIColorPalette": {
        "PrimaryForeground": "#F0F0F0",
        "PrimaryBackground": "#202020",
        "SecondaryBackground": "#000000",
    },
}


def column(name: str) -> Json:
    return {"DataSetIdentifier": gallery.CLICKS, "ColumnName": name}


def filtered(definition: Json, filter_: Json, control: Json) -> Json:
    """The definition with a filter on everything and its control."""
    group = {
        "FilterGroupId": "group",
        "Filters": [filter_],
        "ScopeConfiguration": {"AllSheets": {}},
        "CrossDataset": "SINGLE_DATASET",
        "Status": "ENABLED",
    }
    sheet = definition["Sheets"][0] | {"FilterControls": [control]}
    return definition | {"Sheets": [sheet], "FilterGroups": [group]}


MENUS = {
    "CategoryFilter": {
        "FilterId": "menus",
        "Column": column("menu"),
        "Configuration": {
            "FilterListConfiguration": {"MatchOperator": "CONTAINS", "SelectAllOptions": "FILTER_ALL_VALUES"}
        },
    }
}
SECONDS = {
    "NumericRangeFilter": {
        "FilterId": "seconds",
        "Column": column("seconds"),
        "NullOption": "ALL_VALUES",
        "IncludeMinimum": True,
        "IncludeMaximum": True,
        "RangeMinimum": {"StaticValue": 0},
        "RangeMaximum": {"StaticValue": 100},
    }
}


@pytest.fixture(scope="module")
def show(client: Callable[[str], Any]) -> Callable[..., str]:
    """Creates a dashboard over the gallery's rows and returns its URL."""
    quicksight = client("quicksight")
    data_set = gallery.created_data_set(quicksight, ACCOUNT, "shown", sql())

    def made(name: str, change: Callable[[Json], Json] = lambda definition: definition, **given: Any) -> str:
        definition = change(gallery.definition(data_set, [BAR]))
        arn = quicksight.create_dashboard(
            AwsAccountId=ACCOUNT,
            DashboardId=name,
            Name=name,
            Definition=definition,
            DashboardPublishOptions={"SheetControlsOption": {"VisibilityState": "EXPANDED"}},
            **given,
        )["Arn"]
        return str(
            quicksight.generate_embed_url_for_anonymous_user(
                AwsAccountId=ACCOUNT,
                Namespace="default",
                AuthorizedResourceArns=[arn],
                ExperienceConfiguration={"Dashboard": {"InitialDashboardId": name}},
            )["EmbedUrl"]
        )

    return made


def test_a_dropdown_of_several_values_filters_and_all_takes_it_back(page: Page, show: Callable[..., str]) -> None:
    control = {
        "Dropdown": {"FilterControlId": "c", "Title": "Menus", "SourceFilterId": "menus", "Type": "MULTI_SELECT"}
    }
    page.goto(show("dropdown", lambda definition: filtered(definition, MENUS, control)))
    page.locator(".dropdown summary").click()
    page.get_by_label("bistro").check()
    expect(card(page, "items").locator(".mark")).to_have_count(2)
    assert told(page, "items") == ["soup, Count of Records: 2", "tea, Count of Records: 1"]
    page.locator(".choices").get_by_role("button", name="All").click()
    expect(card(page, "items").locator(".mark")).to_have_count(4)


def test_a_slider_is_moved_by_the_keyboard(page: Page, show: Callable[..., str]) -> None:
    slider = {"FilterControlId": "c", "Title": "Seconds", "SourceFilterId": "seconds", "Type": "RANGE"}
    control = {"Slider": slider | {"MinimumValue": 0, "MaximumValue": 100, "StepSize": 50}}
    page.goto(show("slider", lambda definition: filtered(definition, SECONDS, control)))
    expect(card(page, "items").locator(".mark")).to_have_count(4)
    page.get_by_label("Seconds, from").focus()
    page.keyboard.press("ArrowRight")
    expect(card(page, "items").locator(".mark")).to_have_count(2)
    assert told(page, "items") == ["null, Count of Records: 1", "pie, Count of Records: 1"]


def test_a_parameter_is_set_by_the_address_as_in_quicksight(page: Page, show: Callable[..., str]) -> None:
    def with_parameter(definition: Json) -> Json:
        equal = {
            "CustomFilterConfiguration": {
                "MatchOperator": "EQUALS",
                "NullOption": "ALL_VALUES",
                "ParameterName": "menu",
            }
        }
        filter_ = {"CategoryFilter": MENUS["CategoryFilter"] | {"Configuration": equal}}
        control = {"ParameterControlId": "c", "Title": "Menu", "SourceParameterName": "menu"}
        changed = filtered(definition, filter_, {})
        changed["Sheets"] = [
            changed["Sheets"][0] | {"FilterControls": [], "ParameterControls": [{"TextField": control}]}
        ]
        declared = {"ParameterValueType": "SINGLE_VALUED", "Name": "menu", "DefaultValues": {"StaticValues": ["grill"]}}
        return changed | {"ParameterDeclarations": [{"StringParameterDeclaration": declared}]}

    page.goto(show("parameter", with_parameter) + "#p.menu=bistro")
    expect(page.get_by_role("textbox", name="Menu")).to_have_value("bistro")
    expect(card(page, "items").locator(".mark")).to_have_count(2)
    page.get_by_role("textbox", name="Menu").fill("grill")
    page.keyboard.press("Enter")
    expect(card(page, "items").locator(".mark")).to_have_count(4)


def test_a_column_looks_alike_wherever_it_is_shown(page: Page, show: Callable[..., str]) -> None:
    def with_looks(definition: Json) -> Json:
        wells = gallery.aggregated("BarChart", Category=[gallery.MENU], Values=[gallery.measure("SUM")], Colors=[])
        stacked = gallery.aggregated("BarChart", Category=[gallery.ITEM], Colors=[gallery.MENU])
        formats = {"NumberFormatConfiguration": {"FormatConfiguration": gallery.DOLLARS}}
        colors = {"CustomColors": [{"FieldValue": "grill", "Color": "#123456"}]}
        columns = [
            {"Column": column("seconds"), "FormatConfiguration": formats},
            {"Column": column("menu"), "ColorsConfiguration": colors},
        ]
        visuals = [gallery.visual("BarChart", "sums", wells), gallery.visual("BarChart", "colors", stacked)]
        return definition | {
            "ColumnConfigurations": columns,
            "Sheets": [definition["Sheets"][0] | {"Visuals": visuals}],
        }

    page.goto(show("looks", with_looks))
    expect(page.locator(".live")).to_be_visible()
    assert told(page, "sums") == ["bistro, Sum of seconds: $35.0", "grill, Sum of seconds: $245.0"]
    grill = card(page, "colors").get_by_label("soup, grill")
    expect(grill).to_have_attribute("fill", "#123456")


def test_a_theme_colors_marks_and_grounds(page: Page, show: Callable[..., str], client: Callable[[str], Any]) -> None:
    theme = client("quicksight").create_theme(
        AwsAccountId=ACCOUNT, ThemeId="night", Name="Night", BaseThemeId="CLASSIC", Configuration=THEME
    )["Arn"]
    page.goto(show("themed", ThemeArn=theme))
    mark = card(page, "items").locator(".mark").first
    expect(mark).to_have_attribute("fill", "#112233")
    expect(page.locator("article")).to_have_css("background-color", "rgb(32, 32, 32)")
    expect(page.locator("#theme")).to_be_hidden()


def test_a_free_form_layout_places_visuals_by_pixels(page: Page, show: Callable[..., str]) -> None:
    place = {"XAxisLocation": "100px", "YAxisLocation": "40px", "Width": "500px", "Height": "300px"}
    elements = [{"ElementId": "items", "ElementType": "VISUAL"} | place]
    canvas = {"ScreenCanvasSizeOptions": {"OptimizedViewPortWidth": "1200px"}}
    layouts = [{"Configuration": {"FreeFormLayout": {"Elements": elements, "CanvasSizeOptions": canvas}}}]
    page.goto(show("free", lambda given: given | {"Sheets": [given["Sheets"][0] | {"Layouts": layouts}]}))
    expect(page.locator(".live")).to_be_visible()
    main, box = page.locator("main").bounding_box(), page.locator("article").bounding_box()
    assert main is not None
    assert box is not None
    assert (box["x"] - main["x"], box["y"] - main["y"], box["width"], box["height"]) == (100, 40, 500, 300)
