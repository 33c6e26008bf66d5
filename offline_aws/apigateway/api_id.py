"""A REST API's id follows from its account, region and name, so that its URL is the same after every start.

AWS draws ids at random; here the API is made anew by init scripts, and what clients keep is its URL.
https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html
"""

import base64
import hashlib
from collections.abc import Container
from itertools import count

from localstack.utils.id_generator import localstack_id_manager
from moto.apigateway.models import apigateway_backends
from moto.apigateway.utils import ApigwRestApiIdentifier
from moto.utilities.id_generator import IdSourceContext

LENGTH = 10


def apply() -> None:
    """Make LocalStack ask here; a ``_custom_id_`` tag still wins."""
    localstack_id_manager.add_id_source(of_rest_api)


def of_rest_api(context: IdSourceContext) -> str | None:
    """The id of a new REST API; None for other resources, which keep LocalStack's ids."""
    api = context.get("resource_identifier")
    if not isinstance(api, ApigwRestApiIdentifier):
        return None
    return api_id(api.unique_identifier, apigateway_backends[api.account_id][api.region].apis)


def api_id(unique_identifier: str, taken: Container[str]) -> str:
    """Ten lower-case letters and digits, as AWS's; names are not unique, so the first such id that is free."""
    digests = (hashlib.sha256(f"{unique_identifier} {number}".encode()).digest() for number in count())
    ids = (base64.b32encode(digest).decode().lower()[:LENGTH] for digest in digests)
    return next(each for each in ids if each not in taken)
