"""WCAG 2.2, success criteria 1.4.3 and 1.4.11: contrast of text 4.5, of graphics 3."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[3] / "offline_aws" / "quicksight" / "page" / "page.css").read_text()
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root[^{]*\{(.*?)\}", CSS, re.S)
)
MARKS = [f"mark-{number}" for number in range(1, 11)] + ["other"]


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_marks_are_told_from_their_ground(theme: dict[str, str]) -> None:
    texts = {name: contrast(theme[name], theme["card"]) for name in ("ink", "muted", "accent", "live")}
    on_marks = {name: contrast(theme["on-mark"], theme[name]) for name in MARKS}
    marks = {name: contrast(theme[name], theme["card"]) for name in MARKS}
    weak = [name for name, ratio in (texts | on_marks).items() if ratio < 4.5]
    assert weak + [name for name, ratio in marks.items() if ratio < 3] == []
