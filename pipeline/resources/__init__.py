"""One module an AWS resource, each with ``create``, ``describe`` and ``delete``, in that order.

``create`` is idempotent: twice is once, and a changed setting is applied. ``describe`` lists what exists. ``delete``
removes what exists and returns it, so it works when some of it is already gone. All speak to AWS through boto3 alone;
the endpoint, if it is not AWS's own, comes from boto3's ``AWS_ENDPOINT_URL``.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Resource:
    """Something that exists in the account: what it is, its name, and what is worth knowing of it."""

    kind: str
    name: str
    detail: str = ""
