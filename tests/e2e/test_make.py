"""What a user types."""

import csv
import io
import json

from pipeline.settings import Settings
from tests.e2e.conftest import Make
from tests.waiting import eventually


def test_up_on_a_running_sandbox_succeeds_and_prints_the_url(make: Make, api_url: str) -> None:
    done = make("up")
    assert (done.returncode, api_url in done.stdout) == (0, True), done.stderr


def test_status_shows_services_resources_objects_and_urls(make: Make, api_url: str, settings: Settings) -> None:
    done = make("status")
    wanted = ["firehose", settings.stream_name, "objects", api_url]
    assert [word for word in wanted if word not in done.stdout] == [], done.stdout + done.stderr


def test_clicks_sent_and_waited_for_are_in_the_table(make: Make) -> None:
    count = "SQL=SELECT count(*) AS clicks FROM my_ingested_data WHERE source_menu <> 'probe'"
    before = json.loads(make("query", count, "FORMAT=json").stdout)[0]["clicks"]
    sent = make("send-clicks", "N=50", "RATE=500", "SEED=7", "WAIT=1")
    after = json.loads(make("query", count, "FORMAT=json").stdout)[0]["clicks"]
    assert (sent.returncode, after - before) == (0, 50), sent.stdout + sent.stderr


def test_a_malformed_line_is_named_and_the_rest_are_sent(make: Make) -> None:
    done = make("send-clicks", "FILE=-", stdin='{"element_clicked":"a"}\nnot json\n{"element_clicked":"b"}\n')
    assert (done.returncode != 0, "line 2" in done.stderr, "accepted" in done.stdout) == (True, True, True), done.stderr


def test_a_dollar_and_quotes_in_sql_reach_athena_as_typed(make: Make) -> None:
    done = make("query", """SQL=SELECT '$HOME "x"; $(id)' AS "it's" """, "FORMAT=csv")
    assert list(csv.reader(io.StringIO(done.stdout))) == [["it's"], ['$HOME "x"; $(id)']], done.stderr


def test_make_expands_no_value(make: Make) -> None:
    done = make("snapshot", "NAME=$(shell echo x)")
    assert "a snapshot needs a name of letters" in done.stderr, done.stderr


def test_a_query_that_fails_prints_athenas_reason(make: Make) -> None:
    done = make("query", "SQL=SELECT nothing FROM my_ingested_data")
    assert (done.returncode != 0, "COLUMN_NOT_FOUND" in done.stderr) == (True, True), done.stderr


def test_a_query_of_the_repository_runs(make: Make) -> None:
    done = make("query", "FILE=queries/03_most_viewed.sql")
    assert (done.returncode, "element_clicked" in done.stdout) == (0, True), done.stderr


def test_what_the_function_refuses_lands_under_the_error_prefix(make: Make, settings: Settings) -> None:
    # The tutorial's template takes backslashes away, so an escaped quote is no JSON when it reaches the function.
    done = make("send-clicks", "FILE=-", stdin='{"element_clicked":"a \\"quoted\\" name"}\n')
    assert done.returncode == 0, done.stderr
    import boto3

    s3 = boto3.client("s3")
    listing = eventually(
        lambda: s3.list_objects_v2(Bucket=settings.bucket, Prefix="errors/processing-failed/"),
        lambda answer: answer["KeyCount"] > 0,
    )
    body = s3.get_object(Bucket=settings.bucket, Key=listing["Contents"][0]["Key"])["Body"].read()
    assert json.loads(body.splitlines()[0])["errorCode"] == "Lambda.ProcessingFailedStatus"
