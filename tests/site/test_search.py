"""The search as part of the site: published whole with it, the same every time, or not at all."""

from __future__ import annotations

import gzip
import json
import subprocess
from typing import Any

import pytest

from plugins.portal.search import index
from tests.conftest import Built, Workshop, article

GONE = "Đoàn Thị Hiền Lương"  # of content/go-ten


def fragments(site: Built) -> dict[str, dict[str, Any]]:
    """Return what the index knows of each page, by its address."""
    found = {}
    for name, content in site.files().items():
        if name.endswith(".pf_fragment"):
            text = gzip.decompress(content).decode().removeprefix("pagefind_dcd")
            fragment = json.loads(text)
            found[fragment["url"]] = fragment
    return found


@pytest.fixture(scope="module")
def known(portal: Built) -> dict[str, dict[str, Any]]:
    return fragments(portal)


def test_pages_are_found_and_listings_are_not(known: dict[str, dict[str, Any]]) -> None:
    kinds = {address: fragment["filters"]["kind"] for address, fragment in known.items()}
    assert kinds["/tin/2022/12/chuong-my-khen-thuong-cai-cach-hanh-chinh-2022/"] == ["Tin, bài"]
    assert kinds["/don-vi/thi-tran-chuc-son/"] == ["Đơn vị"]
    assert kinds["/khen-thuong/giay-khen/"] == ["Danh hiệu"]
    assert kinds["/gioi-thieu/"] == ["Trang giới thiệu"]
    assert kinds["/bang-vang/2022/"] == ["Bảng vàng"]
    for address in ("/", "/tin/", "/tin/2022/", "/bang-vang/", "/don-vi/", "/theo-doi/"):
        assert address not in kinds
    assert not any("/trang-" in address for address in kinds)


def test_what_an_article_is_found_by(known: dict[str, dict[str, Any]]) -> None:
    fragment = known["/tin/2022/12/chuong-my-khen-thuong-cai-cach-hanh-chinh-2022/"]
    assert fragment["filters"]["year"] == ["2022"]
    assert fragment["filters"]["unit"] == ["Huyện Chương Mỹ"]
    assert fragment["meta"]["date"] == "22/12/2022"
    assert "9080" in fragment["content"]
    assert "Theo dõi tiếp" not in fragment["content"]
    assert "trong bài Thị trấn" not in fragment["content"]


def test_examples_of_the_data_find_nobody(known: dict[str, dict[str, Any]]) -> None:
    text = known["/du-lieu/"]["content"]
    assert "Từ điển dữ liệu" in text
    assert "Ví dụ:" not in text


def test_a_unit_and_those_after_it_are_found_by_its_name(known: dict[str, dict[str, Any]]) -> None:
    for address in ("/don-vi/thi-tran-chuc-son/", "/don-vi/phuong-chuong-my/"):
        assert "Thị trấn Chúc Sơn" in known[address]["content"]
        assert "Phường Chương Mỹ" in known[address]["content"]


def test_a_name_that_was_taken_out_is_not_in_the_index(
    portal: Built, known: dict[str, dict[str, Any]]
) -> None:
    assert known
    assert GONE not in json.dumps(known, ensure_ascii=False)
    for name, content in portal.files().items():
        if ".pf_" in name and "fragment" not in name:
            assert "hiền" not in gzip.decompress(content).decode("utf-8", "ignore"), name


def test_only_what_is_asked_for_is_published(portal: Built) -> None:
    names = {name for name in portal.files() if name.startswith("tim-kiem/chi-muc/")}
    assert {"tim-kiem/chi-muc/pagefind.js", "tim-kiem/chi-muc/pagefind-entry.json"} <= names
    assert not any(name.endswith((".css", "ui.js", "highlight.js")) for name in names)


def test_the_index_is_the_same_every_time(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        workshop.write(
            {
                f"tin/{2010 + number}/05/bai.md": article(
                    id=f"bai-{number}", date=f"{2010 + number}-05-06"
                )
            }
        )
    first = workshop.build(SEARCH=True).files()
    workshop.output.rename(workshop.folder / "lan-truoc")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    second = workshop.build(SEARCH=True).files()
    assert sum("/filter/" in name for name in first) == 3
    assert second == first


def test_a_site_may_have_no_search(workshop: Workshop) -> None:
    site = workshop.build({"tin/2024/05/bai-mot.md": article()})
    assert not site.exists("/tim-kiem/")
    assert site.page("/").select("form") == []
    site = workshop.build(SEARCH=True)
    form = site.page("/").select_one("form")
    assert form is not None
    assert form["action"] == "/tim-kiem/"
    assert len(site.page("/tim-kiem/").select("form")) == 1


@pytest.mark.parametrize("output", ["", "x"])
def test_without_an_index_nothing_is_published(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    before = workshop.build({"tin/2024/05/bai-mot.md": article()}, SEARCH=True).files()

    def fail(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, output, "không chạy được")

    monkeypatch.setattr(index.subprocess, "run", fail)
    changed = {"tin/2024/05/bai-mot.md": article("Đoạn khác.")}
    with pytest.raises(SystemExit) as refused:
        workshop.build(changed, SEARCH=True)
    assert refused.value.code == 2
    assert "Không lập được chỉ mục tìm kiếm (Pagefind, mã 1: không chạy được)" in str(refused.value)
    assert {
        name: text for name, text in workshop_files(workshop).items() if name in before
    } == before


def workshop_files(workshop: Workshop) -> dict[str, bytes]:
    return Built(workshop.output, "").files()


def test_below_a_path_results_lead_there(workshop: Workshop) -> None:
    site = workshop.build(
        {"tin/2024/05/bai-mot.md": article()},
        SEARCH=True,
        SITEURL="https://bang-vang.example/cong",
    )
    form = site.page("/tim-kiem/").select_one("main form")
    assert form is not None
    assert (form["data-bundle"], form["data-base"]) == ("/cong/tim-kiem/chi-muc/", "/cong/")
