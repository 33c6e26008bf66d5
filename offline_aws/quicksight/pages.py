"""The pages that draw dashboards, and the data behind them, on LocalStack's own port.

::

    /_aws/quicksight/dashboards/<account>/<region>/<id>                    the page
    /_aws/quicksight/dashboards/<account>/<region>/<id>/sheets             what there is to draw
    /_aws/quicksight/dashboards/<account>/<region>/<id>/visuals/<visual>   the rows of one visual, from Athena
    /_aws/quicksight/dashboards/<account>/<region>/<id>/controls/<control>/values   what a control offers
    /_aws/quicksight/dashboards/<account>/<region>/<id>/changes            an event each time that data was written
    /_aws/quicksight/assets/<file>                                         scripts and styles

The page loads nothing from elsewhere, and its Content-Security-Policy keeps it so.
"""

import functools
import json
import mimetypes
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError
from localstack import config
from localstack.aws.connect import connect_to
from localstack.aws.handlers import run_custom_response_handlers
from localstack.http import Request, Response, route

from offline_aws.quicksight import athena, bundle
from offline_aws.quicksight.aggregated_fields import visual_of
from offline_aws.quicksight.answers import Answers
from offline_aws.quicksight.changes import Changes
from offline_aws.quicksight.choices import ChoiceError, Choices
from offline_aws.quicksight.control_values import control_values_sql
from offline_aws.quicksight.definition import visuals
from offline_aws.quicksight.drawing import sheets
from offline_aws.quicksight.fields import QueryError, VisualError
from offline_aws.quicksight.forms import GRANULARITIES
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Definitions, Json, QuickSightStore, Version, quicksight_stores
from offline_aws.quicksight.query import Selection, sql_of
from offline_aws.quicksight.rows import DataSetError
from offline_aws.quicksight.selects import MOST_ROWS
from offline_aws.quicksight.spice_table import check_ingested
from offline_aws.quicksight.theme_operations import theme_of
from offline_aws.quicksight.visual import Visual
from offline_aws.quicksight.visual_rows import declared_data_set, rows_for

PATH = "/_aws/quicksight"
_DASHBOARD = f"{PATH}/dashboards/<account>/<region>/<dashboard_id>"
_ASSETS = files("offline_aws.quicksight") / "page"
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
SPICE = "SPICE"
"""In the place of a bucket, which can't have that name, among what was written to."""
_HEARTBEAT_SECONDS = 10.0
_HEARTBEATS = 360
"""How many events one connection carries; the browser then opens the next by itself."""


class PageError(Exception):
    """What was asked for is not there or makes no sense; answered with a status and a message as JSON."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def _get[**P](path: str) -> Callable[[Callable[P, Response]], Callable[P, Response]]:
    """A route for GET whose errors are answered."""

    def decorated(handle: Callable[P, Response]) -> Callable[P, Response]:
        @functools.wraps(handle)
        def answered(*arguments: P.args, **given: P.kwargs) -> Response:
            try:
                return handle(*arguments, **given)
            except PageError as error:
                return _json({"message": str(error)}, error.status)

        return route(path, methods=["GET"])(answered)

    return decorated


class Pages:
    """The routes."""

    def __init__(self) -> None:
        self._changes = Changes()
        self._answers = Answers()
        run_custom_response_handlers.append(self._changes.observe)

    def stop(self) -> None:
        self._changes.stop()

    def ingested(self) -> None:
        """There are new rows in SPICE."""
        self._changes.add(SPICE)

    @_get(_DASHBOARD)
    def page(self, request: Request, account: str, region: str, dashboard_id: str) -> Response:
        html = (_ASSETS / "index.html").read_text(encoding="utf-8").replace("{vega}", bundle.name(_cache()))
        return Response(html, mimetype="text/html", headers=_HEADERS)

    @_get(f"{PATH}/assets/<name>")
    def asset(self, request: Request, name: str) -> Response:
        return _library() if name == bundle.name(_cache()) else _asset(name)

    @_get(f"{_DASHBOARD}/sheets")
    def sheets(self, request: Request, account: str, region: str, dashboard_id: str) -> Response:
        store, dashboard = _dashboard(account, region, dashboard_id)
        return _json(sheets(dashboard, store.data_set) | {"theme": theme_of(store, _published(dashboard))})

    @_get(f"{_DASHBOARD}/visuals/<visual_id>")
    def rows(self, request: Request, account: str, region: str, dashboard_id: str, visual_id: str) -> Response:
        store, dashboard = _dashboard(account, region, dashboard_id)
        sql, work_group = _compiled(request, store, _published(dashboard).definition, visual_id)
        return self._answered(account, region, sql, work_group)

    @_get(f"{_DASHBOARD}/controls/<control_id>/values")
    def control_values(
        self, request: Request, account: str, region: str, dashboard_id: str, control_id: str
    ) -> Response:
        store, dashboard = _dashboard(account, region, dashboard_id)
        try:
            found = control_values_sql(control_id, _published(dashboard).definition, store.data_set)
        except DataSetError as error:
            raise PageError(409, str(error)) from error
        if found is None:
            raise PageError(404, f"There is no control {control_id} with values to choose from.")
        sql, data_source_arn = found
        return self._answered(account, region, sql, _work_group(store, data_source_arn))

    @_get(f"{_DASHBOARD}/changes")
    def changes(self, request: Request, account: str, region: str, dashboard_id: str) -> Response:
        store, _ = _dashboard(account, region, dashboard_id)
        beside = _result_buckets(_athena(account, region), store)
        counts = self._changes.follow(beside, _HEARTBEAT_SECONDS, _HEARTBEATS)
        return Response(_events(counts), mimetype="text/event-stream", headers=_HEADERS)

    def _answered(self, account: str, region: str, sql: str, work_group: str) -> Response:
        client = _athena(account, region)
        beside = _result_buckets(client, quicksight_stores[account][region])
        try:
            answer = self._answers.get(
                (account, region, work_group, sql),
                state=lambda: self._changes.count(beside),
                ask=lambda: _shown(athena.ask(client, sql, work_group)),
            )
        except athena.AthenaError as error:
            return _json({"sql": sql, "error": str(error)})
        return _json({"sql": sql} | answer)


def _events(counts: Iterator[int]) -> Iterator[str]:
    """Server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html"""
    for count in counts:
        yield f"data: {count}\n\n"


def _athena(account: str, region: str) -> Any:
    return connect_to(aws_access_key_id=account, region_name=region).athena


def _shown(answer: athena.Answer) -> Json:
    return {
        "types": answer.types,
        "rows": answer.rows[:MOST_ROWS],
        "more": len(answer.rows) > MOST_ROWS,
        "queryId": answer.query_id,
        "scanned": answer.scanned,
        "milliseconds": answer.milliseconds,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _dashboard(account: str, region: str, dashboard_id: str) -> tuple[QuickSightStore, Definitions]:
    store = quicksight_stores[account][region]
    dashboard = store.dashboards.get(dashboard_id)
    if dashboard is None:
        raise PageError(404, f"There is no dashboard {dashboard_id} in account {account}, region {region}.")
    return store, dashboard


def _published(dashboard: Definitions) -> Version:
    version = dashboard.version(dashboard.published)
    assert version is not None  # noqa: S101  (a published version can't be deleted)
    return version


def _compiled(request: Request, store: QuickSightStore, definition: Json, visual_id: str) -> tuple[str, str]:
    """The visual's SQL with the reader's choices in it, and the workgroup to run it in."""
    try:
        visual = _visual(definition, visual_id)
        check_ingested(declared_data_set(visual.data_set or "", definition, store.data_set))
        rows = rows_for(visual, definition, store.data_set, _choices(request))
        sql = sql_of(visual, rows, _selections(request, visual.data_set))
    except ChoiceError as error:
        raise PageError(400, str(error)) from error
    except (VisualError, DataSetError, QueryError) as error:
        raise PageError(409, str(error)) from error
    return sql, _work_group(store, rows.data_source_arn)


def _choices(request: Request) -> Choices:
    """What stands in the controls: ``?parameters={"name": [value]}&filters={"<FilterId>": <choice>}``, as JSON.

    A choice is that of :mod:`offline_aws.quicksight.choices`; what is left out is as the definition has it.
    """
    try:
        parameters, filters = (json.loads(request.args.get(name, "{}")) for name in ("parameters", "filters"))
        return Choices({str(name): list(values) for name, values in parameters.items()}, dict(filters))
    except (ValueError, TypeError, AttributeError) as error:
        raise PageError(400, "parameters and filters are not objects of choices") from error


def _work_group(store: QuickSightStore, data_source_arn: str) -> str:
    try:
        return _work_groups(store)[data_source_arn]
    except KeyError:
        raise PageError(409, f"data source {data_source_arn} does not exist") from None


def _visual(definition: Json, visual_id: str) -> Visual:
    for _, union in visuals(definition):
        if one_of(union)[1]["VisualId"] == visual_id:
            return visual_of(union, definition)
    raise PageError(404, f"There is no visual {visual_id}.")


def _selections(request: Request, data_set: str | None) -> list[Selection]:
    """The reader's choices on this data set: ``?where=[{"dataSet": …, "column": …, "value": …}]``."""
    try:
        given: Any = json.loads(request.args.get("where", "[]"))
        return [_selection(each) for each in given if each["dataSet"] == data_set]
    except (ValueError, KeyError, TypeError) as error:
        raise PageError(400, "where is not a list of choices") from error


def _selection(choice: Json) -> Selection:
    value, granularity = choice["value"], choice["granularity"]
    if granularity not in (None, *GRANULARITIES):
        raise ValueError(f"{granularity} is no granularity")
    return Selection(str(choice["column"]), None if value is None else str(value), granularity)


def _work_groups(store: QuickSightStore) -> dict[str, str]:
    return {source.arn: source.work_group for source in store.data_sources.values()}


def _result_buckets(client: Any, store: QuickSightStore) -> set[str]:
    """Where Athena writes its results."""
    locations = (_output_location(client, name) for name in set(_work_groups(store).values()))
    return {location.split("/")[2] for location in locations if location}


def _output_location(client: Any, work_group: str) -> str | None:
    """None where there is none, or no such workgroup: then no query runs in it either."""
    try:
        group = client.get_work_group(WorkGroup=work_group)["WorkGroup"]
    except ClientError:
        return None
    location: str | None = group.get("Configuration", {}).get("ResultConfiguration", {}).get("OutputLocation")
    return location


def _json(content: Json, status: int = 200) -> Response:
    return Response(json.dumps(content), status, mimetype="application/json", headers=_HEADERS)


def _library() -> Response:
    headers = _HEADERS | {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(bundle.source(_cache()), content_type="text/javascript; charset=utf-8", headers=headers)


def _cache() -> Path:
    return Path(config.dirs.cache) / "quicksight"


def _asset(name: str) -> Response:
    """A file of the page, and nothing outside of its folder."""
    if name not in {each.name for each in _ASSETS.iterdir()}:
        raise PageError(404, f"There is no file {name}.")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response((_ASSETS / name).read_bytes(), content_type=f"{kind}; charset=utf-8", headers=_HEADERS)
