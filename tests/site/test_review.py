"""What staff should look at is kept beside the ledger and printed by `make review`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, Workshop, article

INCOMPLETE = "Câu đầu.\n\nHội nghị nhắc lại Quyết định số 31 về khen thưởng."
COMPLETE = "Kế hoạch số 5/KH-UBND ngày 02/3/2024 của UBND huyện Thanh Oai."


def review(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "plugins.desk.review", str(file)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


def test_an_incomplete_citation_is_told_with_its_line(workshop: Workshop) -> None:
    site = workshop.build({"tin/2024/05/mot.md": article(INCOMPLETE)})
    assert "1 việc nên xem lại: make review" in site.log.splitlines()
    run = review(workshop.folder / "can-xem-lai.md")
    assert run.returncode == 0
    assert "`content/tin/2024/05/mot.md:11` “Quyết định số 31”" in run.stdout
    assert "ký hiệu và ngày ban hành và cơ quan ban hành" not in run.stdout
    assert "ký hiệu, ngày ban hành và cơ quan ban hành" in run.stdout


def test_a_day_that_no_calendar_has_is_named(workshop: Workshop) -> None:
    workshop.build({"tin/2024/05/mot.md": article(COMPLETE.replace("02/3", "32/3"))})
    said = review(workshop.folder / "can-xem-lai.md").stdout
    assert "“Kế hoạch số 5/KH-UBND ngày 32/3/2024”: không có ngày này trong lịch." in said
    assert "chưa nêu ngày ban hành" not in said


def test_with_nothing_to_look_at_a_build_says_nothing(workshop: Workshop) -> None:
    site = workshop.build({"tin/2024/05/mot.md": article(COMPLETE)})
    assert "make review" not in site.log
    assert "không có" in review(workshop.folder / "can-xem-lai.md").stdout


def test_drafts_are_neither_remarked_nor_published(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "tin/2024/05/mot.md": article(COMPLETE),
            "tin/2024/05/nhap.md": article(INCOMPLETE, id="nhap", status="draft"),
        }
    )
    assert "make review" not in site.log
    assert not any("can-xem-lai" in name for name in site.files())


def test_before_the_first_build_there_is_nothing_to_print(workshop: Workshop) -> None:
    run = review(workshop.folder / "can-xem-lai.md")
    assert run.returncode == 2
    assert "make site" in run.stderr


def test_what_is_to_be_looked_at_does_not_depend_on_what_was_kept(workshop: Workshop) -> None:
    """Nor where two articles have one id, which is refused: each comes when it has been read."""
    first, second = "tin/2024/05/mot.md", "tin/2024/05/hai.md"
    body = "Theo Kế hoạch số 30/KH-UBND ngày 24/5/2023."
    workshop.refusal({first: article(body), second: article(body)})
    told = []
    for path in (first, second):
        file = workshop.content / path
        file.write_text(file.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")
        workshop.refusal()
        told.append((workshop.folder / "can-xem-lai.md").read_text("utf-8"))
    workshop.refusal(STORE=str(workshop.folder / "khac.sqlite"))
    told.append((workshop.folder / "can-xem-lai.md").read_text("utf-8"))
    assert "30/KH-UBND" in told[0]
    assert len(set(told)) == 1
