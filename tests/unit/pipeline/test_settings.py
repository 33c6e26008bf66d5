import dataclasses

import pytest

from pipeline.settings import SettingError, Settings


def test_an_empty_environment_gives_the_contracts_names() -> None:
    assert dataclasses.asdict(Settings.load({})) == {
        "region": "us-east-1",
        "api_name": "clickstream-ingest-poc",
        "stage": "poc",
        "resource_path": "poc",
        "function_name": "transform-data",
        "function_timeout": 10,
        "function_memory": 128,
        "stream_name": "clickstream",
        "buffer_seconds": 5,
        "buffer_mib": 5,
        "bucket": "clickstream-data",
        "results_bucket": "clickstream-athena-results",
        "api_role": "APIGateway-Firehose",
        "api_policy": "API-Firehose",
        "firehose_role": "Firehose-S3",
        "function_role": "Transform-Data-Lambda",
        "database": "default",
        "table": "my_ingested_data",
        "workgroup": "primary",
        "dashboard": "clickstream",
        "dashboard_user": "clickstream-owner",
        "dashboard_email": "owner@example.com",
        "invoke_url": "https://{api_id}.execute-api.{region}.amazonaws.com/{stage}",
    }


def test_the_environment_overrides_the_default_in_the_defaults_type() -> None:
    settings = Settings.load({"CLICKSTREAM_BUFFER_SECONDS": "60", "CLICKSTREAM_BUCKET": "b", "BUCKET": "x"})
    assert settings == Settings(buffer_seconds=60, bucket="b")


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.load({"CLICKSTREAM_BUFFER_SECONDS": ""}) == Settings()


def test_a_value_that_is_no_number_is_told_by_its_variable() -> None:
    with pytest.raises(SettingError, match=r"^CLICKSTREAM_BUFFER_SECONDS='soon' is not a whole number$"):
        Settings.load({"CLICKSTREAM_BUFFER_SECONDS": "soon"})


@pytest.mark.parametrize("template", ["http://{host}/", "http://{}/", "http://{"])
def test_a_template_that_cannot_be_filled_in_is_refused_when_loaded(template: str) -> None:
    with pytest.raises(SettingError, match="CLICKSTREAM_INVOKE_URL"):
        Settings.load({"CLICKSTREAM_INVOKE_URL": template})


def test_the_invoke_url_is_that_of_the_stage_and_its_resource() -> None:
    local = Settings(invoke_url="http://localhost:4566/_aws/execute-api/{api_id}/{stage}")
    assert [Settings().api_url("a1"), local.api_url("a1")] == [
        "https://a1.execute-api.us-east-1.amazonaws.com/poc/poc",
        "http://localhost:4566/_aws/execute-api/a1/poc/poc",
    ]
