"""Guests who click until the sandbox is killed, and what is there of their clicks afterwards."""

import base64
import http.client
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from offline_aws.sandbox import Sandbox
from pipeline.settings import Settings
from tests.athena import Athena

Client = Callable[[str], Any]


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
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
        try:
            while True:
                self.click(connection, url)
        except (OSError, http.client.HTTPException):
            connection.close()

    def click(self, connection: http.client.HTTPConnection, url: str) -> int:
        """The status that a click was answered with."""
        self.sent += 1
        id_ = f"{self.number}-{self.sent}"
        click = {"element_clicked": id_, "time_spent": self.sent, "source_menu": "crash", "created_at": "now"}
        connection.request("POST", urlsplit(url).path, json.dumps(click), {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        if response.status == 200:
            self.answered.append(id_)
        else:
            self.refused += 1
        return response.status


def click_and_kill(kill: Callable[[], object], guests: list[Guest], url: str, seconds: float) -> None:
    """Let the guests click at once; return when each has met the kill."""
    killer = threading.Timer(seconds, kill)
    killer.start()
    with ThreadPoolExecutor(len(guests)) as pool:
        list(pool.map(lambda guest: guest.click_until_killed(url), guests))
    killer.join()


def arrived(client: Client, settings: Settings) -> Counter[str]:
    """How often each id is there, as a row of the table or in an error object."""
    athena = Athena(client("athena"), client("s3"))
    _, *rows = athena.rows(
        f"SELECT element_clicked, count(*) FROM {settings.table} WHERE source_menu = 'crash' GROUP BY 1",
        ResultConfiguration={"OutputLocation": f"s3://{settings.results_bucket}/"},
        QueryExecutionContext={"Database": settings.database},
    )
    found = Counter({str(id_): int(str(count)) for id_, count in rows})
    found.update(failed(client("s3"), settings.bucket))
    return found


def failed(s3: Any, bucket: str) -> Iterator[str]:
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="errors/"):
        for item in page.get("Contents", []):
            body = s3.get_object(Bucket=bucket, Key=item["Key"])["Body"].read()
            for line in body.splitlines():
                yield json.loads(base64.b64decode(json.loads(line)["rawData"]))["element_clicked"]


def api_url(client: Client, url: str, settings: Settings) -> str:
    """Where the pipeline's API takes clicks, by the sandbox's URL."""
    (api,) = client("apigateway").get_rest_apis()["items"]
    return f"{url}/_aws/execute-api/{api['id']}/{settings.stage}/{settings.resource_path}"


def environment(sandbox: Sandbox) -> dict[str, str]:
    """What the pipeline of a sandbox is deployed with."""
    url = f"{sandbox.url}/_aws/execute-api/{{api_id}}/{{stage}}"
    return {"CLICKSTREAM_INVOKE_URL": url, "CLICKSTREAM_BUFFER_SECONDS": "1"}
