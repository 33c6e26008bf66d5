"""Each kind of visual as Chromium draws it, against the rows that Athena answers for it."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import gallery

ACCOUNT = "000000000000"
ROWS = [
    ("soup", "bistro", 10, "2026-01-01 10:05"),
    ("soup", "bistro", 20, "2026-01-01 10:50"),
    ("soup", "grill", 30, "2026-01-01 11:10"),
    ("soup", "grill", 40, "2026-01-02 10:00"),
    ("tea", "bistro", 5, "2026-01-01 11:00"),
    ("tea", "grill", 15, "2026-01-08 11:30"),
    ("pie", "grill", 70, "2026-01-08 11:40"),
    (None, "grill", 90, "2026-01-08 11:50"),
]
Row = list[Any]


def sql() -> str:
    def literal(value: object) -> str:
        return "NULL" if value is None else repr(value)

    rows = (f"({literal(i)}, {literal(m)}, {s}, TIMESTAMP '{at}:00')" for i, m, s, at in ROWS)
    return f"SELECT * FROM (VALUES {', '.join(rows)}) AS t (item, menu, seconds, at)"


@pytest.fixture(scope="module")
def url(client: Callable[[str], Any]) -> str:
    quicksight = client("quicksight")
    data_set = gallery.created_data_set(quicksight, ACCOUNT, "gallery", sql())
    made = quicksight.create_dashboard(
        AwsAccountId=ACCOUNT, DashboardId="gallery", Name="Gallery", Definition=gallery.definition(data_set)
    )
    embed = quicksight.generate_embed_url_for_anonymous_user(
        AwsAccountId=ACCOUNT,
        Namespace="default",
        AuthorizedResourceArns=[made["Arn"].rpartition("/version/")[0] or made["Arn"]],
        ExperienceConfiguration={"Dashboard": {"InitialDashboardId": "gallery"}},
    )
    return str(embed["EmbedUrl"])


@pytest.fixture(scope="module")
def drawn(browser: Browser, url: str) -> Iterator[Page]:
    """The gallery, drawn once."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(20_000)
    page.goto(url)
    expect(page.locator(".live")).to_be_visible(timeout=20_000)
    yield page
    page.close()


def answered(url: str, visual: str) -> list[Row]:
    """What Athena answers for a visual."""
    with urlopen(f"{url}/visuals/{visual}") as answer:
        content = json.load(answer)
    assert "error" not in content, content
    return list(content["rows"])


def card(page: Page, title: str) -> Any:
    return page.locator("article").filter(has=page.get_by_role("heading", name=title, exact=True))


def told(page: Page, title: str) -> list[str]:
    return sorted(
        card(page, title).locator(".mark").evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    )


def text(value: Any) -> str:
    """A value as the page writes it: a whole minute without its seconds."""
    return "null" if value is None else re.sub(r"(:\d\d)?:00\.000$", r"\1", str(value)).removesuffix(" 00:00")


def number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def percent(value: float, whole: float) -> str:
    return f"{round(100 * value / whole, 1):g}%"


def total(rows: list[Row], by: int) -> Counter[Any]:
    sums: Counter[Any] = Counter()
    for row in rows:
        sums[row[by]] += row[-1]
    return sums


BARS = {
    "horizontal": lambda rows: [f"{text(item)}, Count of Records: {count}" for item, count in rows],
    "clustered": lambda rows: [f"{text(item)}, {menu}: {count}" for item, menu, count in rows],
    "stacked": lambda rows: [f"{text(item)}, {menu}: {count}" for item, menu, count in rows],
    "shares": lambda rows: [
        f"{text(item)}, {menu}: {percent(count, total(rows, 0)[item])} ({count})" for item, menu, count in rows
    ],
    "top": lambda rows: [
        f"{text(item) if place < 3 else 'Other'}, Average of seconds: ${mean:.1f}" for item, mean, place in rows
    ],
    "combo": lambda rows: [
        line
        for item, summed, median in rows
        for line in (f"{text(item)}, Sum of seconds: {summed}", f"{text(item)}, Median of seconds: {median}")
    ],
    "pie": lambda rows: [f"{text(item)}: {count} ({percent(count, len(ROWS))})" for item, count in rows],
    "donut": lambda rows: [f"{menu}: {count} ({percent(count, len(ROWS))})" for menu, count in rows],
}
OTHERS = {
    "line": lambda rows: [f"{text(at)}, {menu}: {count}" for at, menu, count in rows],
    "area": lambda rows: [f"{text(at)}, Sum of seconds: {summed}" for at, summed in rows],
    "weeks": lambda rows: [f"{text(at)}, {menu}: {count}" for at, menu, count in rows],
    "scatter": lambda rows: [
        f"{text(item)}, Count of seconds: {count}, Average of seconds: {number(mean)}, Sum of seconds: {summed}"
        for item, count, mean, summed in rows
    ],
    "heat": lambda rows: [f"{text(item)}, {menu}, Count of Records: {count}" for item, menu, count in rows],
    "box": lambda rows: [
        f"{text(item)}, Maximum: {most}, Third quartile: {third}, Median: {median}, First quartile: {first}, Minimum: {least}"
        for item, least, first, median, third, most in rows
    ],
    "histogram": lambda rows: [f"{start:g} – {end:g}, Count: {count}" for start, end, count in rows],
}


@pytest.mark.parametrize("visual", BARS | OTHERS)
def test_the_marks_of_a_chart_are_the_rows_that_athena_answers(drawn: Page, url: str, visual: str) -> None:
    rows = answered(url, visual)
    assert told(drawn, visual) == sorted((BARS | OTHERS)[visual](rows))


def test_the_rest_beyond_a_limit_is_aggregated_from_its_rows(drawn: Page, url: str) -> None:
    assert answered(url, "top") == [[None, 90.0, 1], ["pie", 70.0, 2], [None, 20.0, 3]]


def test_weeks_begin_on_monday_and_the_area_stacks_them(drawn: Page, url: str) -> None:
    assert {row[0] for row in answered(url, "weeks")} == {"2025-12-29 00:00:00.000", "2026-01-05 00:00:00.000"}


def test_a_figure_shows_its_last_period_against_the_one_before(drawn: Page) -> None:
    shown = card(drawn, "trend").locator(".figure").inner_text()
    assert [line for line in shown.splitlines() if line] == [
        "175",
        "▲ +337.5%",
        "from 40 (2026-01-02 10:00)",
        "2026-01-08 11:00",
    ]


def test_a_figure_shows_its_target(drawn: Page) -> None:
    assert "of 90" in card(drawn, "target").locator(".figure").inner_text()
    assert card(drawn, "target").locator("progress").get_attribute("max") == "90"


def test_a_table_totals_its_rows_not_its_groups(drawn: Page) -> None:
    assert card(drawn, "table").locator("tr").all_inner_texts() == [
        "menu\tSum of seconds\t90th Percentile of seconds",
        "grill\t245\t90",
        "bistro\t35\t20",
        "Total\t280\t90",
    ]


def test_a_pivot_table_has_subtotals_and_totals_of_rows_and_columns(drawn: Page) -> None:
    lines = [line.split("\t") for line in card(drawn, "pivot").locator("tbody tr").all_inner_texts()]
    bistro = [line for line in lines if line[0] == "bistro" or line[1] in ("tea", "Total")][:3]
    assert [line[-1] for line in bistro] == ["15", "5", "11.67"]
    assert lines[-1][0] == "Total" and lines[-1][-1] == "35"


def test_arrow_keys_move_between_marks_of_which_one_is_in_the_tab_order(drawn: Page) -> None:
    marks = card(drawn, "horizontal").locator(".mark")
    assert marks.evaluate_all("marks => marks.map(mark => mark.tabIndex)") == [0, -1, -1, -1]
    marks.first.focus()
    drawn.keyboard.press("ArrowDown")
    expect(marks.nth(1)).to_be_focused()
    expect(drawn.get_by_role("tooltip")).to_contain_text("Count of Records")
    drawn.keyboard.press("Tab")
    assert drawn.evaluate("document.activeElement.closest('article') !== null")


def test_a_sheet_is_exported_as_a_picture(drawn: Page) -> None:
    with drawn.expect_download() as download:
        drawn.get_by_role("button", name="PNG").click()
    with open(download.value.path(), "rb") as file:  # noqa: PTH123  (a path of Playwright's)
        content = file.read()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(content) > 100_000


CONTRASTS = (  # of texts with what is painted behind their middle
    """() => {
  const channels = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((each) => Number(each) / 255);
  const light = (color) => {
    const [red, green, blue] = channels(color).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const painted = (element) => {
    const style = getComputedStyle(element);
    const color = element instanceof SVGElement ? style.fill : style.backgroundColor;
    const clear = color === "none" || color.endsWith(", 0)") || style.fillOpacity < 0.8 || style.opacity < 0.5;
    return clear || ["text", "svg", "g"].includes(element.tagName) ? null : color;
  };
  const weak = [];
  for (const element of document.querySelectorAll("article text, article h2, article p, article td, article th, article strong, header p, header button, nav button")) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (!element.textContent.trim() || !width || getComputedStyle(element).visibility === "hidden" || element.closest("[aria-hidden=true] .alt, .alt")) continue;
    element.scrollIntoView({ block: "center" });
    const box = element.getBoundingClientRect();
    const behind = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const ground = behind.map(painted).find((color) => color !== null);
    if (!ground) continue;
    const style = getComputedStyle(element);
    const [one, two] = [light(element instanceof SVGElement ? style.fill : style.color), light(ground)].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5) weak.push([element.textContent.slice(0, 40), style.fill, style.color, ground]);
  }
  return weak;
}"""
)


@pytest.mark.parametrize("name", ["Light", "Dark"])
def test_every_text_has_a_contrast_of_4_5_in_both_themes(drawn: Page, name: str) -> None:
    if drawn.evaluate("document.documentElement.dataset.theme") != name.lower():
        drawn.locator("#theme").click()
        expect(drawn.locator("#theme")).to_have_text("Light" if name == "Dark" else "Dark")
    drawn.wait_for_function("document.querySelectorAll('article .chart svg').length >= 15")
    assert drawn.evaluate(CONTRASTS) == []
