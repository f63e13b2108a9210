"""A rebuild equals a clean build, byte for byte, whatever was edited before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import UNIT, Workshop, article, files_below

BODIES = (
    "Bài có một đoạn.",
    "Chủ tịch UBND huyện tặng Giấy khen cho 2 tập thể: xã Bích Hòa và xã Cao Viên.",
    "Theo Kế hoạch số 5/KH-UBND ngày 3/2/2024 của UBND huyện Thanh Oai, tỷ lệ đạt 97%.",
    "Sở Nội vụ tặng Bằng khen cho bà Lê Thị Mận.\n\n| Nội dung | Số |\n|---|---|\n| Hồ sơ | 5 |",
)
CAMPAIGN = (
    "---\nname: Thi đua năm 2024\nunit: Huyện Thanh Oai\n{extra}"
    "summary: Phong trào thi đua của huyện trong năm 2024, để kiểm tra.\n---\n"
)
SUMMARIES = (
    "Một huyện ở phía nam thành phố Hà Nội, kết thúc hoạt động năm 2025.",
    "Một huyện cũ của thành phố Hà Nội, nay là bốn xã mới.",
)
names = st.sampled_from(("nen", "mot", "hai"))
writes = st.tuples(
    st.just("write"),
    names,
    st.sampled_from(BODIES),
    st.sampled_from(("2024-05-06", "2024-05-20 08:00", "2024-05-31")),
    st.sampled_from(("Huyện Thanh Oai", '"Xã Bích Hòa, Hà Nội"')),
    st.sampled_from(("", "thi-dua-2024")),
    st.sampled_from(("", "draft")),
)
edits = writes | st.one_of(
    writes,
    st.tuples(st.just("delete"), names),
    st.tuples(st.just("touch"), names),
    st.tuples(st.just("rename"), names, names),
    st.tuples(st.just("unit"), st.sampled_from(SUMMARIES)),
    st.tuples(st.just("campaign"), st.sampled_from(("", "end: 2024-12-31\n"))),
)


def edit(content: Path, kind: str, *what: str) -> None:
    """Make one edit as an author would; files look as if time had passed between edits."""
    folder = content / "tin/2024/05"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{what[0]}.md" if kind in ("write", "delete", "touch", "rename") else content
    if kind == "write":
        name, body, day, unit, campaign, status = what
        text = article(
            body,
            id=name,
            title=f"Bài {name}",
            date=day,
            unit=unit,
            campaign=campaign,
            status=status,
        )
        file.write_text(text, "utf-8")
    elif kind == "delete":
        file.unlink(missing_ok=True)
    elif kind == "touch" and file.exists():
        os.utime(file)
    elif kind == "rename" and file.exists():
        file.rename(folder / f"{what[1]}.md")
    elif kind == "unit":
        (content / "don-vi/huyen-thanh-oai.md").write_text(
            UNIT.replace(SUMMARIES[0], what[0]), "utf-8"
        )
    elif kind == "campaign":
        (content / "phong-trao").mkdir(exist_ok=True)
        text = CAMPAIGN.format(extra=what[0])
        (content / "phong-trao/thi-dua-2024.md").write_text(text, "utf-8")
    for path in folder.glob("*.md"):
        state = path.stat()
        os.utime(path, (state.st_atime - 60, state.st_mtime - 60))


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(edits, min_size=10, max_size=14))
def test_a_rebuild_equals_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, sequence: list[tuple[str, ...]]
) -> None:
    workshop = Workshop(tmp_path_factory.mktemp("rebuild"))
    edit(workshop.content, "campaign", "")
    edit(workshop.content, "write", "nen", BODIES[1], "2024-05-06", "Huyện Thanh Oai", "", "")
    for number, step in enumerate(sequence):
        edit(workshop.content, *step)
        workshop.build(ALLOW_LOSS=True)
        if number % 3 == 0 or number + 1 == len(sequence):
            rebuilt = files_below(workshop.output)
            # The same output, since addresses of earlier builds are remembered there.
            workshop.build(ALLOW_LOSS=True, STORE=str(workshop.folder / f"{number}.sqlite"))
            assert files_below(workshop.output) == rebuilt
