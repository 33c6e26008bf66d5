"""A click through the API into Firehose, against a MOCK integration and against stock LocalStack's Firehose."""

from collections.abc import Iterator
from statistics import median

from bench.figures import Figure, at_least, at_most
from bench.load import Attack, Target, attack, percentile
from bench.run import Run
from bench.sandboxes import running, stock
from bench.stack import Stack

MOCK = "MOCK integration"
STOCK = "stock's Firehose"
CONNECTIONS = (4, 16)
ROUNDS = 10
ROUND_SECONDS = 2.0


def figures(run: Run) -> Iterator[Figure]:
    with running(run, "ours") as ours, stock(run) as other:
        stack = Stack(ours)
        targets = {"POST": stack.post("click"), MOCK: stack.post("mock"), STOCK: Stack(other).post("click")}
        for target in targets.values():
            attack(target, 2, 1.0)
        for connections in CONNECTIONS:
            yield from _figures(run, targets, connections)


def _figures(run: Run, targets: dict[str, Target], connections: int) -> Iterator[Figure]:
    attacks: dict[str, list[Attack]] = {name: [] for name in targets}
    with run.step(f"{connections} connections", total=run.times(ROUNDS)) as advance:
        for _ in range(run.times(ROUNDS)):
            for name, target in targets.items():
                attacks[name].append(attack(target, connections, ROUND_SECONDS))
            advance(1)
    rates = {name: median(each.rate for each in rounds) for name, rounds in attacks.items()}
    label = f"POST, {connections} connections"
    yield Figure(label, rates["POST"], "requests/s", MOCK, rates[MOCK], at_least(0.7))
    yield Figure(label, rates["POST"], "requests/s", STOCK, rates[STOCK], at_least(20))
    latencies = tuple(latency for each in attacks["POST"] for latency in each.latencies)
    goal = at_most(50) if connections == min(CONNECTIONS) else None
    yield Figure(f"{label}: p99", percentile(latencies, 0.99) * 1000, "ms", goal=goal)
