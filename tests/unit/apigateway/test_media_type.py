import pytest

from offline_aws.apigateway.media_type import template_for

TEMPLATES = {"application/json": "json", "Text/CSV": "csv"}


@pytest.mark.parametrize(
    ("content_type", "template"),
    [
        (None, "json"),
        ("application/json", "json"),
        ("Application/JSON; charset=utf-8", "json"),
        ("application/json;charset=UTF-8", "json"),
        ("text/csv", "csv"),
        ("text/plain", None),
        ("application/jsonlines", None),
    ],
)
def test_a_template_is_selected_by_the_media_type_alone(content_type: str | None, template: str | None) -> None:
    assert template_for(TEMPLATES, content_type) == template
