"""What LocalStack reports of invocations, their logs and metrics, with fewer calls than one or two an invocation.

Such a call costs as much as the invocation does. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
"""

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from itertools import batched
from queue import Queue
from typing import Any, NamedTuple

from localstack.aws.connect import connect_to
from localstack.services.lambda_.invocation import version_manager
from localstack.services.lambda_.invocation.logs import QUEUE_SHUTDOWN, LogHandler, LogItem
from localstack.utils.aws.client_types import ServicePrincipal
from localstack.utils.bootstrap import is_api_enabled

from offline_aws.statistics import Statistics

LOG = logging.getLogger(__name__)

GATHER_SECONDS = 0.5
"""Between two writes of a version's logs; what comes in meanwhile is written together."""

LARGEST_BATCH = 10_000
"""Events of a PutLogEvents. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html"""


def apply() -> None:
    """Write logs in batches, and count invocations in memory."""
    LogHandler.add_logs = add_logs
    LogHandler.run_log_loop = run_log_loop
    version_manager.record_cw_metric_invocation = count_invocation
    version_manager.record_cw_metric_error = count_error


# --- metrics ----------------------------------------------------------------------------------------------------------


def count_invocation(function_name: str, account_id: str, region_name: str) -> None:
    _statistics(function_name, account_id, region_name).observe({"Invocations": 1})


def count_error(function_name: str, account_id: str, region_name: str) -> None:
    _statistics(function_name, account_id, region_name).observe({"Invocations": 1, "Errors": 1})


@cache
def _statistics(function_name: str, account: str, region: str) -> Statistics:
    return Statistics("AWS/Lambda", account, region, {"FunctionName": function_name})


# --- logs -------------------------------------------------------------------------------------------------------------


class Logged(NamedTuple):
    """What an invocation has logged, and when it had ended, in Unix milliseconds."""

    time_ms: int
    item: LogItem

    def events(self) -> Iterator[dict[str, Any]]:
        """An event a line; empty lines are none."""
        lines = [line for line in self.item.logs.split("\n") if line]
        return ({"timestamp": self.time_ms, "message": f"{line}\n"} for line in lines)


def add_logs(self: LogHandler, item: LogItem) -> None:
    if is_api_enabled("logs"):
        self.log_queue.put(Logged(int(time.time() * 1000), item))


def run_log_loop(self: LogHandler, *_: Any, **__: Any) -> None:
    """Write what a version's invocations have logged until the handler is stopped, and what there is then."""
    logs = connect_to.with_assumed_role(
        region_name=self.region, role_arn=self.role_arn, service_principal=ServicePrincipal.lambda_
    ).logs
    stopped = False
    while not stopped:
        waiting = [self.log_queue.get(), *_all_of(self.log_queue)]
        stopped = QUEUE_SHUTDOWN in waiting
        for (group, stream), events in _by_stream(each for each in waiting if each is not QUEUE_SHUTDOWN).items():
            try:
                _write(logs, group, stream, events)
            except Exception as error:
                LOG.warning("Error saving logs to group %s in region %s: %s", group, self.region, error)
        self._shutdown_event.wait(GATHER_SECONDS)


def _all_of(queue: Queue[Any]) -> Iterator[Any]:
    """What is in the queue now."""
    while not queue.empty():
        yield queue.get()


def _by_stream(waiting: Iterable[Logged]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    events: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for each in waiting:
        events[each.item.log_group, each.item.log_stream] += each.events()
    return events


def _write(logs: Any, group: str, stream: str, events: list[dict[str, Any]]) -> None:
    """Write events in their order; make the log group and stream if they are not there."""
    for batch in batched(events, LARGEST_BATCH, strict=False):
        put = partial(logs.put_log_events, logGroupName=group, logStreamName=stream, logEvents=batch)
        try:
            put()
        except logs.exceptions.ResourceNotFoundException:
            with suppress(logs.exceptions.ResourceAlreadyExistsException):
                logs.create_log_group(logGroupName=group)
            logs.create_log_stream(logGroupName=group, logStreamName=stream)
            put()
