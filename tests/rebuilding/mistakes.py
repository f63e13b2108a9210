"""What people get wrong: after it nothing may be published until it is mended."""

from __future__ import annotations

from collections.abc import Callable

from tests.rebuilding.content import NEWS
from tests.rebuilding.scene import Scene

_LINES = (
    "khoa-la: gì đó",
    "date: 2024-13-45",
    "campaign: phong trào không có",
    "picture: anh-khong-co",
    "status: scheduled\nstatus: draft",
)
_BODIES = (
    "<div>Chép từ trang khác.</div>",
    "Xem [trang](/tin/khong-co/) này.",
    "![](anh/anh-khong-co)",
    "Chép từ Word:\tmột\tbảng\thai\tcột",
)
_FRONT, _CODE = "theme/templates/article.html", "plugins/portal/wording.py"


def spoil_article(scene: Scene) -> str:
    """Spoil the file of an article: a key, a body, its encoding, its end."""
    articles = scene.content.of(NEWS)
    if not articles:
        return ""
    article = scene.draw.choice(articles)
    data = scene.content.files(scene.now)[article.path]
    kind = scene.draw.choice(("line", "body", "cut", "bytes", "twice", "future"))
    if kind == "line":
        data = data.replace(b"---\n", f"---\n{scene.draw.choice(_LINES)}\n".encode(), 1)
    elif kind == "body":
        data += f"\n{scene.draw.choice(_BODIES)}\n".encode()
    elif kind == "cut":
        data = data[: scene.draw.randrange(len(data))]
    elif kind == "bytes":
        data = data[:90] + b"\xff\xfe\x00" + data[90:]
    elif kind == "future":
        data = data.replace(article.front["date"][:4].encode(), b"2029", 1)
    path = article.path
    if kind == "twice":  # the same id in two files
        path = path.replace(".md", "-ban-sao.md")
    scene.content.spoilt[path] = data
    return f"{path}: {kind}"


def spoil_place(scene: Scene) -> str:
    """Put a file where none belongs."""
    path = scene.draw.choice(("content/ghi-chu.txt", "content/tin/bai.md", "content/anh/la.png"))
    scene.content.spoilt[path] = b"\x89PNG, or not"
    return path


def spoil_template(scene: Scene) -> str:
    """Leave a template half written."""
    wrong = scene.draw.choice(("{% if %}", "{{ page.khong_co }}", "{% block main %}"))
    scene.put(
        _FRONT, scene.source(_FRONT).replace("{% block main %}", f"{{% block main %}}{wrong}")
    )
    return f"{_FRONT}: {wrong}"


def spoil_code(scene: Scene) -> str:
    """Leave code half written, or a table of words."""
    path = scene.draw.choice((_CODE, "pelicanconf.py", "plugins/vocabulary/data/cues.toml"))
    scene.put(path, scene.source(path) + "\n[[ (\n")
    return f"{path}: half written"


def spoil_address(scene: Scene) -> str:
    """Give the site an address that is none."""
    scene.state.environment["SITEURL"] = "bang-vang.example"
    return "SITEURL=bang-vang.example"


def forbid_loss(scene: Scene) -> str:
    """Let a build refuse that would remove many pages, and delete many articles."""
    scene.state.environment.pop("ALLOW_LOSS", None)
    for article in scene.content.of(NEWS)[2:]:
        if scene.chance(0.5):
            article.front["status"] = "draft"
    return "much is gone, which may not be"


EDITS: tuple[Callable[[Scene], str], ...] = (
    spoil_article, spoil_article, spoil_article, spoil_place, spoil_template, spoil_code,
    spoil_address, forbid_loss,
)  # fmt: skip
