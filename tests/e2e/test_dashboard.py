"""The dashboard that the pipeline deploys, by the data behind its page."""

import json
import urllib.request
from typing import Any

from pipeline.resources import dashboard
from pipeline.settings import Settings


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=30) as response:
        return json.load(response)


def test_every_visual_is_drawn_and_answered_by_athena(settings: Settings) -> None:
    url = dashboard.url(settings)
    visuals = [visual for sheet in fetched(f"{url}/sheets")["sheets"] for visual in sheet["visuals"]]
    problems = [visual["problem"] for visual in visuals if "problem" in visual]
    answers = [fetched(f"{url}/visuals/{visual['id']}") for visual in visuals]
    assert (len(visuals), problems, [each["error"] for each in answers if "error" in each]) == (13, [], [])
