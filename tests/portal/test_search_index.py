"""The index of the search: what Pagefind is given, and its files in one order."""

from __future__ import annotations

import gzip
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.portal.contexts import Findable, PageInfo
from plugins.portal.search.canonical import UnknownFormatError, _decoded, _encoded, canonical
from plugins.portal.search.index import entry

PAGE = '<header>Đầu trang</header><main id="x"><h1>Đoàn Hoà</h1><p>Số &lt; 5.</p></main><footer>'
VALUES = st.recursive(
    st.integers(0, 2**40) | st.text(max_size=300), lambda one: st.lists(one, max_size=30)
)


def info(**facts: object) -> PageInfo:
    return PageInfo("Tựa <1>", "Tóm tắt", "/x/", findable=Findable("Đơn vị", **facts))  # type: ignore[arg-type]


def test_pagefind_reads_the_main_part_alone() -> None:
    text = entry(PAGE, info(date=date(2024, 5, 6), units=("Xã A",), words=("Tên cũ",)))
    assert "Đầu trang" not in text
    assert '<main id="x" data-pagefind-body><h1>Đoàn Hoà</h1><p>Số &lt; 5.</p><p ' in text
    for words in (
        '"kind[content]" content="Đơn vị"',
        '"year[content]" content="2024"',
        '"unit[content]" content="Xã A"',
        '"date[content]" content="06/05/2024"',
        '"title[content]" content="Tựa &lt;1&gt;"',
        "Tên cũ",
    ):
        assert words in text


def test_words_are_there_as_readers_type_them() -> None:
    unseen = entry(PAGE, info()).partition("⁂")[2]
    assert unseen.startswith("  doàn hòa</p>")


@given(VALUES)
def test_the_format_is_read_as_it_is_written(value: object) -> None:
    data = _encoded(value)
    assert _decoded(data, 0) == (value, len(data))


def files(order: int) -> dict[str, bytes]:
    def packed(value: object) -> bytes:
        return gzip.compress(b"pagefind_dcd" + _encoded(value), mtime=abs(order))

    values = [["2022", [1, 2]], ["2021", [3]]][::order]
    filters = [["year", f"vi_a{order}"], ["kind", f"vi_b{order}"]][::order]
    contents = {"languages": {"vi": {"hash": f"vi_m{order}", "page_count": 1}}}
    return {
        "pagefind-entry.json": json.dumps(contents).encode(),
        f"pagefind.vi_m{order}.pf_meta": packed(["1.5.2", [], [], filters, [], []]),
        f"filter/vi_a{order}.pf_filter": packed(["year", values]),
        f"filter/vi_b{order}.pf_filter": packed(["kind", []]),
        "fragment/vi_1.pf_fragment": b"x",
    }


def test_the_order_of_filters_leaves_no_trace() -> None:
    one, other = canonical(files(1)), canonical(files(-1))
    assert one == other
    assert len(one) == 5
    assert json.loads(one["pagefind-entry.json"])["languages"]["vi"]["page_count"] == 1


@pytest.mark.parametrize("broken", ["pagefind-entry.json", "pagefind.vi_m1.pf_meta"])
def test_another_format_is_refused(broken: str) -> None:
    with pytest.raises(UnknownFormatError):
        canonical(files(1) | {broken: b"{}"})
