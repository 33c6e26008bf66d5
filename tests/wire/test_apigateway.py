"""A REST API in front of Firehose, by HTTP: what a client sees."""

import base64
import json
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import urllib3

from tests.firehose import refusal
from tests.waiting import eventually

Client = Callable[[str], Any]

ROLE = "arn:aws:iam::000000000000:role/APIGateway-Firehose"
ACTION = "arn:aws:apigateway:us-east-1:firehose:action"
# A click is stored (2xx) or the client is told that it was not.
RESPONSES = {"200": "", "400": r"4\d{2}", "500": r"5\d{2}"}
JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain"}
ALLOW = "method.response.header.Access-Control-Allow-"


class Api:
    """A REST API under construction; ``post`` and ``request`` call it once it is deployed."""

    def __init__(self, apigateway: Any, url: str) -> None:
        self._gateway = apigateway
        self._url = url
        self.id = apigateway.create_rest_api(name=f"api-{uuid.uuid4()}")["id"]
        self._root = apigateway.get_resources(restApiId=self.id)["items"][0]["id"]
        self._http = urllib3.PoolManager(retries=False)

    def add(self, path: str, uri: str, template: str, *, responses: dict[str, str] = RESPONSES, **more: Any) -> str:
        """A POST method in front of an AWS integration; returns the resource's id."""
        resource = self._gateway.create_resource(restApiId=self.id, parentId=self._root, pathPart=path)["id"]
        method = {"restApiId": self.id, "resourceId": resource, "httpMethod": "POST"}
        self._gateway.put_method(**method, authorizationType="NONE")
        integration = {
            "type": "AWS",
            "credentials": ROLE,
            "passthroughBehavior": "WHEN_NO_MATCH",
            "integrationHttpMethod": "POST",
            "uri": uri,
            "requestTemplates": {"application/json": template},
        }
        self._gateway.put_integration(**method, **(integration | more))
        for status, pattern in responses.items():
            self._gateway.put_method_response(**method, statusCode=status)
            self._gateway.put_integration_response(**method, statusCode=status, selectionPattern=pattern)
        return str(resource)

    def allow_cors(self, resource: str, origin: str) -> None:
        """An OPTIONS method that a MOCK integration answers, as the console's "Enable CORS" makes it."""
        method = {"restApiId": self.id, "resourceId": resource, "httpMethod": "OPTIONS"}
        values = {"Origin": f"'{origin}'", "Methods": "'POST,OPTIONS'", "Headers": "'Content-Type'"}
        self._gateway.put_method(**method, authorizationType="NONE")
        self._gateway.put_integration(
            **method, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'}
        )
        self._gateway.put_method_response(
            **method, statusCode="200", responseParameters={ALLOW + name: True for name in values}
        )
        self._gateway.put_integration_response(
            **method,
            statusCode="200",
            responseParameters={ALLOW + name: value for name, value in values.items()},
        )

    def validate(self, resource: str, schema: dict[str, Any], parameter: str) -> None:
        """Require a query parameter and a body that follows the JSON schema, of the resource's POST method."""
        self._gateway.create_model(
            restApiId=self.id, name="Click", contentType="application/json", schema=json.dumps(schema)
        )
        validator = self._gateway.create_request_validator(
            restApiId=self.id, name="all", validateRequestBody=True, validateRequestParameters=True
        )["id"]
        changes = [
            ("replace", "/requestValidatorId", validator),
            ("add", "/requestModels/application~1json", "Click"),
            ("add", f"/requestParameters/method.request.querystring.{parameter}", "true"),
        ]
        self._gateway.update_method(
            restApiId=self.id,
            resourceId=resource,
            httpMethod="POST",
            patchOperations=[{"op": op, "path": path, "value": value} for op, path, value in changes],
        )

    def require_key(self, path: str) -> None:
        """Let the POST method of a path be called with an API key only."""
        resources = self._gateway.get_resources(restApiId=self.id)["items"]
        resource = next(each["id"] for each in resources if each["path"] == f"/{path}")
        self._gateway.update_method(
            restApiId=self.id,
            resourceId=resource,
            httpMethod="POST",
            patchOperations=[{"op": "replace", "path": "/apiKeyRequired", "value": "true"}],
        )

    def deploy(self) -> None:
        self._gateway.create_deployment(restApiId=self.id, stageName="poc")

    def post(self, path: str, body: Any, headers: dict[str, str] = JSON) -> tuple[int, Any]:
        """Status and JSON body of the answer; a body that is no string is sent as JSON."""
        content = body if isinstance(body, str) else json.dumps(body)
        answer = self.request("POST", path, content.encode(), headers)
        return answer.status, answer.json()

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Any:
        url = f"{self._url}/_aws/execute-api/{self.id}/poc/{path}"
        return self._http.request(method, url, body=body, headers=headers)


def tutorial_template(stream: str) -> str:
    data = r"$util.base64Encode($util.escapeJavaScript($input.json('$')).replace('\', ''))"
    return f'{{"DeliveryStreamName":"{stream}","Record":{{"Data":"{data}"}}}}'


@pytest.fixture(scope="module")
def stream(client: Client) -> Iterator[str]:
    name = f"clicks-{uuid.uuid4()}"
    client("s3").create_bucket(Bucket=name)
    client("firehose").create_delivery_stream(
        DeliveryStreamName=name,
        S3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": f"arn:aws:s3:::{name}",
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 0},
        },
    )
    yield name
    client("firehose").delete_delivery_stream(DeliveryStreamName=name)


@pytest.fixture(scope="module")
def api(client: Client, stream: str, sandbox: Any) -> Iterator[Api]:
    api = Api(client("apigateway"), sandbox.url)
    poc = api.add("poc", f"{ACTION}/PutRecord", tutorial_template(stream))
    api.allow_cors(poc, "https://menu.example")
    strict = api.add("strict", f"{ACTION}/PutRecord", tutorial_template(stream))
    schema = {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["element_clicked"]}
    api.validate(strict, schema, parameter="q1")
    never: dict[str, Any] = {"passthroughBehavior": "NEVER"}
    no_templates: dict[str, Any] = {"passthroughBehavior": "WHEN_NO_TEMPLATES"}
    api.add("never", f"{ACTION}/PutRecord", tutorial_template(stream), **never)
    api.add("no-templates", f"{ACTION}/PutRecord", tutorial_template(stream), **no_templates)
    api.add("no-stream", f"{ACTION}/PutRecord", tutorial_template("none"))
    api.add("only-200", f"{ACTION}/PutRecord", tutorial_template("none"), responses={"200": ""})
    api.add("broken", f"{ACTION}/PutRecord", '{"DeliveryStreamName":')
    api.add("bad-path", f"{ACTION}/PutRecord", "$input.json('$.[[')")
    client("s3").put_object(Bucket=stream, Key="menu.json", Body=b'{"entrees": 4}')
    menu = f"arn:aws:apigateway:us-east-1:s3:path/{stream}/menu.json"
    api.add("menu", menu, "{}", integrationHttpMethod="GET")
    api.add("list", f"{ACTION}/ListDeliveryStreams", '{"Limit":1}')
    api.add("no-action", f"{ACTION}/PutMenu", "{}")
    records = '[{"Data":"YQ=="},{"Data":"Yg=="}]'
    api.add("batch", f"{ACTION}/PutRecordBatch", f'{{"DeliveryStreamName":"{stream}","Records":{records}}}')
    client("kinesis").create_stream(StreamName=stream, ShardCount=1)
    data = "$util.base64Encode($input.json('$'))"
    to_kinesis = f'{{"StreamName":"{stream}","PartitionKey":"guest","Data":"{data}"}}'
    api.add("kinesis", "arn:aws:apigateway:us-east-1:kinesis:action/PutRecord", to_kinesis)
    api.deploy()
    yield api
    client("apigateway").delete_rest_api(restApiId=api.id)
    client("kinesis").delete_stream(StreamName=stream)


def stored(client: Client, bucket: str) -> bytes:
    """All that has landed in the bucket."""
    s3 = client("s3")
    keys = [item["Key"] for item in s3.list_objects_v2(Bucket=bucket).get("Contents", [])]
    return b"".join(s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys)


def await_stored(client: Client, bucket: str, text: bytes) -> None:
    assert text in eventually(lambda: stored(client, bucket), lambda found: text in found)


def test_a_click_is_answered_with_firehoses_answer(api: Api) -> None:
    status, body = api.post("poc", {"element_clicked": "entree_1"})
    assert (status, body.keys(), body["Encrypted"]) == (200, {"Encrypted", "RecordId"}, False)


def test_the_tutorials_template_takes_the_backslashes_away(api: Api, client: Client, stream: str) -> None:
    api.post("poc", {"created_at": "2022–09–11", "note": "it's"})
    await_stored(client, stream, b'{"created_at": "2022u201309u201311", "note": "it\'s"}')


@pytest.mark.parametrize("headers", [{}, JSON, {"Content-Type": "application/json; charset=utf-8"}])
def test_json_and_no_type_at_all_take_the_template(api: Api, headers: dict[str, str]) -> None:
    assert api.post("poc", {"a": 1}, headers)[0] == 200


def test_another_type_goes_to_the_backend_as_it_is(api: Api, client: Client, stream: str) -> None:
    data = base64.b64encode(b"raw click").decode()
    status, _ = api.post("poc", {"DeliveryStreamName": stream, "Record": {"Data": data}}, TEXT)
    assert status == 200
    await_stored(client, stream, b"raw click")


@pytest.mark.parametrize("path", ["never", "no-templates"])
def test_another_type_is_refused_where_it_may_not_pass(api: Api, path: str) -> None:
    assert api.post(path, "click", TEXT) == (415, {"message": "Unsupported Media Type"})


def test_a_stream_that_firehose_does_not_know_is_a_client_error(api: Api) -> None:
    status, body = api.post("no-stream", {"a": 1})
    assert (status, body["__type"]) == (400, "ResourceNotFoundException")


def test_with_only_a_200_the_error_comes_as_a_200(api: Api) -> None:
    status, body = api.post("only-200", {"a": 1})
    assert (status, body["__type"]) == (200, "ResourceNotFoundException")


def test_a_click_that_is_too_large_for_firehose_is_a_client_error(api: Api) -> None:
    status, body = api.post("poc", json.dumps("x" * 1_100_000))
    assert (status, body["__type"]) == (400, "ValidationException")


@pytest.mark.parametrize(("path", "headers"), [("broken", JSON), ("poc", TEXT)])
def test_a_body_that_firehose_can_not_read_is_a_client_error(api: Api, path: str, headers: dict[str, str]) -> None:
    status, body = api.post(path, "a click", headers) if headers == TEXT else api.post(path, {"a": 1})
    assert (status, body) == (400, {"__type": "SerializationException"})


def test_an_action_that_firehose_lacks_is_a_client_error(api: Api) -> None:
    status, body = api.post("no-action", {})
    assert (status, body) == (400, {"__type": "UnknownOperationException"})


def test_a_failure_of_the_gateway_tells_nothing_of_its_inside(api: Api) -> None:
    assert api.post("bad-path", {"a": 1}) == (500, {"message": "Internal server error"})


def test_a_body_that_is_no_json_is_a_client_error(api: Api) -> None:
    status, body = api.post("poc", '{"element_clicked":')
    assert (status, body["message"].partition(":")[0]) == (400, "Could not parse request body into json")


def test_a_body_that_follows_its_model_is_accepted(api: Api) -> None:
    assert api.post("strict?q1=1", {"element_clicked": "entree_1"})[0] == 200


def test_a_body_that_breaks_its_model_is_invalid(api: Api) -> None:
    assert api.post("strict?q1=1", {"clicked": "entree_1"}) == (400, {"message": "Invalid request body"})


def test_a_required_parameter_that_is_missing_is_named(api: Api) -> None:
    expected = {"message": "Missing required request parameters: [q1]"}
    assert api.post("strict", {"element_clicked": "entree_1"}) == (400, expected)


@pytest.mark.parametrize(("method", "path"), [("POST", "unknown"), ("GET", "poc"), ("DELETE", "poc")])
def test_an_unknown_path_or_method_lacks_an_authentication_token(api: Api, method: str, path: str) -> None:
    answer = api.request(method, path, None, JSON)
    assert (answer.status, answer.json()) == (403, {"message": "Missing Authentication Token"})


def test_a_payload_over_10_megabytes_is_too_long(api: Api) -> None:
    assert api.post("poc", "x" * (10 * 1024 * 1024 + 1)) == (413, {"message": "Request Too Long"})


def test_a_batch_is_put_by_its_action(api: Api) -> None:
    status, body = api.post("batch", {})
    assert (status, body["FailedPutCount"], len(body["RequestResponses"])) == (200, 0, 2)


def test_any_action_of_firehose_can_be_called(api: Api, stream: str) -> None:
    status, body = api.post("list", {})
    assert (status, len(body["DeliveryStreamNames"])) == (200, 1)


def test_the_answer_is_what_firehose_itself_answers(api: Api, sandbox: Any) -> None:
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Firehose_20150804.ListDeliveryStreams",
        "Authorization": "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request",
    }
    itself = urllib3.request("POST", sandbox.url, body=b'{"Limit":1}', headers=headers)
    assert api.request("POST", "list", b"{}", JSON).data == itself.data


def test_a_click_can_go_into_a_kinesis_stream(api: Api, client: Client, stream: str) -> None:
    status, answer = api.post("kinesis", {"element_clicked": "entree_1"})
    place = {"StreamName": stream, "ShardId": answer["ShardId"], "ShardIteratorType": "TRIM_HORIZON"}
    iterator = client("kinesis").get_shard_iterator(**place)["ShardIterator"]
    (record,) = client("kinesis").get_records(ShardIterator=iterator)["Records"]
    assert (status, json.loads(record["Data"])) == (200, {"element_clicked": "entree_1"})


def test_an_object_of_s3_can_be_read_by_its_path(api: Api) -> None:
    assert api.post("menu", {}) == (200, {"entrees": 4})


def test_cors_is_answered_by_the_apis_own_options_method(api: Api) -> None:
    preflight = {"Origin": "https://menu.example", "Access-Control-Request-Method": "POST"}
    answer = api.request("OPTIONS", "poc", None, preflight)
    allowed = {name: answer.headers[f"Access-Control-Allow-{name}"] for name in ("Origin", "Methods", "Headers")}
    assert (answer.status, allowed) == (
        200,
        {"Origin": "https://menu.example", "Methods": "POST,OPTIONS", "Headers": "Content-Type"},
    )


def test_the_gateways_own_answers_have_the_apis_headers_and_template(client: Client, sandbox: Any, stream: str) -> None:
    api = Api(client("apigateway"), sandbox.url)
    api.add("poc", f"{ACTION}/PutRecord", tutorial_template(stream), passthroughBehavior="NEVER")
    client("apigateway").put_gateway_response(
        restApiId=api.id,
        responseType="DEFAULT_4XX",
        responseParameters={
            "gatewayresponse.header.Access-Control-Allow-Origin": "'https://menu.example'",
            "gatewayresponse.header.Asked-For": "method.request.header.Content-Type",
        },
        responseTemplates={"application/json": '{"reason":$context.error.messageString,"at":"$context.resourcePath"}'},
    )
    api.deploy()
    answer = api.request("POST", "poc", b"a click", TEXT)
    headers = [answer.headers[name] for name in ("Access-Control-Allow-Origin", "Asked-For")]
    assert (answer.status, answer.json(), headers) == (
        415,
        {"reason": "Unsupported Media Type", "at": "/poc"},
        ["https://menu.example", "text/plain"],
    )


def test_the_time_of_a_request_has_an_offset(client: Client, sandbox: Any) -> None:
    api = Api(client("apigateway"), sandbox.url)
    api.add("poc", f"{ACTION}/PutRecord", '{"DeliveryStreamName":"none","time":"$context.requestTime"}')
    api.deploy()
    resource = next(
        each for each in client("apigateway").get_resources(restApiId=api.id)["items"] if "pathPart" in each
    )
    tested = client("apigateway").test_invoke_method(restApiId=api.id, resourceId=resource["id"], httpMethod="POST")
    assert re.search(r'"time":"\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d \+0000"', tested["log"])


def test_an_integration_of_a_service_needs_a_role(client: Client, sandbox: Any) -> None:
    api = Api(client("apigateway"), sandbox.url)
    refused = refusal(api.add, path="poc", uri=f"{ACTION}/PutRecord", template="{}", credentials="")
    assert refused == ("BadRequestException", "Role ARN must be specified for AWS integrations")


def test_a_backend_that_can_not_be_reached_is_a_server_error(client: Client, sandbox: Any, free_port: int) -> None:
    api = Api(client("apigateway"), sandbox.url)
    api.add("poc", f"http://127.0.0.1:{free_port}/", "{}", type="HTTP")
    api.deploy()
    assert api.post("poc", {}) == (500, {"message": "Internal server error"})


def test_what_is_at_no_stage_is_forbidden(api: Api) -> None:
    answer = api.request("POST", "../nowhere/poc", b"{}", JSON)
    assert (answer.status, answer.json()) == (403, {"message": "Forbidden"})


def test_a_service_that_does_not_exist_keeps_an_api_from_being_deployed(client: Client, sandbox: Any) -> None:
    api = Api(client("apigateway"), sandbox.url)
    api.add("poc", "arn:aws:apigateway:us-east-1:menus:action/PutMenu", "{}")
    refused = refusal(api.deploy)
    assert refused == ("BadRequestException", "AWS Service of type menus not supported")


def test_a_method_that_would_be_open_to_everybody_keeps_an_api_from_being_deployed(
    client: Client, sandbox: Any
) -> None:
    api = Api(client("apigateway"), sandbox.url)
    resource = api.add("poc", "", '{"statusCode": 200}', type="MOCK")
    authorization = {"op": "replace", "path": "/authorizationType", "value": "AWS_IAM"}
    client("apigateway").update_method(
        restApiId=api.id, resourceId=resource, httpMethod="POST", patchOperations=[authorization]
    )
    assert refusal(api.deploy) == (
        "BadRequestException",
        "authorizationType AWS_IAM of POST /poc is not emulated: everybody could call it",
    )


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def mock(client: Client, sandbox: Any) -> Iterator[Api]:
    """An API of two MOCK methods; ``key`` needs an API key."""
    api = Api(client("apigateway"), sandbox.url)
    for path in ("poc", "key"):
        api.add(path, "", '{"statusCode": 200}', type="MOCK", responses={"200": ""})
    api.require_key("key")
    api.deploy()
    yield api
    client("apigateway").delete_rest_api(restApiId=api.id)


def test_more_than_the_stages_burst_is_too_many(mock: Api, client: Client) -> None:
    changes = [
        {"op": "replace", "path": f"/*/*/throttling/{name}", "value": value}
        for name, value in (("rateLimit", "0.001"), ("burstLimit", "2"))
    ]
    client("apigateway").update_stage(restApiId=mock.id, stageName="poc", patchOperations=changes)
    answers = [mock.request("POST", "poc", b"{}", JSON) for _ in range(3)]
    assert [answer.status for answer in answers] == [200, 200, 429]
    assert answers[2].json() == {"message": "Too Many Requests"}


def test_without_a_key_of_its_usage_plan_a_method_is_forbidden(mock: Api, client: Client) -> None:
    foreign = client("apigateway").create_api_key(name="other", enabled=True)["value"]
    for headers in (JSON, {**JSON, "x-api-key": foreign}):
        answer = mock.request("POST", "key", b"{}", headers)
        assert (answer.status, answer.json()) == (403, {"message": "Forbidden"})


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"throttle": {"rateLimit": 0.001, "burstLimit": 1}}, "Too Many Requests"),
        ({"quota": {"limit": 1, "period": "MONTH"}}, "Limit Exceeded"),
    ],
)
def test_a_usage_plan_limits_each_of_its_keys(mock: Api, client: Client, limits: dict[str, Any], message: str) -> None:
    gateway = client("apigateway")
    plan = gateway.create_usage_plan(name="plan", apiStages=[{"apiId": mock.id, "stage": "poc"}], **limits)["id"]
    for number in range(2):
        key = gateway.create_api_key(name=f"key-{number}", enabled=True)
        gateway.create_usage_plan_key(usagePlanId=plan, keyId=key["id"], keyType="API_KEY")
        answers = [mock.request("POST", "key", b"{}", {**JSON, "x-api-key": key["value"]}) for _ in range(2)]
        assert [answer.status for answer in answers] == [200, 429]
        assert answers[1].json() == {"message": message}
