"""API Gateway: the REST API whose POST puts a click into the stream, without a function of ours in between.

The API is written as one OpenAPI definition with AWS's extensions, so that applying it twice is applying it once.
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
"""

import hashlib
import json
from typing import Any

import boto3

from pipeline.resources import Resource, arns
from pipeline.settings import Settings

# A click is answered 200 only when Firehose has taken it; what Firehose refuses or fails at stays an error.
_STATUS_OF_BACKEND = {"default": "200", r"4\d{2}": "400", r"5\d{2}": "500"}
_ALLOWED_HEADERS = "Content-Type,X-Amz-Date,Authorization,X-Api-Key"


def create(settings: Settings) -> None:
    """Make the API, or bring it up to date, and deploy it to its stage when its definition has changed."""
    client = boto3.client("apigateway", region_name=settings.region)
    wanted = definition(settings)
    digest = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()
    api_id = find_id(settings)
    if api_id is None:
        api_id = client.create_rest_api(name=settings.api_name)["id"]
    if _deployed_digest(client, api_id, settings.stage) == digest:
        return
    client.put_rest_api(restApiId=api_id, mode="overwrite", body=json.dumps(wanted).encode())
    client.create_deployment(restApiId=api_id, stageName=settings.stage, description=digest)


def describe(settings: Settings) -> list[Resource]:
    api_id = find_id(settings)
    return [Resource("REST API", settings.api_name, settings.api_url(api_id))] if api_id else []


def delete(settings: Settings) -> list[Resource]:
    found = describe(settings)
    if api_id := find_id(settings):
        boto3.client("apigateway", region_name=settings.region).delete_rest_api(restApiId=api_id)
    return found


def find_id(settings: Settings) -> str | None:
    """The API's id, by which its URL is made; None when it does not exist."""
    client = boto3.client("apigateway", region_name=settings.region)
    for page in client.get_paginator("get_rest_apis").paginate():
        for api in page["items"]:
            if api["name"] == settings.api_name:
                return api["id"]
    return None


def definition(settings: Settings) -> dict[str, Any]:
    """The OpenAPI 3.0 definition: one resource with a POST for clicks and an OPTIONS for browsers' CORS preflight."""
    return {
        "openapi": "3.0.1",
        "info": {"title": settings.api_name, "version": "1"},
        "paths": {
            f"/{settings.resource_path}": {
                "post": _operation(_put_record(settings), _STATUS_OF_BACKEND.values(), ["Allow-Origin"]),
                "options": _operation(_preflight(), ["200"], ["Allow-Origin", "Allow-Methods", "Allow-Headers"]),
            }
        },
    }


def request_template(stream: str) -> str:
    """The body of PutRecord; the click's JSON is Firehose's data, its backslashes taken out again."""
    data = r"$util.base64Encode($util.escapeJavaScript($input.json('$')).replace('\', ''))"
    return f'{{"DeliveryStreamName":"{stream}","Record":{{"Data":"{data}"}}}}'


def _operation(integration: dict[str, Any], statuses: Any, cors_headers: list[str]) -> dict[str, Any]:
    headers = {f"Access-Control-{name}": {"schema": {"type": "string"}} for name in cors_headers}
    responses = {status: {"description": status, "headers": headers, "content": {}} for status in statuses}
    return {"responses": responses, "x-amazon-apigateway-integration": integration}


def _put_record(settings: Settings) -> dict[str, Any]:
    return {
        "type": "aws",
        "httpMethod": "POST",
        "uri": f"arn:aws:apigateway:{settings.region}:firehose:action/PutRecord",
        "credentials": arns.role(settings.api_role),
        # A body that is not JSON would reach Firehose as it is: refuse it here, as 415.
        "passthroughBehavior": "never",
        "requestTemplates": {"application/json": request_template(settings.stream_name)},
        "responses": {
            pattern: {"statusCode": status, "responseParameters": _cors({"Allow-Origin": "*"})}
            for pattern, status in _STATUS_OF_BACKEND.items()
        },
    }


def _preflight() -> dict[str, Any]:
    cors = {"Allow-Origin": "*", "Allow-Methods": "OPTIONS,POST", "Allow-Headers": _ALLOWED_HEADERS}
    return {
        "type": "mock",
        "passthroughBehavior": "when_no_match",
        "requestTemplates": {"application/json": '{"statusCode": 200}'},
        "responses": {"default": {"statusCode": "200", "responseParameters": _cors(cors)}},
    }


def _cors(headers: dict[str, str]) -> dict[str, str]:
    return {f"method.response.header.Access-Control-{name}": f"'{value}'" for name, value in headers.items()}


def _deployed_digest(client: Any, api_id: str, stage: str) -> str | None:
    try:
        deployment = client.get_stage(restApiId=api_id, stageName=stage)["deploymentId"]
    except client.exceptions.NotFoundException:
        return None
    digest: str | None = client.get_deployment(restApiId=api_id, deploymentId=deployment).get("description")
    return digest
