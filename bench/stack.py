"""What is measured, alike on ours and on stock LocalStack: a REST API, a stream, its function, a bucket."""

import base64
import json
from collections.abc import Callable
from typing import Any

from bench.load import Target
from offline_aws.sandbox import Sandbox
from tests.aws import client_of
from tests.functions import zipped

NAME = "speed"
ROLE = "arn:aws:iam::000000000000:role/speed"
CLICK = json.dumps(
    {
        "element_clicked": "entree_1",
        "time_spent": 67,
        "source_menu": "restaurant_name",
        "created_at": "2026-11-23 12:00:00",
    }
).encode()
BUFFERING = {"SizeInMBs": 5, "IntervalInSeconds": 1}
FUNCTION = """
    def handler(event, context):
        return {"records": [transformed(record) for record in event["records"]]}

    def transformed(record):
        # Stock LocalStack sends no recordId.
        return {"recordId": record.get("recordId"), "result": "Ok", "data": record["data"]}
"""


class Stack:
    """Deployed when this returns."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.url = sandbox.url
        self.client: Callable[[str], Any] = lambda service: client_of(sandbox, service)
        self.client("s3").create_bucket(Bucket=NAME)
        self._create_stream(self._create_function())
        self._api = self._create_api()

    def post(self, path: str) -> Target:
        """A POST through the API: ``click`` puts a record, ``mock`` is answered by a MOCK integration."""
        url = f"{self.url}/_aws/execute-api/{self._api}/{NAME}/{path}"
        return Target(url, CLICK, {"Content-Type": "application/json"})

    def put_batch(self, records: int) -> Target:
        """A PutRecordBatch of so many clicks, as a client sends it."""
        data = base64.b64encode(CLICK + b"\n").decode()
        body = {"DeliveryStreamName": NAME, "Records": [{"Data": data}] * records}
        headers = {
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": "Firehose_20150804.PutRecordBatch",
            "Authorization": "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request",
        }
        return Target(f"{self.url}/", json.dumps(body).encode(), headers)

    def _create_function(self) -> str:
        functions = self.client("lambda")
        answer = functions.create_function(
            FunctionName=NAME,
            Runtime="python3.13",
            Role=ROLE,
            Handler="index.handler",
            Timeout=60,
            Code={"ZipFile": zipped(FUNCTION)},
        )
        functions.get_waiter("function_active_v2").wait(FunctionName=NAME)
        return str(answer["FunctionArn"])

    def _create_stream(self, function: str) -> None:
        parameters = {"LambdaArn": function, "BufferIntervalInSeconds": "0", "BufferSizeInMBs": "1"}
        named = [{"ParameterName": name, "ParameterValue": value} for name, value in parameters.items()]
        self.client("firehose").create_delivery_stream(
            DeliveryStreamName=NAME,
            ExtendedS3DestinationConfiguration={
                "RoleARN": ROLE,
                "BucketARN": f"arn:aws:s3:::{NAME}",
                "BufferingHints": BUFFERING,
                "ProcessingConfiguration": {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": named}]},
            },
        )

    def _create_api(self) -> str:
        gateway = self.client("apigateway")
        paths = {"/click": {"post": _put_record()}, "/mock": {"post": _mock()}}
        definition = {"openapi": "3.0.1", "info": {"title": NAME, "version": "1"}, "paths": paths}
        api = str(gateway.import_rest_api(body=json.dumps(definition).encode())["id"])
        gateway.create_deployment(restApiId=api, stageName=NAME)
        return api


def _put_record() -> dict[str, Any]:
    """As the tutorial has it; stock LocalStack needs to be told the operation, which AWS knows from the URI."""
    data = r"$util.base64Encode($util.escapeJavaScript($input.json('$')).replace('\', ''))"
    headers = {"Content-Type": "'application/x-amz-json-1.1'", "X-Amz-Target": "'Firehose_20150804.PutRecord'"}
    integration = {
        "type": "aws",
        "httpMethod": "POST",
        "uri": "arn:aws:apigateway:us-east-1:firehose:action/PutRecord",
        "credentials": ROLE,
        "passthroughBehavior": "never",
        "requestParameters": {f"integration.request.header.{name}": value for name, value in headers.items()},
        "requestTemplates": {"application/json": f'{{"DeliveryStreamName":"{NAME}","Record":{{"Data":"{data}"}}}}'},
        "responses": {"default": {"statusCode": "200"}, r"[45]\d{2}": {"statusCode": "500"}},
    }
    return _operation(integration, "200", "500")


def _mock() -> dict[str, Any]:
    integration = {
        "type": "mock",
        "passthroughBehavior": "never",
        "requestTemplates": {"application/json": '{"statusCode": 200}'},
        "responses": {"default": {"statusCode": "200"}},
    }
    return _operation(integration, "200")


def _operation(integration: dict[str, Any], *statuses: str) -> dict[str, Any]:
    responses = {status: {"description": status} for status in statuses}
    return {"responses": responses, "x-amazon-apigateway-integration": integration}
