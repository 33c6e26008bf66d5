import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.resources import api, arns, bucket_policy, function, roles, stream, table, waiting
from pipeline.settings import Settings

SETTINGS = Settings()


@pytest.fixture(autouse=True)
def account(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(arns, "account", lambda: "123456789012")
    yield


def test_the_api_may_put_single_records_into_its_stream_and_nothing_else() -> None:
    assert roles.api_policy(SETTINGS)["Statement"] == [
        {
            "Effect": "Allow",
            "Action": ["firehose:PutRecord"],
            "Resource": ["arn:aws:firehose:us-east-1:123456789012:deliverystream/clickstream"],
        }
    ]


def test_firehose_may_call_the_one_function_version_it_is_given() -> None:
    statement = roles.firehose_policy(SETTINGS)["Statement"][1]
    assert statement["Resource"] == ["arn:aws:lambda:us-east-1:123456789012:function:transform-data:$LATEST"]


def test_no_role_is_allowed_a_wildcard_action() -> None:
    policies = [roles.api_policy(SETTINGS), roles.firehose_policy(SETTINGS), roles.function_policy(SETTINGS)]
    actions = [action for policy in policies for statement in policy["Statement"] for action in statement["Action"]]
    assert [action for action in actions if "*" in action] == []


def test_the_bucket_admits_firehoses_role_alone() -> None:
    principals = [statement["Principal"] for statement in bucket_policy.policy(SETTINGS)["Statement"]]
    assert principals == [{"AWS": "arn:aws:iam::123456789012:role/Firehose-S3"}]


def test_the_request_template_is_the_tutorials() -> None:
    assert api.request_template("clickstream") == (
        '{"DeliveryStreamName":"clickstream","Record":{"Data":'
        r""""$util.base64Encode($util.escapeJavaScript($input.json('$')).replace('\', ''))"}}"""
    )


def test_what_firehose_refuses_is_never_answered_200() -> None:
    integration = api.definition(SETTINGS)["paths"]["/poc"]["post"]["x-amazon-apigateway-integration"]
    statuses = {pattern: response["statusCode"] for pattern, response in integration["responses"].items()}
    assert statuses == {"default": "200", r"4\d{2}": "400", r"5\d{2}": "500"}


def test_the_same_source_packs_to_the_same_archive(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1")
    first = function.package(tmp_path)
    (tmp_path / "a.py").touch()
    assert function.package(tmp_path) == first


def test_the_archive_has_the_handlers_module_at_its_root() -> None:
    names = zipfile.ZipFile(io.BytesIO(function.package(function.SOURCE))).namelist()
    assert function.HANDLER.rpartition(".")[0] + ".py" in names


def test_defaults_that_aws_adds_are_no_change_of_the_stream() -> None:
    described = {**stream.destination(SETTINGS), "S3BackupMode": "Disabled"}
    assert stream.differs(described, stream.destination(SETTINGS)) is False


def test_another_buffer_interval_is_a_change_of_the_stream() -> None:
    wanted = stream.destination(Settings(buffer_seconds=60))
    assert stream.differs(stream.destination(SETTINGS), wanted) is True


def test_the_ddl_is_the_files_own_for_the_default_names() -> None:
    assert table.ddl(SETTINGS) == table.DDL.read_text(encoding="utf-8")


def test_the_ddl_follows_the_settings() -> None:
    statement = table.ddl(Settings(bucket="other-bucket", table="other_table"))
    assert ("other-bucket" in statement, "clickstream-data" in statement, "other_table" in statement) == (
        True,
        False,
        True,
    )


def test_a_condition_that_never_holds_is_an_error_of_one_sentence() -> None:
    with pytest.raises(TimeoutError, match=r"^deletion of stream x did not happen within 0 s$"):
        waiting.until(lambda: False, "deletion of stream x", 0)
