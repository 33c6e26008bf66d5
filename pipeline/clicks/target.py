"""Where clicks are sent: the deployed REST API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.settings import Settings

if TYPE_CHECKING:
    from types_boto3_apigateway import APIGatewayClient


class NotDeployedError(Exception):
    """The REST API is not there."""


def ingest_url(apigateway: APIGatewayClient, settings: Settings) -> str:
    """The URL that takes clicks, by the name of the API."""
    for page in apigateway.get_paginator("get_rest_apis").paginate():
        for api in page["items"]:
            if api["name"] == settings.api_name:
                return settings.api_url(api["id"])
    raise NotDeployedError(f"there is no REST API {settings.api_name}: deploy it with `clickstream deploy`")
