import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from rich.progress import Progress

from bench import __main__ as program
from bench.figures import Figure
from bench.run import Run


def _run(folder: Path, quick: bool = False) -> Run:
    return Run(folder, Progress(disable=True), quick)


def test_what_is_compared_is_measured_in_turn(tmp_path: Path) -> None:
    order: list[str] = []

    def action(name: str, number: int) -> float:
        order.append(f"{name}{number}")
        return float(number)

    results = _run(tmp_path).in_turn("", {"a": lambda n: action("a", n), "b": lambda n: action("b", n)}, 2)
    assert (order, results) == (["a0", "b0", "a1", "b1"], {"a": [0.0, 1.0], "b": [0.0, 1.0]})


@pytest.mark.parametrize(("full", "quick"), [(150, 15), (5, 3), (1, 1)])
def test_a_quick_run_repeats_a_tenth_but_often_enough_for_a_median(tmp_path: Path, full: int, quick: int) -> None:
    assert _run(tmp_path, quick=True).times(full) == quick
    assert _run(tmp_path).times(full) == full


def test_the_program_prints_each_subject_and_writes_all_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    subject = ModuleType("bench.sample")
    subject.figures = _sample  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "bench.sample", subject)
    monkeypatch.setattr(program, "SUBJECTS", ("sample",))
    assert program.main(["--json", str(tmp_path / "out.json")]) == 0
    assert "| start  | 1.5 s |" in capsys.readouterr().out
    assert [*json.loads((tmp_path / "out.json").read_text())["subjects"]] == ["sample"]


def _sample(run: Run) -> Iterator[Figure]:
    assert run.folder.is_dir()
    yield Figure("start", 1.5, "s")


def test_an_unknown_subject_is_refused_before_anything_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(["s3", "nonsense"])
    assert "no such subject: nonsense" in capsys.readouterr().err
