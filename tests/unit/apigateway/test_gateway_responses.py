import pytest

from offline_aws.apigateway.gateway_responses import selected, substituted

VARIABLES = {
    "context": {"path": "/poc", "error": {"message": 'a "b"', "messageString": '"a"'}},
    "stageVariables": {"menu": "dinner"},
}
TEMPLATES = {"text/html": "<p>", "application/json": "{}"}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{"m":$context.error.messageString}', '{"m":"a"}'),
        ("$context.path.${context.path}x", "/poc./pocx"),
        ("$stageVariables.menu $context.none.nothing!", "dinner !"),
        ("#if($context.path)$5#end", "#if(/poc)$5#end"),
    ],
)
def test_variables_are_substituted_and_the_rest_is_text(template: str, text: str) -> None:
    assert substituted(template, VARIABLES) == text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("", "application/json"), ("text/html, */*", "text/html"), ("text/html;q=0.8", "text/html")],
)
def test_a_template_is_selected_by_what_the_client_accepts(accept: str, media_type: str) -> None:
    assert selected(TEMPLATES, accept) == (media_type, TEMPLATES[media_type])


def test_the_first_template_is_for_all_others() -> None:
    assert selected({"text/html": "<p>"}, "text/plain") == ("text/html", "<p>")
