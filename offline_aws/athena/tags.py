"""Tags of workgroups and data catalogs. https://docs.aws.amazon.com/athena/latest/ug/tags.html"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from localstack.aws.api import RequestContext, handler

from offline_aws.athena.api import InvalidRequestException, Request, ResourceNotFoundException, Response
from offline_aws.athena.models import PRIMARY, store_of
from offline_aws.athena.paging import page_of

MOST_TAGS = 50


class Tags:
    """Handlers of a provider."""

    @handler("TagResource", expand=False)
    def tag_resource(self, context: RequestContext, request: Request) -> Response:
        store, arn = store_of(context), _existing(context, request)
        store.tags[arn] = tagged(request["Tags"], store.tags.get(arn, {}))
        return {}

    @handler("UntagResource", expand=False)
    def untag_resource(self, context: RequestContext, request: Request) -> Response:
        kept = store_of(context).tags.get(_existing(context, request), {})
        for key in request["TagKeys"]:
            kept.pop(key, None)
        return {}

    @handler("ListTagsForResource", expand=False)
    def list_tags_for_resource(self, context: RequestContext, request: Request) -> Response:
        kept = store_of(context).tags.get(_existing(context, request), {})
        tags = [{"Key": key, "Value": value} for key, value in kept.items()]
        page, token = page_of(tags, context, request, 75, itemgetter("Key"))
        return {"Tags": page} | token


def arn_of(context: RequestContext, kind: str, name: str) -> str:
    return f"arn:aws:athena:{context.region}:{context.account_id}:{kind}/{name}"


def tagged(given: Sequence[Request], earlier: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """The tags of a resource, those given in the place of earlier ones with the same keys."""
    _check_keys([tag.get("Key") for tag in given])
    merged = {**earlier, **{tag["Key"]: tag.get("Value") or "" for tag in given}}
    if len(merged) > MOST_TAGS:
        raise InvalidRequestException(f"The number of tags exceeds the limit of {MOST_TAGS}")
    return merged


def _check_keys(keys: Sequence[str | None]) -> None:
    """Each tag has a key of its own, which is none of AWS's."""
    for number, key in enumerate(keys, 1):
        if key is None:
            raise InvalidRequestException(
                f"1 validation error detected: Value null at 'tags.{number}.member.key' failed to satisfy constraint: "
                "Member must not be null"
            )
        if key.lower().startswith("aws:"):
            raise InvalidRequestException("aws: prefixed tag key names are not allowed for external use.")
    if len(set(keys)) < len(keys):
        raise InvalidRequestException("Tag keys must be unique")


def _existing(context: RequestContext, request: Request) -> str:
    """The ARN in a request, of a resource that is there."""
    arn: str = request["ResourceARN"]
    store = store_of(context)
    names = {
        "workgroup": {PRIMARY, *store.work_groups},
        "datacatalog": {"AwsDataCatalog", *store.data_catalogs},
    }
    if arn not in {arn_of(context, kind, name) for kind, known in names.items() for name in known}:
        raise ResourceNotFoundException(f"Resource {arn} was not found")
    return arn
