from datetime import UTC, datetime

from offline_aws.quicksight import state
from offline_aws.quicksight.models import DataSet, Ingestion, quicksight_stores

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_an_ingestion_that_was_interrupted_has_failed() -> None:
    running = Ingestion("i", "arn", NOW, "EDIT", status="RUNNING")
    data_set = DataSet("d", "arn", "d", NOW, NOW, import_mode="SPICE", ingestions={"i": running})
    state.load({"assets": {("111111111111", "us-east-1"): {"data_sets": {"d": data_set}}}, "people": {}})
    found = quicksight_stores["111111111111"]["us-east-1"].data_sets["d"].ingestions["i"]
    assert (found.status, (found.error or {})["Type"]) == ("FAILED", "INTERNAL_SERVICE_ERROR")
