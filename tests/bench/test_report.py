"""The report: medians, ratios, differences in pages; text, Markdown, JSON, chart."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.chart import Bar, Group, chart
from bench.counting import Count
from bench.measuring import Results
from bench.processes import Sample
from bench.report import MEBIBYTE, Report, aligned, piped
from bench.sides import Side


def side(name: str, release: str = "") -> Side:
    return Side(name, release, {}, lambda _corpus, _folder: None, ())


@pytest.fixture
def report() -> Report:
    results = Results(1000)
    for key, measure, seconds in (
        ("project", "cold", (3.0, 1.0, 2.0)),
        ("hugo", "cold", (4.0, 4.0, 4.0)),
        ("pelican", "cold", (250.4,)),
        ("project", "emptied", (1.0,)),
        ("project", "edit", (0.1134,)),
    ):
        for one in seconds:
            results.samples[measure, key].append(Sample(one, one / 2, 50 * MEBIBYTE))
    results.pages["project"] = Count(Counter({"articles": 1000, "other pages": 6}), MEBIBYTE)
    results.pages["hugo"] = Count(Counter({"articles": 1002}), 2 * MEBIBYTE)
    results.stages = {"reading": 3.0, "rendering": 1.0}
    found = {"project": side("Bảng Vàng"), "hugo": side("Hugo", "1.2"), "pelican": side("Pelican")}
    return Report(found, {"memory": "24 GiB"}, 3, [results])


def test_times_are_medians_with_ratios(report: Report) -> None:
    table = report.times(report.sizes[0])
    rows = {label: figures for label, *figures in reversed(table)}
    assert rows[""] == ["Bảng Vàng", "Hugo 1.2", "Pelican", "against Hugo", "against Pelican"]
    assert rows["full build, nothing kept"] == ["2.00", "4.00", "250", "0.500", "0.008"]
    assert rows["– processor seconds"] == ["1.00", "2.00", "125", "0.500", "0.008"]
    assert rows["one article edited"] == ["0.113", "–", "–", "–", "–"]


def test_who_keeps_nothing_is_compared_by_his_full_build(report: Report) -> None:
    rows = {row[0]: row[1:] for row in report.times(report.sizes[0])}
    assert rows["output emptied, store kept"] == ["1.00", "–", "–", "0.250", "0.004"]


def test_pages_show_differences_in_what_all_should_have(report: Report) -> None:
    rows = {row[0]: row[1:] for row in report.pages(report.sizes[0])}
    assert rows["articles"] == ["1,000", "1,002 (+2)", "–"]
    assert rows["other pages"] == ["6", "0", "–"]
    assert rows["MiB in all"] == ["1.00", "2.00", "–"]


def test_growth_needs_two_sizes(report: Report) -> None:
    assert report.growth() == []
    larger = Results(10_000)
    larger.samples["cold", "project"].append(Sample(30.0))
    report.sizes.append(larger)
    assert [row[1:] for row in report.growth()[0][1:]] == [
        ["2.00", "4.00", "250"],
        ["3.00", "–", "–"],
    ]


def test_it_is_written_for_people_and_machines(report: Report, tmp_path: Path) -> None:
    report.write(tmp_path / "new")
    markdown = (tmp_path / "new/peers.md").read_text("utf-8")
    assert "| full build, nothing kept | 2.00 | 4.00 | 250 | 0.500 | 0.008 |" in markdown
    assert "reading 75%, rendering 25%" in markdown
    assert "reading 75%, rendering 25%" in report.text()
    (size,) = json.loads((tmp_path / "new/peers.json").read_text("utf-8"))["sizes"]
    assert [one["seconds"] for one in size["samples"]["cold"]["project"]] == [3.0, 1.0, 2.0]
    assert size["pages"]["hugo"]["articles"] == 1002
    svg = ElementTree.parse(tmp_path / "new/peers.svg")
    told = " ".join(svg.getroot().itertext())
    assert "1,000 articles: full build, nothing kept" in told
    assert "250.40 s" in told


def test_tables_are_aligned_or_piped() -> None:
    rows = [["", "Hugo"], ["articles", "1,000"]]
    assert aligned(rows) == "           Hugo\narticles  1,000"
    assert piped(rows) == "|  | Hugo |\n| --- | ---: |\n| articles | 1,000 |"


def test_bars_are_as_long_as_their_values() -> None:
    svg = chart("<Đo>", [Group("A & B", (Bar("một", 4.0), Bar("hai", 1.0)))])
    bars = ElementTree.fromstring(svg).findall("{*}rect")[1:]
    longest, other = (float(bar.attrib["width"]) for bar in bars)
    assert longest == pytest.approx(4 * other)
