"""Texts that cannot speak of awards are told at a glance."""

from __future__ import annotations

import pytest

from plugins.awards import read_text
from plugins.awards.passages import Passages


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        ("Xã được tặng Giấy khen.", True),
        ("Đội xã Tân Lập về nhì, đội xã An Bình về ba.", True),
        ("Ba đội nhất, nhì\nvà ba nhận quà.", True),
        ("Nhìn chung, người dân hài lòng; xã nhìn nhận rõ việc chưa tốt.", False),
        ("Đội An Bình đoạt giải của Sở.", True),
        ("Sở giải quyết hồ sơ và tìm giải\u00a0pháp.", False),
        ("Thủ tục được rút gọn còn ba ngày.", False),
        ("HUY\u00a0 CHƯƠNG về với xã An Bình.", True),
        ("Xã phát huy vai trò, huy động chị em.", False),
        ("Khu phố được công nhận là tổ dân phố  văn hóa.", True),
        ("Ngành đón thêm một NNƯT.", True),
        (" nhìn lại, nhì", True),
        (" nhì", False),
    ],
)
def test_words_of_awards(words: str, speaks: bool) -> None:
    passages = Passages(read_text(words))
    assert passages.speaks is speaks
    assert passages.tells(0) is speaks
