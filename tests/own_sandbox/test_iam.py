"""The pipeline under enforced IAM: its roles are enough, and what they are not allowed fails as on AWS."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
import urllib3
from botocore.exceptions import ClientError

from offline_aws import native
from offline_aws.sandbox import Sandbox
from tests.aws import client_of
from tests.waiting import eventually

BUCKET = "clickstream-data"
CLICK = {"element_clicked": "entree_1", "time_spent": 67}
ACCOUNT = "arn:aws:iam::000000000000"
API_ROLE, API_POLICY, FIREHOSE_ROLE = "APIGateway-Firehose", f"{ACCOUNT}:policy/API-Firehose", "Firehose-S3"


@pytest.fixture(scope="module")
def enforcing(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, new_port: Callable[[], int]
) -> Iterator[Sandbox]:
    """A sandbox with the pipeline in it, every request of which policies have to allow."""
    sandbox = Sandbox(tmp_path_factory.mktemp("iam"), repository / "init", new_port(), ephemeral=True)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ENFORCE_IAM", "1")
        environment.setenv("CLICKSTREAM_BUFFER_SECONDS", "0")
        native.start(sandbox)
    yield sandbox
    native.stop(sandbox)


@pytest.fixture(scope="module")
def iam(enforcing: Sandbox) -> Any:
    return client_of(enforcing, "iam")


@pytest.fixture(scope="module")
def s3(enforcing: Sandbox) -> Any:
    return client_of(enforcing, "s3")


@pytest.fixture
def post(enforcing: Sandbox) -> Callable[[], tuple[int, dict[str, Any]]]:
    (api,) = client_of(enforcing, "apigateway").get_rest_apis()["items"]

    def post_click() -> tuple[int, dict[str, Any]]:
        answer = urllib3.request("POST", f"{enforcing.url}/_aws/execute-api/{api['id']}/poc/poc", json=CLICK)
        return answer.status, answer.json()

    return post_click


def delivered(s3: Any, prefix: str = "") -> list[dict[str, Any]]:
    """Every line of JSON under a prefix."""
    keys = [item["Key"] for item in s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])]
    bodies = [s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys]
    return [json.loads(line) for body in bodies for line in body.splitlines()]


def document(statement: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def test_the_roles_of_the_pipeline_are_enough(post: Any, s3: Any) -> None:
    status, answer = post()
    assert (status, "RecordId" in answer, eventually(lambda: delivered(s3), bool)) == (200, True, [CLICK])


def test_an_api_whose_role_may_not_put_passes_the_denial_on(post: Any, iam: Any) -> None:
    iam.detach_role_policy(RoleName=API_ROLE, PolicyArn=API_POLICY)
    denied = post()
    iam.attach_role_policy(RoleName=API_ROLE, PolicyArn=API_POLICY)
    message = (
        f"User: arn:aws:sts::000000000000:assumed-role/{API_ROLE}/BackplaneAssumeRoleSession is not authorized to "
        "perform: firehose:PutRecord on resource: "
        "arn:aws:firehose:us-east-1:000000000000:deliverystream/clickstream "
        "because no identity-based policy allows the firehose:PutRecord action"
    )
    assert denied == (400, {"__type": "AccessDeniedException", "Message": message})


def test_a_function_that_may_not_be_invoked_leaves_the_clicks_as_errors(post: Any, iam: Any, s3: Any) -> None:
    policy = iam.get_role_policy(RoleName=FIREHOSE_ROLE, PolicyName=FIREHOSE_ROLE)["PolicyDocument"]
    without = [each for each in policy["Statement"] if "lambda:InvokeFunction" not in each["Action"]]
    put = {"RoleName": FIREHOSE_ROLE, "PolicyName": FIREHOSE_ROLE}
    iam.put_role_policy(**put, PolicyDocument=json.dumps({**policy, "Statement": without}))
    post()
    error, *_ = eventually(lambda: delivered(s3, "errors/"), bool)
    iam.put_role_policy(**put, PolicyDocument=json.dumps(policy))
    found = (error["errorCode"], json.loads(base64.b64decode(error["rawData"])))
    assert found == ("Lambda.InvokeAccessDenied", CLICK)


def test_a_bucket_that_denies_firehose_gets_the_clicks_once_it_does_not(post: Any, s3: Any, enforcing: Sandbox) -> None:
    allowed, before = s3.get_bucket_policy(Bucket=BUCKET)["Policy"], len(delivered(s3))
    everything = {"Resource": f"arn:aws:s3:::{BUCKET}/*", "Action": "s3:PutObject"}
    denial = {"Effect": "Deny", "Principal": {"AWS": f"{ACCOUNT}:role/{FIREHOSE_ROLE}"}, **everything}
    denying = {**json.loads(allowed), "Statement": [denial]}
    s3.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(denying))
    assert post()[0] == 200
    eventually(
        lambda: enforcing.log_file.read_text(errors="replace"), lambda log: "with an explicit deny in a resource" in log
    )
    waiting = len(delivered(s3))
    s3.put_bucket_policy(Bucket=BUCKET, Policy=allowed)
    arrived = eventually(lambda: len(delivered(s3)), lambda number: number > before)
    assert (waiting, arrived) == (before, before + 1)


def test_a_user_reads_what_a_condition_allows(enforcing: Sandbox, iam: Any) -> None:
    iam.create_user(UserName="analyst")
    listing = {
        "Effect": "Allow",
        "Action": "s3:ListBucket",
        "Resource": f"arn:aws:s3:::{BUCKET}",
        "Condition": {"StringLike": {"s3:prefix": "2026/*"}},
    }
    iam.put_user_policy(UserName="analyst", PolicyName="list", PolicyDocument=document(listing))
    key = iam.create_access_key(UserName="analyst")["AccessKey"]
    session = boto3.Session(key["AccessKeyId"], key["SecretAccessKey"], region_name="us-east-1")
    s3 = session.client("s3", endpoint_url=enforcing.url)
    s3.list_objects_v2(Bucket=BUCKET, Prefix="2026/11")
    with pytest.raises(ClientError, match=r"user/analyst is not authorized to perform: s3:ListBucket on resource"):
        s3.list_objects_v2(Bucket=BUCKET)


def test_a_role_is_taken_by_those_whom_it_trusts(enforcing: Sandbox, iam: Any) -> None:
    trust = {"Effect": "Allow", "Principal": {"AWS": f"{ACCOUNT}:root"}, "Action": "sts:AssumeRole"}
    iam.create_role(RoleName="trusting", AssumeRolePolicyDocument=document(trust))
    sts = client_of(enforcing, "sts")
    sts.assume_role(RoleArn=f"{ACCOUNT}:role/trusting", RoleSessionName="test")
    with pytest.raises(ClientError, match="not authorized to perform: sts:AssumeRole"):
        sts.assume_role(RoleArn=f"{ACCOUNT}:role/{FIREHOSE_ROLE}", RoleSessionName="test")
