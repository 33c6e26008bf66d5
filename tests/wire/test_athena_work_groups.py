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
        ({"ManagedQueryResultsConfiguration": {"Enabled": True}}, "Configuration.ManagedQueryResultsConfiguration"),
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
