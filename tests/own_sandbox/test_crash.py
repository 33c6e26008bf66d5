"""The whole pipeline is killed at random moments while clicks come in, and no click that was answered 200 is lost.

``CRASH_ROUNDS`` sets the number of kills (``make crash-test``: 200); a failure prints the seed, which ``CRASH_SEED`` repeats.
"""

import base64
import http.client
import json
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from offline_aws import native
from pipeline.settings import Settings
from tests.athena import Athena
from tests.restartable import Restartable
from tests.waiting import eventually

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "20"))
SEED = int(os.environ.get("CRASH_SEED", "0")) or random.randrange(1, 2**32)
GUESTS = 4
# One start in this many is killed as well, before it is ready.
STARTS_KILLED = 5


@dataclass
class Guest:
    """One connection, with clicks of its own.

    :param answered: the ids of those that were answered 200
    :param refused: how many were answered something else
    """

    number: int
    sent: int = 0
    answered: list[str] = field(default_factory=list)
    refused: int = 0

    def click_until_killed(self, url: str) -> None:
        place = urlsplit(url)
        connection = http.client.HTTPConnection(place.netloc, timeout=30)
        while True:
            self.sent += 1
            id_ = f"{self.number}-{self.sent}"
            click = {"element_clicked": id_, "time_spent": self.sent, "source_menu": "crash", "created_at": "now"}
            try:
                connection.request("POST", place.path, json.dumps(click), {"Content-Type": "application/json"})
                response = connection.getresponse()
                response.read()
            except (OSError, http.client.HTTPException):
                connection.close()
                return
            if response.status == 200:
                self.answered.append(id_)
            else:
                self.refused += 1


@pytest.fixture
def pipeline(tmp_path: Path, repository: Path, new_port: Callable[[], int]) -> Iterator[Restartable]:
    """A sandbox with the pipeline deployed by the repository's init scripts."""
    sandbox = native.Sandbox(tmp_path / "sandbox", repository / "init", new_port())
    url = f"{sandbox.url}/_aws/execute-api/{{api_id}}/{{stage}}"
    instance = Restartable(sandbox, {"CLICKSTREAM_INVOKE_URL": url, "CLICKSTREAM_BUFFER_SECONDS": "1"})
    yield instance
    instance.close()


def api_url(pipeline: Restartable, settings: Settings) -> str:
    (api,) = pipeline.client("apigateway").get_rest_apis()["items"]
    return f"{pipeline.sandbox.url}/_aws/execute-api/{api['id']}/{settings.stage}/{settings.resource_path}"


def click_and_kill(pipeline: Restartable, guests: list[Guest], url: str, seconds: float) -> None:
    killer = threading.Timer(seconds, pipeline.kill)
    killer.start()
    with ThreadPoolExecutor(len(guests)) as pool:
        list(pool.map(lambda guest: guest.click_until_killed(url), guests))
    killer.join()


def kill_while_it_starts(pipeline: Restartable, seconds: float) -> None:
    pipeline.spawn()
    time.sleep(seconds)
    pipeline.kill()


def arrived(pipeline: Restartable, settings: Settings) -> Counter[str]:
    """How often each id is there, as a row of the table or in an error object."""
    athena = Athena(pipeline.client("athena"), pipeline.client("s3"))
    _, *rows = athena.rows(
        f"SELECT element_clicked, count(*) FROM {settings.table} WHERE source_menu = 'crash' GROUP BY 1",
        ResultConfiguration={"OutputLocation": f"s3://{settings.results_bucket}/"},
        QueryExecutionContext={"Database": settings.database},
    )
    found = Counter({str(id_): int(str(count)) for id_, count in rows})
    found.update(failed(pipeline.client("s3"), settings.bucket))
    return found


def failed(s3: Any, bucket: str) -> Iterator[str]:
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="errors/"):
        for item in page.get("Contents", []):
            body = s3.get_object(Bucket=bucket, Key=item["Key"])["Body"].read()
            for line in body.splitlines():
                yield json.loads(base64.b64decode(json.loads(line)["rawData"]))["element_clicked"]


def test_every_click_that_was_answered_200_is_there_once_after_kills_at_random_moments(pipeline: Restartable) -> None:
    chance = random.Random(SEED)
    settings = Settings.load({})
    url = api_url(pipeline, settings)
    guests = [Guest(number) for number in range(GUESTS)]
    for _ in range(ROUNDS):
        click_and_kill(pipeline, guests, url, chance.uniform(0.2, 2.0))
        if chance.randrange(STARTS_KILLED) == 0:
            kill_while_it_starts(pipeline, chance.uniform(0.0, 3.0))
        pipeline.start()
    answered = {id_ for guest in guests for id_ in guest.answered}
    found = eventually(lambda: arrived(pipeline, settings), lambda there: there.keys() >= answered, seconds=60)
    refused = sum(guest.refused for guest in guests)
    print(f"{len(answered)} clicks answered 200, {refused} refused, {ROUNDS} kills, seed {SEED}")
    repeated = [id_ for id_, count in found.items() if count != 1]
    assert (answered - found.keys(), repeated, len(answered) > 10 * ROUNDS) == (set(), [], True), f"CRASH_SEED={SEED}"
