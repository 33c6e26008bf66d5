"""Workgroups by stock boto3: what they decide for their queries."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.athena import DATA, OUTPUT, Athena
from tests.waiting import eventually


def new_group(athena: Athena, **configuration: Any) -> str:
    name = f"group-{uuid.uuid4().hex[:8]}"
    location = {"ResultConfiguration": {"OutputLocation": f"s3://{OUTPUT}/of-group"}}
    athena.client.create_work_group(Name=name, Configuration=location | configuration)
    return name


def test_a_workgroup_gives_the_output_location(athena: Athena) -> None:
    name = f"group-{uuid.uuid4().hex[:8]}"
    athena.client.create_work_group(Name=name)
    with pytest.raises(ClientError, match=r"No output location provided"):
        athena.client.start_query_execution(QueryString="SELECT 1", WorkGroup=name)
    athena.client.update_work_group(
        WorkGroup=name,
        ConfigurationUpdates={"ResultConfigurationUpdates": {"OutputLocation": f"s3://{OUTPUT}/of-group"}},
    )
    execution = athena.run("SELECT 1", WorkGroup=name, ResultConfiguration={"OutputLocation": f"s3://{DATA}/"})
    query_id = execution["QueryExecutionId"]
    assert execution["ResultConfiguration"]["OutputLocation"] == f"s3://{OUTPUT}/of-group/{query_id}.csv"
    assert athena.client.list_query_executions(WorkGroup=name)["QueryExecutionIds"] == [query_id]


def test_results_are_encrypted_as_an_enforcing_workgroup_says(athena: Athena) -> None:
    encryption = {"EncryptionConfiguration": {"EncryptionOption": "SSE_S3"}}
    settings = {"OutputLocation": f"s3://{OUTPUT}/sse/"} | encryption
    name = new_group(athena, ResultConfiguration=settings, EnforceWorkGroupConfiguration=True)
    execution = athena.run("SELECT 1", WorkGroup=name)
    assert execution["ResultConfiguration"]["EncryptionConfiguration"] == {"EncryptionOption": "SSE_S3"}
    key = execution["ResultConfiguration"]["OutputLocation"].removeprefix(f"s3://{OUTPUT}/")
    assert athena.s3.head_object(Bucket=OUTPUT, Key=key)["ServerSideEncryption"] == "AES256"


def test_a_clients_settings_win_where_nothing_is_enforced(athena: Athena) -> None:
    name = new_group(athena, EnforceWorkGroupConfiguration=False)
    execution = athena.run("SELECT 1", WorkGroup=name, ResultConfiguration={"OutputLocation": f"s3://{DATA}/own"})
    assert execution["ResultConfiguration"]["OutputLocation"].startswith(f"s3://{DATA}/own/")


def test_a_bucket_of_another_owner_is_refused(athena: Athena) -> None:
    settings = {"OutputLocation": f"s3://{OUTPUT}/", "ExpectedBucketOwner": "111111111111"}
    message, _ = athena.refusal(QueryString="SELECT 1", ResultConfiguration=settings)
    assert message == f"Unable to verify/create output bucket {OUTPUT}"


def test_a_query_over_the_limit_of_bytes_is_cancelled_before_it_reads(athena: Athena) -> None:
    name = new_group(athena, BytesScannedCutoffPerQuery=10_000_000)
    athena.rows(f"CREATE EXTERNAL TABLE big (a string) LOCATION 's3://{DATA}/big/'")
    athena.s3.put_object(Bucket=DATA, Key="big/1", Body=(b"x" * 9999 + b"\n") * 1020)
    status = athena.run("SELECT count(*) FROM big", WorkGroup=name)["Status"]
    assert (status["State"], status["StateChangeReason"]) == ("CANCELLED", "Bytes scanned limit was exceeded")
    athena.client.update_work_group(WorkGroup=name, ConfigurationUpdates={"RemoveBytesScannedCutoffPerQuery": True})
    execution = athena.run("SELECT count(*) FROM big", WorkGroup=name)
    assert execution["Statistics"]["DataScannedInBytes"] == 10_200_000
    athena.rows("DROP TABLE big")


def test_cloudwatch_is_told_of_queries(athena: Athena, client: Callable[[str], Any]) -> None:
    name = new_group(athena, PublishCloudWatchMetricsEnabled=True)
    athena.run("SELECT 1", WorkGroup=name)
    dimensions = [
        {"Name": "QueryState", "Value": "SUCCEEDED"},
        {"Name": "QueryType", "Value": "DML"},
        {"Name": "WorkGroup", "Value": name},
    ]
    find = {"Namespace": "AWS/Athena", "Dimensions": dimensions}
    wanted = {"ProcessedBytes", "TotalExecutionTime"}

    def listed() -> set[str]:
        return {item["MetricName"] for item in client("cloudwatch").list_metrics(**find)["Metrics"]}

    assert eventually(listed, lambda names: wanted <= names) >= wanted


def test_a_disabled_workgroup_starts_nothing(athena: Athena) -> None:
    name = new_group(athena)
    athena.client.update_work_group(WorkGroup=name, State="DISABLED")
    with pytest.raises(ClientError, match=f"WorkGroup {name} is disabled."):
        athena.start("SELECT 1", WorkGroup=name)


def test_a_workgroup_is_deleted_with_its_queries_if_the_client_says_so(athena: Athena) -> None:
    name = new_group(athena)
    query_id = athena.run("SELECT 1", WorkGroup=name)["QueryExecutionId"]
    with pytest.raises(ClientError, match=f"WorkGroup {name} is not empty"):
        athena.client.delete_work_group(WorkGroup=name)
    athena.client.delete_work_group(WorkGroup=name, RecursiveDeleteOption=True)
    with pytest.raises(ClientError, match="was not found"):
        athena.execution(query_id)


@pytest.mark.parametrize(
    ("configuration", "member"),
    [
        ({"RequesterPaysEnabled": True}, "Configuration.RequesterPaysEnabled"),
        (
            {"ManagedQueryResultsConfiguration": {"Enabled": True, "EncryptionConfiguration": {"KmsKey": "alias/a"}}},
            "Configuration.ManagedQueryResultsConfiguration.EncryptionConfiguration",
        ),
        ({"ResultConfiguration": {"EncryptionConfiguration": {"EncryptionOption": "CSE_KMS"}}}, "EncryptionOption CSE_KMS"),
        ({"EngineVersion": {"SelectedEngineVersion": "Athena engine version 2"}}, "engine version Athena engine version 2"),
    ],
)  # fmt: skip
def test_what_a_workgroup_can_not_do_here_is_refused(
    athena: Athena, configuration: dict[str, Any], member: str
) -> None:
    with pytest.raises(ClientError, match=f"{member} is not emulated"):
        athena.client.create_work_group(Name="refused", Configuration=configuration)


def test_tags_are_kept_for_workgroups(athena: Athena) -> None:
    name = new_group(athena)
    arn = f"arn:aws:athena:us-east-1:000000000000:workgroup/{name}"
    athena.client.tag_resource(ResourceARN=arn, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
    athena.client.untag_resource(ResourceARN=arn, TagKeys=["a"])
    assert athena.client.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "b", "Value": "2"}]
    with pytest.raises(athena.client.exceptions.ResourceNotFoundException):
        athena.client.list_tags_for_resource(ResourceARN=f"{arn}-other")


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        ([{"Value": "1"}], "Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null"),
        ([{"Key": "aws:a"}], "aws: prefixed tag key names are not allowed for external use."),
        ([{"Key": "a"}, {"Key": "a"}], "Tag keys must be unique"),
        ([{"Key": str(number)} for number in range(51)], "The number of tags exceeds the limit of 50"),
    ],
)
def test_a_workgroup_with_bad_tags_is_not_made(athena: Athena, tags: list[dict[str, str]], message: str) -> None:
    with pytest.raises(ClientError, match=message):
        athena.client.create_work_group(Name="badly-tagged", Tags=tags)
    with pytest.raises(ClientError, match=r"WorkGroup is not found."):
        athena.client.get_work_group(WorkGroup="badly-tagged")


def test_the_engine_version_that_was_selected_is_shown(athena: Athena) -> None:
    name = new_group(athena, EngineVersion={"SelectedEngineVersion": "Athena engine version 3"})
    selected = {
        "SelectedEngineVersion": "Athena engine version 3",
        "EffectiveEngineVersion": "Athena engine version 3",
    }
    assert athena.client.get_work_group(WorkGroup=name)["WorkGroup"]["Configuration"]["EngineVersion"] == selected
    assert athena.run("SELECT 1", WorkGroup=name)["EngineVersion"] == selected


SET_TOGETHER = r"ManagedQueryResultsConfiguration and ResultConfiguration cannot be set together\."


@pytest.fixture(scope="module")
def managed(athena: Athena) -> str:
    """A workgroup whose results Athena keeps."""
    athena.client.create_work_group(
        Name="managed", Configuration={"ManagedQueryResultsConfiguration": {"Enabled": True}}
    )
    return "managed"


def test_managed_results_need_no_bucket(athena: Athena, managed: str) -> None:
    buckets = athena.s3.list_buckets()["Buckets"]
    query_id = athena.client.start_query_execution(QueryString="SELECT 1 AS a", WorkGroup=managed)["QueryExecutionId"]
    execution = athena.end(query_id)
    assert execution["ManagedQueryResultsConfiguration"] == {"Enabled": True}
    assert "ResultConfiguration" not in execution
    rows = athena.client.get_query_results(QueryExecutionId=query_id)["ResultSet"]["Rows"]
    assert rows == [{"Data": [{"VarCharValue": "a"}]}, {"Data": [{"VarCharValue": "1"}]}]
    assert athena.s3.list_buckets()["Buckets"] == buckets


def test_managed_results_and_a_location_exclude_each_other(athena: Athena, managed: str) -> None:
    location = {"OutputLocation": f"s3://{OUTPUT}/"}
    with pytest.raises(ClientError, match=SET_TOGETHER):
        athena.start("SELECT 1", WorkGroup=managed)
    with pytest.raises(ClientError, match=SET_TOGETHER):
        athena.client.update_work_group(
            WorkGroup=managed, ConfigurationUpdates={"ResultConfigurationUpdates": location}
        )
    name = new_group(athena)
    enabled = {"ManagedQueryResultsConfigurationUpdates": {"Enabled": True}}
    with pytest.raises(ClientError, match=SET_TOGETHER):
        athena.client.update_work_group(WorkGroup=name, ConfigurationUpdates=enabled)
    removed = {"ResultConfigurationUpdates": {"RemoveOutputLocation": True}}
    athena.client.update_work_group(WorkGroup=name, ConfigurationUpdates=enabled | removed)
    shown = athena.client.get_work_group(WorkGroup=name)["WorkGroup"]["Configuration"]
    assert shown["ManagedQueryResultsConfiguration"] == {"Enabled": True}


def test_a_table_beside_managed_results_says_where_it_lies(athena: Athena, managed: str) -> None:
    refusal = athena.refusal(QueryString="CREATE TABLE beside AS SELECT 1 AS a", WorkGroup=managed)
    assert refusal[0].startswith("No output location provided.")
    place = f"WITH (external_location = 's3://{DATA}/beside/')"
    query_id = athena.client.start_query_execution(
        QueryString=f"CREATE TABLE beside {place} AS SELECT 1 AS a", WorkGroup=managed
    )["QueryExecutionId"]
    assert athena.end(query_id)["Status"]["State"] == "SUCCEEDED"
    assert athena.rows("SELECT * FROM beside") == [["a"], ["1"]]
    athena.rows("DROP TABLE beside")
