"""S3 is killed at random moments while clients write at full speed, and loses nothing that it has answered.

``CRASH_ROUNDS`` sets the number of kills (``make crash-test``: 200); a failure prints the seed, which ``CRASH_SEED`` repeats.
"""

import os
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from offline_aws.s3.files import SMALL_BYTES
from tests.restartable import Restartable

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "3"))
SEED = int(os.environ.get("CRASH_SEED", "0")) or random.randrange(1, 2**32)
BUCKET = "crash"
WRITERS = 4
KEYS_OF_WRITER = 40
# The bytes of a small object go into the index, those of a large one to disk at once.
LARGEST = (SMALL_BYTES, 200_000)

Body = bytes | None
"""What a key holds; None when it is absent."""


@dataclass
class Writer:
    """A client with keys of its own, so that it knows what each may hold: what was answered last, or what was not.

    :param held: what the last answer says
    :param unanswered: by key, what the request in flight at a kill would have made of it
    """

    number: int
    chance: random.Random
    held: dict[str, Body] = field(default_factory=dict)
    unanswered: dict[str, Body] = field(default_factory=dict)
    answers: int = 0

    def write_until_killed(self, s3: Any) -> None:
        while True:
            key = f"{self.number}/{self.chance.randrange(KEYS_OF_WRITER)}"
            body = self.next_body()
            try:
                delete_or_put(s3, key, body)
            except (BotoCoreError, ClientError):
                self.unanswered[key] = body
                return
            self.held[key] = body
            self.answers += 1

    def next_body(self) -> Body:
        """Whole ones differ from torn and mixed ones: every byte tells which put wrote it."""
        if self.chance.random() < 0.2:
            return None
        return self.chance.randbytes(8) * self.chance.randrange(self.chance.choice(LARGEST) // 8)

    def settle(self, found: dict[str, bytes]) -> Iterator[str]:
        """The keys that hold what they may not; what was in flight is answered by what is found."""
        for key in {*self.held, *self.unanswered}:
            allowed = [self.held.get(key), *([self.unanswered[key]] if key in self.unanswered else [])]
            if found.get(key) not in allowed:
                yield key
            self.held[key] = found.get(key)
        self.unanswered.clear()


def delete_or_put(s3: Any, key: str, body: Body) -> None:
    if body is None:
        s3.delete_object(Bucket=BUCKET, Key=key)
    else:
        s3.put_object(Bucket=BUCKET, Key=key, Body=body)


def write_and_kill(restartable: Restartable, writers: list[Writer], seconds: float) -> None:
    s3 = restartable.client("s3")
    killer = threading.Timer(seconds, restartable.kill)
    killer.start()
    with ThreadPoolExecutor(len(writers)) as pool:
        list(pool.map(lambda writer: writer.write_until_killed(s3), writers))
    killer.join()


def everything(s3: Any) -> dict[str, bytes]:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
    keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
    return {key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}


def test_what_was_answered_survives_kills_at_random_moments(restartable: Restartable) -> None:
    chance = random.Random(SEED)
    writers = [Writer(number, random.Random(chance.random())) for number in range(WRITERS)]
    s3 = restartable.client("s3")
    s3.create_bucket(Bucket=BUCKET)
    wrong: list[tuple[int, str]] = []
    for round_ in range(ROUNDS):
        write_and_kill(restartable, writers, chance.uniform(0.5, 2.0))
        restartable.start()
        found = everything(s3)
        wrong += [(round_, key) for writer in writers for key in writer.settle(found)]
        wrong += [(round_, key) for key in found.keys() - {key for writer in writers for key in writer.held}]
    answers = sum(writer.answers for writer in writers)
    print(f"{answers} answered in {ROUNDS} rounds, seed {SEED}")
    assert (wrong, answers > 10 * ROUNDS) == ([], True), f"CRASH_SEED={SEED}"
