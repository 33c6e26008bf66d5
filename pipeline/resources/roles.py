"""IAM: three roles, each trusting one service and allowed only what its hop needs.

https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
"""

import json
from collections.abc import Sequence
from typing import Any

import boto3

from pipeline.resources import Resource, arns
from pipeline.settings import Settings

S3_DELIVERY_ACTIONS = (
    "s3:AbortMultipartUpload",
    "s3:GetBucketLocation",
    "s3:GetObject",
    "s3:ListBucket",
    "s3:ListBucketMultipartUploads",
    "s3:PutObject",
)


def create(settings: Settings) -> None:
    """Make the roles of the API, of Firehose and of the function, with their policies."""
    iam = boto3.client("iam")
    _put_role(iam, settings.api_role, "apigateway.amazonaws.com")
    _put_managed_policy(iam, settings.api_policy, api_policy(settings))
    iam.attach_role_policy(RoleName=settings.api_role, PolicyArn=arns.policy(settings.api_policy))

    _put_role(iam, settings.firehose_role, "firehose.amazonaws.com")
    _put_inline_policy(iam, settings.firehose_role, firehose_policy(settings))

    _put_role(iam, settings.function_role, "lambda.amazonaws.com")
    _put_inline_policy(iam, settings.function_role, function_policy(settings))


def describe(settings: Settings) -> list[Resource]:
    iam = boto3.client("iam")
    roles = [
        Resource("IAM role", name, arns.role(name)) for name in _role_names(settings) if _role(iam, name) is not None
    ]
    if _policy_exists(iam, settings.api_policy):
        roles.append(Resource("IAM policy", settings.api_policy, arns.policy(settings.api_policy)))
    return roles


def delete(settings: Settings) -> list[Resource]:
    iam = boto3.client("iam")
    found = describe(settings)
    for name in [resource.name for resource in found if resource.kind == "IAM role"]:
        for inline in iam.list_role_policies(RoleName=name)["PolicyNames"]:
            iam.delete_role_policy(RoleName=name, PolicyName=inline)
        for attached in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]:
            iam.detach_role_policy(RoleName=name, PolicyArn=attached["PolicyArn"])
        iam.delete_role(RoleName=name)
    if _policy_exists(iam, settings.api_policy):
        _delete_old_versions(iam, arns.policy(settings.api_policy))
        iam.delete_policy(PolicyArn=arns.policy(settings.api_policy))
    return found


# --- what each role may do ---


def api_policy(settings: Settings) -> dict[str, Any]:
    """The API puts single records into one stream."""
    return _policy(_allow(["firehose:PutRecord"], [arns.stream(settings)]))


def firehose_policy(settings: Settings) -> dict[str, Any]:
    """Firehose writes to one bucket, calls one function and logs its errors."""
    bucket = arns.bucket(settings.bucket)
    return _policy(
        _allow(S3_DELIVERY_ACTIONS, [bucket, f"{bucket}/*"]),
        _allow(["lambda:InvokeFunction", "lambda:GetFunctionConfiguration"], [arns.function(settings)]),
        _allow(
            ["logs:PutLogEvents"],
            [arns.log_group(settings, f"/aws/kinesisfirehose/{settings.stream_name}:log-stream:*")],
        ),
    )


def function_policy(settings: Settings) -> dict[str, Any]:
    """The function writes its own log and nothing else."""
    group = arns.log_group(settings, f"/aws/lambda/{settings.function_name}")
    return _policy(
        _allow(["logs:CreateLogGroup"], [group]),
        _allow(["logs:CreateLogStream", "logs:PutLogEvents"], [f"{group}:*"]),
    )


def _policy(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def _allow(actions: Sequence[str], resources: Sequence[str]) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": list(resources)}


def trust_policy(service: str) -> dict[str, Any]:
    """Who may take the role: one AWS service."""
    return _policy({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})


# --- IAM calls ---


def _role_names(settings: Settings) -> list[str]:
    return [settings.api_role, settings.firehose_role, settings.function_role]


def _role(iam: Any, name: str) -> dict[str, Any] | None:
    try:
        role: dict[str, Any] = iam.get_role(RoleName=name)["Role"]
    except iam.exceptions.NoSuchEntityException:
        return None
    return role


def _put_role(iam: Any, name: str, service: str) -> None:
    trust = json.dumps(trust_policy(service))
    if _role(iam, name) is None:
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)
    else:
        iam.update_assume_role_policy(RoleName=name, PolicyDocument=trust)


def _put_inline_policy(iam: Any, role: str, policy: dict[str, Any]) -> None:
    iam.put_role_policy(RoleName=role, PolicyName=role, PolicyDocument=json.dumps(policy))


def _policy_exists(iam: Any, name: str) -> bool:
    try:
        iam.get_policy(PolicyArn=arns.policy(name))
    except iam.exceptions.NoSuchEntityException:
        return False
    return True


def _put_managed_policy(iam: Any, name: str, policy: dict[str, Any]) -> None:
    if not _policy_exists(iam, name):
        iam.create_policy(PolicyName=name, PolicyDocument=json.dumps(policy))
        return
    arn = arns.policy(name)
    current = iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
    document = iam.get_policy_version(PolicyArn=arn, VersionId=current)["PolicyVersion"]["Document"]
    if document != policy:
        # IAM keeps five versions at most and makes none when there are five.
        _delete_old_versions(iam, arn)
        iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(policy), SetAsDefault=True)


def _delete_old_versions(iam: Any, arn: str) -> None:
    for version in iam.list_policy_versions(PolicyArn=arn)["Versions"]:
        if not version["IsDefaultVersion"]:
            iam.delete_policy_version(PolicyArn=arn, VersionId=version["VersionId"])
