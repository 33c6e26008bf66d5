"""How observations become CloudWatch's statistic sets."""

from offline_aws.statistics import Statistics


def statistics() -> Statistics:
    return Statistics("AWS/Menus", "000000000000", "us-east-1", {"MenuName": "lunch"})


def test_values_are_added_up_by_metric() -> None:
    menus = statistics()
    menus.observe({"IncomingBytes": 2, "Looks": 1})
    menus.observe({"IncomingBytes": 5})
    sets = {datum["MetricName"]: tuple(datum["StatisticValues"].values()) for datum in menus.take()}
    assert sets == {"IncomingBytes": (2, 7, 2, 5), "Looks": (1, 1, 1, 1)}


def test_what_was_taken_is_not_taken_again() -> None:
    menus = statistics()
    menus.observe({"Looks": 1})
    menus.take()
    assert menus.take() == []


def test_a_metric_has_its_unit_and_the_dimensions() -> None:
    menus = statistics()
    menus.observe({"PutMenu.Latency": 5})
    assert menus.take() == [
        {
            "MetricName": "PutMenu.Latency",
            "Dimensions": [{"Name": "MenuName", "Value": "lunch"}],
            "Unit": "Milliseconds",
            "StatisticValues": {"SampleCount": 1, "Sum": 5, "Minimum": 5, "Maximum": 5},
        }
    ]
