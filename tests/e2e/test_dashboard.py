"""The dashboard that the pipeline deploys, by the data behind its page."""

import json
import urllib.request
from collections import defaultdict
from typing import Any

from pipeline.dashboard.definition import definition
from pipeline.resources import dashboard
from pipeline.settings import Settings


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=30) as response:
        return json.load(response)


def defined_visuals() -> list[Any]:
    sheets = definition(defaultdict(lambda: "arn"))["Sheets"]
    return [visual for sheet in sheets for visual in sheet["Visuals"]]


def test_every_visual_is_drawn_and_answered_by_athena(settings: Settings) -> None:
    url = dashboard.url(settings)
    deployed = [next(iter(visual.values()))["VisualId"] for visual in defined_visuals()]
    visuals = [visual for sheet in fetched(f"{url}/sheets")["sheets"] for visual in sheet["visuals"]]
    problems = [visual["problem"] for visual in visuals if "problem" in visual]
    answers = [fetched(f"{url}/visuals/{visual['id']}") for visual in visuals]
    failed = [each["error"] for each in answers if "error" in each]
    assert ([visual["id"] for visual in visuals], problems, failed) == (deployed, [], [])
