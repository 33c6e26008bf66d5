from pipeline.clicks.report import Report, Result, percentile


def test_a_percentile_is_the_nearest_rank() -> None:
    values = [float(n) for n in range(100, 0, -1)]
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50.0, 95.0, 99.0, 100.0]


def test_a_percentile_of_one_value_is_that_value() -> None:
    assert percentile([3.0], 0.5) == 3.0


def test_the_summary_groups_the_reasons_and_shows_what_was_sent() -> None:
    report = Report(malformed=1, seconds=2.0)
    for failure in (None, "HTTP 500: a", None, "HTTP 400: b", "HTTP 500: a"):
        report.add(Result(0.010, failure))
    assert list(report.lines()) == [
        "sent      5",
        "accepted  2",
        "failed    3",
        "          2 × HTTP 500: a",
        "          1 × HTTP 400: b",
        "malformed 1",
        "rate      2.5/s",
        "latency   p50 10.0 ms, p95 10.0 ms, p99 10.0 ms",
    ]


def test_reasons_beyond_the_tenth_are_counted() -> None:
    report = Report(seconds=1.0)
    for number in range(12):
        report.add(Result(0.0, f"reason {number}"))
    assert list(report.lines())[-3] == "          and 2 more reasons"


def test_a_report_of_nothing_has_no_rate() -> None:
    assert list(Report().lines()) == ["sent      0", "accepted  0", "failed    0"]
