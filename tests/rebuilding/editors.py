"""Edits of everything beside the articles: units, campaigns, titles, pages, pictures, requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.rebuilding import beginnings, phrases
from tests.rebuilding.content import (
    CAMPAIGNS,
    NEWS,
    PAGES,
    PICTURES,
    TAKEDOWNS,
    TITLES,
    UNITS,
    Entry,
    written,
)
from tests.rebuilding.scene import DAY, Scene

_MOST = 6  # entries of a kind that are added


def edit_unit(scene: Scene) -> str:
    """Change one thing about a unit."""
    draw, units = scene.draw, scene.content.of(UNITS)
    if not units:
        return ""
    one = draw.choice(units)
    others = [f"@don-vi:{other.slug}" for other in units if other is not one]
    values: dict[str, Any] = {
        "summary": phrases.summary(draw),
        "aliases": draw.choice(([], [f"{one.front['name']} (cũ)"], ["TO", "Đơn vị TO"])),
        "until": draw.choice((None, "2025-06-30", "2026-12-03")),
        "successors": draw.sample(["Xã Thanh Oai, Hà Nội", *others], draw.choice((0, 1))),
        "website": draw.choice((None, "https://example.org/")),
        "phone": draw.choice((None, "024 3333 4444")),
        "address": draw.choice((None, "Kim Bài, Thanh Oai")),
        "name": draw.choice((one.front["name"], one.front["name"].split(" (")[0] + " (mới)")),
        "body": None,
    }
    return _change(one, values, scene)


def add_unit(scene: Scene) -> str:
    """Describe a school in a file of its own."""
    number = scene.draw.randrange(_MOST)
    school = beginnings.unit(
        f"truong-{number}",
        f"Trường Tiểu học Số {number}",
        "trường học",
        scene.draw,
        parent="@don-vi:xa-tam-hung",
    )
    return _added(school, scene)


def edit_campaign(scene: Scene) -> str:
    """Change one thing about a campaign."""
    draw, campaigns = scene.draw, scene.content.of(CAMPAIGNS)
    if not campaigns:
        return ""
    one = draw.choice(campaigns)
    target = {
        "comparator": draw.choice(("tối thiểu", "không quá", "đạt")),
        "quantity": draw.choice(("97%", "90%", "15 phút")),
        "object": draw.choice((phrases.TARGET, "thời gian tìm một hồ sơ")),
        **draw.choice(({}, {"deadline": "2026-12-05"})),
    }
    prize = {"group": "Xã", "prize": f"giải {draw.choice(phrases.PLACES)}", "count": 2}
    values: dict[str, Any] = {
        "summary": phrases.summary(draw),
        "targets": [*one.front["targets"][:1], target],
        "prizes": draw.sample([prize, {**prize, "group": "Phòng, ban"}], draw.choice((0, 1, 2))),
        "start": draw.choice(("2024-03-10", "2024-02-01", None)),
        "end": draw.choice((written(scene.now + draw.randint(-3, 9) * DAY)[:10], None)),
        "plan": draw.choice((None, "Kế hoạch số 26/KH-UBND ngày 01/3/2024")),
        "aliases": draw.choice(([], [f"Đợt {one.slug}"])),
        "participants": draw.choice((None, f"Các phòng, ban; bà {draw.choice(phrases.PERSONS)}")),
        "name": one.front["name"].split(" (")[0] + draw.choice(("", " (điều chỉnh)")),
        "unit": draw.choice(("Huyện Thanh Oai", "Thành phố Hà Nội")),
        "body": None,
    }
    return _change(one, values, scene)


def add_campaign(scene: Scene) -> str:
    """Begin a campaign, part of another or not."""
    number = scene.draw.randrange(_MOST)
    above = scene.draw.choice(("@phong-trao:thi-dua-2024", None))
    one = beginnings.campaign(
        f"dot-{number}", f"Đợt thi đua số {number}", scene.draw, start="2026-11-01", parent=above
    )
    return _added(one, scene)


def edit_title(scene: Scene) -> str:
    """Write about an award title, change that, or take it away."""
    slug = scene.draw.choice(("giay-khen", "bang-khen", "xep-hang", "giai-thuong"))
    known = scene.content.find(TITLES, slug)
    if known and scene.chance(0.3):
        return _removed(known, scene)
    if known:
        return _change(known, {"summary": phrases.summary(scene.draw), "body": None}, scene)
    front = {"summary": phrases.summary(scene.draw)}
    return _added(Entry(TITLES, slug, front, [phrases.plain(scene.draw)]), scene)


def edit_page(scene: Scene) -> str:
    """Write a page, change it, or take it away."""
    slug = scene.draw.choice(("gioi-thieu", "lien-he", "ban-quyen"))
    known = scene.content.find(PAGES, slug)
    if known and scene.chance(0.2):
        return _removed(known, scene)
    title = f"Trang {scene.draw.randint(1, 9)}"
    if known:
        values = {"title": title, "summary": phrases.summary(scene.draw), "body": None}
        return _change(known, values, scene)
    front = {"title": title, "summary": phrases.summary(scene.draw)}
    return _added(Entry(PAGES, slug, front, [phrases.plain(scene.draw)]), scene)


def edit_takedown(scene: Scene) -> str:
    """Ask for a name to be taken out, change where, or take the request back."""
    draw = scene.draw
    slug = f"so-{draw.randint(1, 3)}"
    known = scene.content.find(TAKEDOWNS, slug)
    if known and scene.chance(0.4):
        return _removed(known, scene)
    articles = [one.front["id"] for one in scene.content.of(NEWS)]
    values: dict[str, Any] = {
        "name": draw.choice(phrases.PERSONS),
        "articles": draw.sample(articles, min(draw.choice((0, 0, 2)), len(articles))),
        "unit": draw.choice((None, "Huyện Thanh Oai")),
        "keep": draw.choice(([], [f"{draw.choice(phrases.PERSONS)} Minh"])),
    }
    if known:
        return _change(known, values, scene)
    return _added(Entry(TAKEDOWNS, slug, {**values, "date": "2026-11-20"}, ["Thư."]), scene)


def edit_picture(scene: Scene) -> str:
    """Change what is said of a picture or the picture itself, add one, or take one away."""
    draw, pictures = scene.draw, scene.content.of(PICTURES)
    if not pictures or draw.randrange(4) == 0:
        slug, ending = f"anh-{draw.randrange(3)}", draw.choice(("png", "webp"))
        if scene.content.find(PICTURES, slug):
            return ""
        data = beginnings.picture(draw, ending.upper())
        scene.content.pictures[f"{slug}.{ending}"] = data
        return _added(beginnings.picture_record(draw, slug, f"{slug}.{ending}"), scene)
    one = draw.choice(pictures)
    name = one.front["file"]
    if scene.chance(0.4):
        kind = "WEBP" if name.endswith("webp") else "PNG"
        scene.content.pictures[name] = beginnings.picture(draw, kind)
        return f"{name}: bytes"
    if scene.chance(0.2):
        del scene.content.pictures[name]
        return _removed(one, scene)
    return _change(one, beginnings.picture_record(draw, one.slug, name).front, scene)


def remove_entry(scene: Scene) -> str:
    """Delete a unit or a campaign; references to it go as well."""
    entries = [one for one in scene.content.entries if one.kind in (UNITS, CAMPAIGNS)]
    if len(entries) < 4:
        return ""
    one = scene.draw.choice(entries)
    for article in scene.content.of(NEWS):
        if f"@{one.kind}:{one.slug}" in (article.front.get("campaign") or []):
            article.front.pop("reports", None)
        # Whatever the unit was: every article has one.
        article.front["unit"] = [*article.front["unit"], "Huyện Thanh Oai"]
        article.front["unit"] = list(dict.fromkeys(article.front["unit"]))
    return _removed(one, scene)


def rename_entry(scene: Scene) -> str:
    """Change a unit's or campaign's slug, here and wherever it is referred to."""
    draw = scene.draw
    one = draw.choice([one for one in scene.content.entries if one.kind in (UNITS, CAMPAIGNS)])
    old, new = one.slug, f"{one.slug.removesuffix('-moi')}{draw.choice(('', '-moi'))}"
    if scene.content.find(one.kind, new):
        return ""
    one.slug = new
    for other in scene.content.entries:
        other.front = {
            key: _replaced(value, f"@{one.kind}:{old}", f"@{one.kind}:{new}")
            for key, value in other.front.items()
        }
        other.body = [
            part.replace(f"({one.kind}:{old})", f"({one.kind}:{new})") for part in other.body
        ]
    return f"{one.kind}/{old}: becomes {new}"


def _replaced(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return [_replaced(one, old, new) for one in value]
    return new if value == old else value


def _change(one: Entry, values: dict[str, Any], scene: Scene) -> str:
    key = scene.draw.choice(sorted(values))
    if key == "body":
        one.body = [phrases.paragraph(scene.draw)]
    else:
        one.front[key] = values[key]
    return f"{one.kind}/{one.slug}: {key}"


def _added(one: Entry, scene: Scene) -> str:
    if scene.content.find(one.kind, one.slug):
        return ""
    scene.content.entries.append(one)
    return f"{one.kind}/{one.slug}: add"


def _removed(one: Entry, scene: Scene) -> str:
    scene.content.entries.remove(one)
    return f"{one.kind}/{one.slug}: remove"


EDITS: tuple[Callable[[Scene], str], ...] = (
    edit_unit, edit_unit, add_unit, edit_campaign, edit_campaign, add_campaign, edit_title,
    edit_page, edit_takedown, edit_picture, edit_picture, remove_entry, rename_entry,
)  # fmt: skip
