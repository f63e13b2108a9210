from __future__ import annotations

import pytest

from plugins.registry.localities import Locality, bare, read_locality, spelt_out


@pytest.mark.parametrize(
    ("text", "name", "above"),
    [
        ("Xã Đại Yên", "xã đại yên", ()),
        ("UBND xã Đại Yên", "xã đại yên", ()),
        ("Uỷ ban nhân dân  TT. Xuân Mai", "thị trấn xuân mai", ()),
        ("TT.Xuân Mai", "thị trấn xuân mai", ()),
        ("TP Hà Nội", "thành phố hà nội", ()),
        ("TP. Thủ Đức, TP. Hồ Chí Minh", "thành phố thủ đức", ("thành phố hồ chí minh",)),
        ("TX Sơn Tây", "thị xã sơn tây", ()),
        ("P. Chương Mỹ (Hà Nội)", "phường chương mỹ", ("hà nội",)),
        ("xã Đại Yên, huyện Chương Mỹ", "xã đại yên", ("huyện chương mỹ",)),
        ("xã Đại Yên huyện Chương Mỹ", "xã đại yên", ("huyện chương mỹ",)),
        (
            "xã Đại Yên thuộc huyện Chương Mỹ, TP Hà Nội",
            "xã đại yên",
            ("huyện chương mỹ", "thành phố hà nội"),
        ),
        ("Nhân dân và cán bộ xã Nam Cát", "xã nam cát", ()),
        ("Tỉnh Bà Rịa - Vũng Tàu", "tỉnh bà rịa - vũng tàu", ()),
        ("Xã Quảng Phú Cầu", "xã quảng phú cầu", ()),
        # No kind, no abbreviation: left as it is.
        ("Xuân Mai", "xuân mai", ()),
        ("Xã hội học", "xã hội học", ()),
        ("UBNDxã", "ubndxã", ()),
        ("", "", ()),
        (",;()", "", ()),
    ],
)
def test_names_as_people_write_them(text: str, name: str, above: tuple[str, ...]) -> None:
    assert read_locality(text) == Locality(name, above)


def test_the_kind_can_be_told_or_left_out() -> None:
    assert spelt_out("TT. Kim Bài") == spelt_out("Thị trấn Kim Bài") == "thị trấn kim bài"
    assert bare("Thành phố Hà Nội") == bare("TP Hà Nội") == bare("Hà Nội") == "hà nội"
