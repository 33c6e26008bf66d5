"""The whole pipeline is killed at random moments while clicks come in, and no click that was answered 200 is lost.

``CRASH_ROUNDS`` sets the number of kills (``make crash-test``: 200); a failure prints the seed, which ``CRASH_SEED`` repeats.
"""

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from offline_aws import native
from pipeline.settings import Settings
from tests.guests import Guest, api_url, arrived, click_and_kill, environment
from tests.restartable import Restartable
from tests.waiting import eventually

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "20"))
SEED = int(os.environ.get("CRASH_SEED", "0")) or random.randrange(1, 2**32)
GUESTS = 4
# One start in this many is killed as well, before it is ready.
STARTS_KILLED = 5


@pytest.fixture
def pipeline(tmp_path: Path, repository: Path, new_port: Callable[[], int]) -> Iterator[Restartable]:
    """A sandbox with the pipeline deployed by the repository's init scripts."""
    sandbox = native.Sandbox(tmp_path / "sandbox", repository / "init", new_port())
    instance = Restartable(sandbox, environment(sandbox))
    yield instance
    instance.close()


def kill_while_it_starts(pipeline: Restartable, seconds: float) -> None:
    pipeline.spawn()
    time.sleep(seconds)
    pipeline.kill()


def test_every_click_that_was_answered_200_is_there_once_after_kills_at_random_moments(pipeline: Restartable) -> None:
    chance = random.Random(SEED)
    settings = Settings.load({})
    url = api_url(pipeline.client, pipeline.sandbox.url, settings)
    guests = [Guest(number) for number in range(GUESTS)]
    for _ in range(ROUNDS):
        click_and_kill(pipeline.kill, guests, url, chance.uniform(0.2, 2.0))
        if chance.randrange(STARTS_KILLED) == 0:
            kill_while_it_starts(pipeline, chance.uniform(0.0, 3.0))
        pipeline.start()
    answered = {id_ for guest in guests for id_ in guest.answered}
    found = eventually(lambda: arrived(pipeline.client, settings), lambda there: there.keys() >= answered, seconds=60)
    refused = sum(guest.refused for guest in guests)
    print(f"{len(answered)} clicks answered 200, {refused} refused, {ROUNDS} kills, seed {SEED}")
    repeated = [id_ for id_, count in found.items() if count != 1]
    assert (answered - found.keys(), repeated, len(answered) > 10 * ROUNDS) == (set(), [], True), f"CRASH_SEED={SEED}"
