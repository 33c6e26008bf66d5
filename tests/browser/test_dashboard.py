"""The dashboard as a reader sees it, in Chromium."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Land

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "tutorial.json").read_text(encoding="utf-8"))
MENU = "Count of Records by Element_clicked and Time_spent"
TOTAL = ".total_marks text"
FIVE = "\n".join(json.dumps(request) for request in GOLDEN["requests"])


def line(element: str, seconds: int = 7) -> str:
    return json.dumps({"element_clicked": element, "time_spent": seconds, "source_menu": "m", "created_at": "c"})


def card(page: Page, title: str) -> Any:
    return page.locator("article").filter(has=page.get_by_role("heading", name=title, exact=True))


def marks(page: Page, title: str) -> list[str]:
    """What each mark of a visual tells, without the hour in which the test runs."""
    found = card(page, title).locator(".mark")
    labels = found.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    return [label.split(", ", 1)[1] if label[:2] == "20" else label for label in labels]


def test_the_four_visuals_show_the_numbers_of_the_tutorials_screenshot(page: Page, url: str, land: Land) -> None:
    land(FIVE)
    page.goto(url)
    expect(page.locator(".mark")).to_have_count(1 + 5 + 5 + 5)
    fifths = [f"{seconds}: 1 (20%)" for seconds in (12, 14, 15, 32, 67)]
    assert marks(page, "Count of Records by Datehour") == ["Count of Records: 5"]
    assert marks(page, "Count of Records by Time_spent and Datehour") == fifths
    assert marks(page, "Count of Records by Time_spent") == fifths
    assert card(page, "Count of Records by Time_spent").locator(TOTAL).text_content() == "5"
    assert marks(page, "Count of Records by Element_clicked and Time_spent") == [
        "entree_1, 12: 50% (1)",
        "entree_1, 67: 50% (1)",
        "drink_1, 15: 100% (1)",
        "drink_3, 14: 100% (1)",
        "entree_4, 32: 100% (1)",
    ]


def test_what_lands_shows_without_a_reload(page: Page, url: str, land: Land) -> None:
    page.goto(url)
    expect(page.get_by_text("No rows yet")).to_have_count(4)
    land(FIVE)
    expect(page.locator(TOTAL)).to_have_text("5")
    land(line("tea"))
    expect(page.locator(TOTAL)).to_have_text("6")


def test_a_click_on_a_bar_filters_the_rest_and_a_second_one_takes_it_back(page: Page, url: str, land: Land) -> None:
    land(FIVE)
    page.goto(url)
    segment = card(page, "Count of Records by Element_clicked and Time_spent").get_by_label("entree_1, 12")
    segment.click()
    expect(page.locator(TOTAL)).to_have_text("1")
    expect(page.locator("#filters button")).to_have_count(2)
    segment.click()
    expect(page.locator(TOTAL)).to_have_text("5")


def test_marks_are_reached_and_chosen_by_keyboard(page: Page, url: str, land: Land) -> None:
    land(FIVE)
    page.goto(url)
    card(page, "Count of Records by Time_spent").get_by_label("67: 1 (20%)").focus()
    expect(page.get_by_role("tooltip")).to_have_text("67: 1 (20%)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove filter time_spent 67")).to_be_visible()


def test_any_name_is_shown_as_text(page: Page, url: str, land: Land) -> None:
    names = ["<img src=x onerror=alert(1)>", '"; DROP TABLE x; --', "é" * 10_000, "🍜 ラーメン", "مرحبا", "a'b"]
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    land("\n".join(map(line, names)))
    page.goto(url)
    bars = card(page, MENU)
    expect(bars.locator(".mark")).to_have_count(len(names))
    told = {label.removesuffix(", 7: 100% (1)") for label in marks(page, MENU)}
    assert told == set(names)
    bars.get_by_label(f"{names[1]}, 7").click()
    expect(page.locator(TOTAL)).to_have_text("1")
    assert (page.locator("img").count(), dialogs) == (0, [])


def test_nothing_is_asked_of_another_host(page: Page, url: str, land: Land) -> None:
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    land(FIVE)
    page.goto(url)
    expect(page.locator(TOTAL)).to_have_text("5")
    assert hosts - {""} == {urlsplit(url).netloc}


def test_the_values_are_there_as_a_table_sql_and_csv(page: Page, url: str, land: Land) -> None:
    land(FIVE)
    page.goto(url)
    expect(page.locator(TOTAL)).to_have_text("5")
    pie = card(page, "Count of Records by Time_spent")
    pie.get_by_role("button", name="Table of values").click()
    expect(pie.locator("tbody tr")).to_have_count(5)
    assert pie.locator("tbody tr").all_inner_texts() == [f"{seconds}\t1" for seconds in (12, 14, 15, 32, 67)]
    with page.expect_download() as download:
        pie.get_by_role("button", name="Download as CSV").click()
    assert Path(download.value.path()).read_text().splitlines()[:2] == ['"time_spent","Count of Records"', "12,1"]
    pie.get_by_role("button", name="SQL of").click()
    assert "COUNT(*)" in page.locator("dialog pre").inner_text()


def test_a_query_that_athena_fails_is_told_in_its_words(page: Page, url: str, land: Land) -> None:
    land("{")
    page.goto(url)
    expect(page.get_by_text("Athena could not answer")).to_have_count(4)
    expect(page.get_by_text("HIVE_CURSOR_ERROR").first).to_be_visible()


OVERHANGING = (  # texts that no bar of the card holds from end to end
    """(card) => {
  const boxes = (selector) => [...card.querySelectorAll(selector)].map((each) => [each.textContent, each.getBoundingClientRect()]);
  const bars = boxes(".mark").map(([, box]) => box);
  const holds = (bar, box) => bar.left <= box.left && box.right <= bar.right && bar.top < box.bottom && box.top < bar.bottom;
  return boxes(".mark-text.role-mark text").filter(([text, box]) => text && !bars.some((bar) => holds(bar, box))).map(([text]) => text);
}"""
)


def test_what_has_no_room_is_left_out_and_counted(page: Page, url: str, land: Land) -> None:
    looks = [
        {"element_clicked": f"a long name {'x' * 80}", "time_spent": n} for n in range(18) for _ in range(1 + n % 7)
    ]
    land("\n".join(map(json.dumps, looks)))
    page.goto(url)
    legend = card(page, "Count of Records by Time_spent").locator(".role-legend-label text")
    expect(legend.last).to_contain_text("entries")
    bars = card(page, MENU)
    expect(bars.locator(".mark").first).to_be_visible()
    assert bars.evaluate(OVERHANGING) == []


def test_the_page_never_scrolls_sideways(page: Page, url: str, land: Land) -> None:
    land("\n".join([FIVE, line("a rather long name of a dish " * 5)]))
    page.goto(url)
    expect(page.locator(TOTAL)).to_have_text("6")
    for width in (360, 820, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".mark").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
