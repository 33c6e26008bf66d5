import json
from typing import Any

import pytest
from localstack.services.apigateway.next_gen.execute_api.template_mapping import ApiGatewayVtlTemplate

from offline_aws.apigateway import jackson, mapping_templates

_NO_OVERRIDES: Any = {"requestOverride": {"header": {}}, "responseOverride": {"status": 0}}


BODY = '{"a": "it\'s – 1", "clicks": [{"item": "soup"}], "é": "\\ud83c\\udf7d"}'


def _variables() -> Any:
    params = {"path": {"menu": "Dinner"}, "querystring": {}, "header": {}}
    return {"context": {"stage": "poc"}, "input": {"body": BODY, "params": params}}


def _render(template: str) -> str:
    namespaces: Any = ApiGatewayVtlTemplate()
    return mapping_templates.render_request(namespaces, template, _variables(), _NO_OVERRIDES)[0]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (r"$util.escapeJavaScript($input.json('$.a')).replace('\', '')", '"it\'s u2013 1"'),
        ("$util.escapeJavaScript($input.path('$.a'))", r"it\'s \u2013 1"),
        ("$util.escapeJavaScript($input.path('$[\"é\"]'))", r"\uD83C\uDF7D"),
        ("$input.json('$')", '{"a": "it\'s – 1", "clicks": [{"item": "soup"}], "é": "🍽"}'),
        ("$input.json('$.none')", '""'),
        ("#foreach($item in $input.path('$.clicks[*].item'))$foreach.count $item#end", "1 soup"),
        ("$input.json('$.clicks[?(@.item == \"soup\")]')", '[{"item": "soup"}]'),
        ("$input.json('$..none')", "[]"),
        ("$input.path('$.clicks[0].item').toUpperCase()", "SOUP"),
        ("$input.path('$.a').substring(0, 4).length()", "4"),
        ("$input.path('$.a').split(' ').size()", "3"),
        ("$util.base64Decode('c291cA==').equals('soup')", "true"),
        ("$util.base64Encode($context.stage)", "cG9j"),
        ("# set($x = 1)\n$x", "1"),
        ("entree#$context.stage", "entree#poc"),
        ("$input.params('menu').toLowerCase().contains('dinner')", "true"),
        ("$input.params('menu').replaceAll('(D)in', '$1').toUpperCase().trim()", "DNER"),
    ],
)
def test_a_template_reads_as_velocity_does(template: str, text: str) -> None:
    assert _render(template) == text
    assert _render(template) == text  # parsed once, rendered twice


def test_what_a_template_overrides_is_its_requests_alone() -> None:
    template = "#set($context.requestOverride.header.Seat = '4')#set($context.responseOverride.status = 201)"
    namespaces: Any = ApiGatewayVtlTemplate()
    _, overrides = mapping_templates.render_request(namespaces, template, _variables(), _NO_OVERRIDES)
    assert overrides == {"requestOverride": {"header": {"Seat": "4"}}, "responseOverride": {"status": 201}}
    assert _NO_OVERRIDES == {"requestOverride": {"header": {}}, "responseOverride": {"status": 0}}


def test_json_is_read_as_it_is() -> None:
    assert jackson.as_jackson_reads(' {"a": [1, "NaN"]}\n') == {"a": [1, "NaN"]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": NaN}', "Unrecognized token 'NaN'"),
        ('{"a": Infinity}', "Unrecognized token 'Infinity'"),
        ("[-Infinity]", "Unexpected character ('-' (code 45))"),
        ("[1,]", "Unexpected character"),
    ],
)
def test_what_jackson_does_not_read_is_no_json(text: str, reason: str) -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        jackson.as_jackson_reads(text)
    assert jackson.message(raised.value).startswith(reason)
