"""Waiting for what AWS does later than it says: conditions, and roles that are not yet known everywhere."""

import time
from collections.abc import Callable

from botocore.exceptions import ClientError

from pipeline.pauses import pauses

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
# A new role is usually known everywhere within seconds.
_ROLE_SECONDS = 60.0


def until(condition: Callable[[], bool], what: str, seconds: float) -> None:
    """Return once ``condition`` holds.

    :param what: the thing that is waited for, for the error's sentence
    :raises TimeoutError: it did not come to hold within ``seconds``
    """
    deadline = time.monotonic() + seconds
    waits = pauses(_FIRST_PAUSE, _LONGEST_PAUSE)
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not happen within {seconds:.0f} s")
        time.sleep(next(waits))


def once_role_is_usable[T](call: Callable[[], T]) -> T:
    """The result of ``call``, tried again while AWS can't yet assume a role that was just made.

    IAM is eventually consistent; Lambda and Firehose refuse a role for that reason with these codes and the word
    "assume". https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html
    """
    deadline = time.monotonic() + _ROLE_SECONDS
    waits = pauses(_FIRST_PAUSE, _LONGEST_PAUSE)
    while True:
        try:
            return call()
        except ClientError as error:
            refused = error.response["Error"]["Code"] in ("InvalidParameterValueException", "InvalidArgumentException")
            if not refused or "assume" not in str(error) or time.monotonic() > deadline:
                raise
        time.sleep(next(waits))
