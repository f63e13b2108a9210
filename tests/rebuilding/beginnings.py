"""The project that a sequence of edits begins with."""

from __future__ import annotations

import io
import re
from random import Random

from PIL import Image

from tests.rebuilding import phrases
from tests.rebuilding.content import (
    CAMPAIGNS,
    NEWS,
    PAGES,
    PICTURES,
    TAKEDOWNS,
    TITLES,
    UNITS,
    Content,
    Entry,
)
from tests.rebuilding.scene import State

KINDS = (
    "tin", "phát động", "kế hoạch", "giao ước", "kiểm tra", "khen thưởng", "hội thi", "xếp hạng",
    "lấy ý kiến",
)  # fmt: skip
# Localities that need no file, and one that has one.
UNIT_NAMES = (
    "@don-vi:huyen-thanh-oai", "Huyện Thanh Oai", "Thị trấn Kim Bài", "Xã Bích Hòa, Hà Nội",
    "Thành phố Hà Nội", "@don-vi:phong-noi-vu", "@don-vi:xa-tam-hung",
)  # fmt: skip
_ENVIRONMENT = {"SITEURL": "https://bang-vang.example", "ALLOW_LOSS": "1"}
_SETTINGS = {"PAGE_SIZE": "3", "ROLL_PAGE_SIZE": "4"}


def first_state(draw: Random, settings: str, articles: int, *, search: bool) -> State:
    """Return a small project: few of everything, and lists of several pages all the same."""
    for name, value in {**_SETTINGS, "SEARCH": str(search)}.items():
        settings = with_value(settings, name, value)
    content = Content()
    content.entries = [*_units(draw), *_campaigns(draw), *_others(draw)]
    content.pictures["mot-cua.png"] = picture(draw)
    for number in range(1, articles + 1):
        content.entries.append(article(draw, f"bai-{number}"))
    return State(content, {"pelicanconf.py": settings.encode()}, dict(_ENVIRONMENT))


def with_value(settings: str, name: str, value: str) -> str:
    """Return the text of the settings with another value of one of them."""
    text, count = re.subn(rf"(?m)^{name} = .*$", f"{name} = {value}", settings)
    assert count == 1, name
    return text


def article(draw: Random, name: str) -> Entry:
    """Return an article of a day between 2024 and the beginning."""
    year = draw.choice((2024, 2024, 2025, 2026))
    month = draw.randint(3, 6) if year == 2024 else draw.randint(1, 11)
    front = {
        "id": name,
        "title": phrases.title(draw),
        "date": f"{year}-{month:02}-{draw.randint(1, 28):02} {draw.randint(6, 20):02}:30",
        "kind": draw.choice(KINDS),
        "unit": draw.sample(UNIT_NAMES, draw.choice((1, 1, 2))),
        "summary": phrases.summary(draw),
    }
    if draw.randrange(2):
        front["campaign"] = [draw.choice(("@phong-trao:thi-dua-2024", "@phong-trao:so-hoa-2026"))]
    if not draw.randrange(4):
        front["picture"] = "@anh:mot-cua"
    return Entry(NEWS, name, front, [phrases.paragraph(draw) for _ in range(draw.randint(1, 4))])


def picture(draw: Random, kind: str = "PNG") -> bytes:
    """Return a small picture of any colour."""
    stream = io.BytesIO()
    size = (draw.randint(2, 40), draw.randint(2, 40))
    Image.new("RGB", size, (draw.randrange(256), 90, 90)).save(stream, kind)
    return stream.getvalue()


def picture_record(draw: Random, slug: str, file: str) -> Entry:
    """Return the record of a picture."""
    front = {
        "file": file,
        "alt": f"Ảnh của xã {draw.choice(phrases.COMMUNES)}",
        "caption": f"Cảnh {draw.choice(phrases.SUBJECTS)}.",
        "credit": draw.choice(phrases.PERSONS),
        "licence": "CC BY 4.0",
    }
    return Entry(PICTURES, slug, front)


def unit(slug: str, name: str, kind: str, draw: Random, **more: object) -> Entry:
    """Return a unit."""
    front = {"name": name, "kind": kind, **more, "summary": phrases.summary(draw)}
    return Entry(UNITS, slug, front, [phrases.plain(draw)])


def campaign(slug: str, name: str, draw: Random, **more: object) -> Entry:
    """Return a campaign of the district with a target and prizes."""
    front = {
        "name": name,
        "unit": "Huyện Thanh Oai",
        **more,
        "targets": [{"comparator": "tối thiểu", "quantity": "97%", "object": phrases.TARGET}],
        "prizes": [{"group": "Xã", "prize": "giải Nhất", "count": 1}],
        "summary": phrases.summary(draw),
    }
    return Entry(CAMPAIGNS, slug, front, [phrases.plain(draw)])


def _units(draw: Random) -> list[Entry]:
    above = "@don-vi:huyen-thanh-oai"
    return [
        unit("huyen-thanh-oai", "Huyện Thanh Oai", "huyện", draw),
        unit("phong-noi-vu", "Phòng Nội vụ huyện Thanh Oai", "cơ quan", draw, parent=above),
        unit("xa-tam-hung", "Xã Tam Hưng", "xã", draw, parent=above, until="2025-06-30"),
        unit(
            "cum-thi-dua-so-1",
            "Cụm thi đua số 1 huyện Thanh Oai",
            "cụm thi đua",
            draw,
            parent=above,
            members=["@don-vi:phong-noi-vu", "@don-vi:xa-tam-hung"],
            head="@don-vi:phong-noi-vu",
        ),
    ]


def _campaigns(draw: Random) -> list[Entry]:
    return [
        campaign(
            "thi-dua-2024",
            "Thi đua cải cách hành chính năm 2024",
            draw,
            plan="Kế hoạch số 26/KH-UBND ngày 01/3/2024",
            start="2024-03-10",
            end="2024-11-30",
        ),
        campaign(
            "so-hoa-2026", "Số hóa hồ sơ năm 2026", draw, start="2026-01-15", end="2026-12-10"
        ),
    ]


def _others(draw: Random) -> list[Entry]:
    return [
        Entry(TITLES, "giay-khen", {"summary": phrases.summary(draw)}, [phrases.plain(draw)]),
        Entry(
            PAGES,
            "gioi-thieu",
            {"title": "Giới thiệu", "summary": phrases.summary(draw)},
            [phrases.plain(draw)],
        ),
        Entry(
            TAKEDOWNS, "so-1", {"name": phrases.PERSONS[-1], "date": "2026-11-18"}, ["Thư riêng."]
        ),
        picture_record(draw, "mot-cua", "mot-cua.png"),
    ]
