"""Edits of articles, as their authors make them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.rebuilding import beginnings, phrases
from tests.rebuilding.content import NEWS, PICTURES, Content, Entry, moment, written
from tests.rebuilding.scene import DAY, Scene


def edit_article(scene: Scene) -> str:
    """Change one thing about one article."""
    articles = scene.content.of(NEWS)
    if not articles:
        return ""
    article, change = scene.draw.choice(articles), scene.draw.choice(_CHANGES)
    change(article, scene.draw, scene.content)
    return f"{article.front['id']}: {change.__name__}"


def edit_words(scene: Scene) -> str:
    """Change nothing but words of an article's text, the commonest edit of all."""
    articles = scene.content.of(NEWS)
    if not articles:
        return ""
    article = scene.draw.choice(articles)
    place = scene.draw.randrange(len(article.body) + 1)
    words = scene.draw.choice(phrases.WORDS)
    if place == len(article.body):
        article.body.append(words)
    elif article.body[place] in phrases.WORDS:
        article.body[place] = words
    elif article.body[place][-1] == "." and not article.body[place].startswith("[^"):
        article.body[place] += f" {words}"
    else:
        article.body.insert(place, words)
    return f"{article.front['id']}: words at {place}"


def append(article: Entry, draw: Random, _: Content) -> None:
    article.body.append(phrases.paragraph(draw))


def insert_before(article: Entry, draw: Random, _: Content) -> None:
    article.body.insert(0, phrases.plain(draw))


def exchange(article: Entry, draw: Random, _: Content) -> None:
    place = draw.randrange(len(article.body))
    article.body[place] = phrases.exchanged(article.body[place], draw)


def remove(article: Entry, draw: Random, _: Content) -> None:
    if len(article.body) > 1:
        del article.body[draw.randrange(len(article.body))]


def turn_round(article: Entry, _draw: Random, _: Content) -> None:
    article.body.reverse()


def link(article: Entry, draw: Random, content: Content) -> None:
    kinds = ("tin", "don-vi", "phong-trao", "trang")
    target = draw.choice([one for one in content.entries if one.kind in kinds])
    name = target.front["id"] if target.kind == NEWS else target.slug
    article.body.append(f"Xem thêm [bài trước]({target.kind}:{name}) để rõ.")


def show_picture(article: Entry, draw: Random, content: Content) -> None:
    if pictures := content.of(PICTURES):
        article.body.insert(draw.randint(0, 1), f"![](anh/{draw.choice(pictures).slug})")


def lead_picture(article: Entry, draw: Random, content: Content) -> None:
    names = [f"@anh:{one.slug}" for one in content.of(PICTURES)]
    article.front["picture"] = draw.choice([*names, None])


def retitle(article: Entry, draw: Random, _: Content) -> None:
    article.front["title"] = phrases.title(draw)


def resume(article: Entry, draw: Random, _: Content) -> None:
    article.front["summary"] = phrases.summary(draw)


def redate(article: Entry, draw: Random, _: Content) -> None:
    """Move an article by minutes, days or months, but never into the future."""
    if article.front.get("status") == "scheduled":
        return
    step = draw.choice((60, 3600, DAY, 40 * DAY, 400 * DAY)) * draw.choice((-1, 1))
    there = moment(article.front["date"]) + step
    latest = min(_latest(article), moment("2026-11-30"))
    article.front["date"] = written(max(moment("2024-01-02"), min(there, latest)))


def _latest(article: Entry) -> float:
    """Return the last moment that an article may be of: it is neither changed nor over before."""
    keys = ("modified", "expires")
    return min((moment(article.front[key]) for key in keys if article.front.get(key)), default=9e9)


def modify(article: Entry, draw: Random, _: Content) -> None:
    after = moment(article.front["date"]) + draw.choice((3600, 3 * DAY, 90 * DAY))
    article.front["modified"] = draw.choice((None, written(after), written(after)))


def units(article: Entry, draw: Random, content: Content) -> None:
    described = [f"@don-vi:{one.slug}" for one in content.of("don-vi")]
    article.front["unit"] = ["Huyện Thanh Oai"] if draw.randrange(2) else []
    article.front["unit"] += draw.sample([*beginnings.UNIT_NAMES[2:5], *described], 2)


def campaigns(article: Entry, draw: Random, content: Content) -> None:
    names = [f"@phong-trao:{one.slug}" for one in content.of("phong-trao")]
    article.front["campaign"] = draw.sample(names, min(draw.choice((0, 1, 1, 2)), len(names)))
    article.front.pop("reports", None)


def titles(article: Entry, draw: Random, _: Content) -> None:
    names = ("Giấy khen", "Bằng khen", "Lao động tiên tiến", "Huân chương Lao động")
    article.front["award"] = draw.sample(names, draw.choice((0, 1, 2)))


def author(article: Entry, draw: Random, _: Content) -> None:
    article.front["author"] = draw.choice((*phrases.PERSONS, None))
    article.front["author_unit"] = draw.choice(("Phòng Văn hóa", "Báo huyện", None))


def source(article: Entry, draw: Random, _: Content) -> None:
    article.front["source"] = draw.choice(
        (
            None,
            {"name": "Báo Hà Nội"},
            {"name": "Cổng thông tin huyện Thanh Oai", "url": "https://example.org/tin"},
        )
    )


def correct(article: Entry, draw: Random, _: Content) -> None:
    day = moment(article.front["date"]) + draw.randint(1, 20) * DAY
    corrections = article.front.setdefault("corrections", [])
    text = f"Tên đúng là {draw.choice(phrases.PERSONS)}."
    if len(corrections) > 1:
        corrections.clear()
    else:
        corrections.append({"date": written(day)[:10], "text": text})


def report(article: Entry, draw: Random, content: Content) -> None:
    """State a figure for the first target of the article's campaign, or none any more."""
    named = article.front.get("campaign") or []
    found = content.find("phong-trao", named[0].partition(":")[2]) if len(named) == 1 else None
    if found and found.front.get("targets"):
        value = draw.choice((f"{draw.randint(80, 99)}%", "không"))
        article.front["reports"] = draw.choice(([{"target": "1", "value": value}], []))


def kind(article: Entry, draw: Random, _: Content) -> None:
    article.front["kind"] = draw.choice(beginnings.KINDS)


def status(article: Entry, draw: Random, _: Content) -> None:
    if article.front.get("status") != "scheduled":
        article.front["status"] = draw.choice((None, None, "draft", "withdrawn"))


def rename(article: Entry, draw: Random, content: Content) -> None:
    """Give the file another name, which is the article's address; its id stays."""
    slug = f"{article.front['id']}-{draw.choice(('moi', 'cu', 'sua', 'lai'))}"
    slug = draw.choice((slug, article.front["id"]))
    if all(one.slug != slug for one in content.of(NEWS)):
        article.slug = slug


def change_places(article: Entry, draw: Random, content: Content) -> None:
    """Let two articles exchange their addresses, or as much of them as they can."""
    other = draw.choice(content.of(NEWS))
    article.slug, other.slug = other.slug, article.slug


_CHANGES: tuple[Callable[[Entry, Random, Content], None], ...] = (
    append, append, insert_before, insert_before, exchange, exchange, exchange, remove, turn_round,
    link, link, show_picture, lead_picture, retitle, resume, redate, redate, modify, units,
    campaigns, titles, author, source, correct, report, kind, status, rename, change_places,
)  # fmt: skip


def add_article(scene: Scene) -> str:
    """Write a new article."""
    articles = scene.content.of(NEWS)
    if len(articles) >= scene.most:
        return delete_article(scene)
    taken = {one.front["id"] for one in articles} | {one.slug for one in articles}
    free = [name for number in range(1, 2 * scene.most) if (name := f"bai-{number}") not in taken]
    article = beginnings.article(scene.draw, scene.draw.choice(free))
    scene.content.entries.append(article)
    return f"{article.slug}: add"


def delete_article(scene: Scene) -> str:
    """Delete an article's file."""
    articles = scene.content.of(NEWS)
    if len(articles) < 3:
        return ""
    article = scene.draw.choice(articles)
    scene.content.entries.remove(article)
    for request in scene.content.of("go-ten"):
        named = request.front.get("articles") or []
        request.front["articles"] = [one for one in named if one != article.front["id"]]
    return f"{article.front['id']}: delete"


def schedule(scene: Scene) -> str:
    """Let an article wait for a moment to come."""
    articles = scene.content.of(NEWS)
    if not articles:
        return ""
    article = scene.draw.choice(articles)
    wait = scene.draw.choice((1800, 5 * 3600, DAY, 6 * DAY))
    article.front |= {"status": "scheduled", "date": written(scene.now + wait)}
    article.front |= {"modified": None, "expires": None}
    return f"{article.front['id']}: schedule in {wait} s"


def let_expire(scene: Scene) -> str:
    """Let an article be over at a moment to come or just past, or never."""
    articles = scene.content.of(NEWS)
    if not articles:
        return ""
    article = scene.draw.choice(articles)
    wait = scene.draw.choice((-600, 1800, DAY, 9 * DAY, None))
    end = None if wait is None else scene.now + wait
    if end is None or end > moment(article.front["date"]):
        article.front["expires"] = end and written(end)
    return f"{article.front['id']}: expires in {wait} s"
