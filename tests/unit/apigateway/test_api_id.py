from offline_aws.apigateway.api_id import api_id


def test_the_same_name_has_the_same_id() -> None:
    assert api_id("000000000000.us-east-1.apigateway.rest_api.clicks", ()) == "wh7hjmglcy"


def test_two_apis_of_one_name_have_two_ids() -> None:
    first = api_id("name", ())
    assert api_id("name", {first}) != first
