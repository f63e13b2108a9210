"""Edits of theme, words, settings, code and environment, by those who make and run the portal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.rebuilding import phrases
from tests.rebuilding.beginnings import with_value
from tests.rebuilding.content import NEWS, Entry
from tests.rebuilding.scene import ROOT, Scene

SETTINGS = "pelicanconf.py"
VALUES = {
    "PAGE_SIZE": ("2", "3", "5"),
    "ROLL_PAGE_SIZE": ("3", "4", "30"),
    "PERSON_PAGES": ("True", "False"),
    "HOME_STORIES": ("2", "9"),
    "HOME_HONOURS": ("1", "5"),
    "MAX_LOSS": ("0.2", "0.9"),
    "TAGLINE": ('"Cải cách hành chính"', '"Thi đua & khen thưởng"'),
    "LICENCE": ('"Giữ mọi quyền"', '"CC BY 4.0"'),
}
ENVIRONMENT = {
    "SITEURL": ("https://bang-vang.example", "https://bang-vang.example/cong", "http://a.example"),
    "SITENAME": ("Bảng Vàng", "Cổng Thi Đua", None),
    "SITE_NOTICE": ("", "Bản thử nghiệm.", None),
    "SITE_OWNER": ("Sở Nội vụ", None),
    "TAG_AUTHORITY": ("mot.example,2026", None),
    "TZ": ("UTC", "America/Los_Angeles", None),
    "PHIEN": ("1", "2", None),
}
# Words of the vocabulary and what may stand there instead.
WORDS = (
    ("award_titles", 'name = "Giấy khen"', 'name = "Giấy khen"\naliases = ["Giấy biểu dương"]'),
    ("award_titles", 'name = "Lao động tiên tiến"', 'name = "Lao động giỏi"'),
    ("cues", '\n  "tặng", "phong tặng"', '\n  "phong tặng"'),
    ("article_kinds", 'plural = "Tin tức"', 'plural = "Tin trong ngày"'),
    ("unit_kinds", 'plural = "Tỉnh"', 'plural = "Các tỉnh"'),
    ("document_kinds", 'aliases = ["QĐ"]', 'aliases = ["QĐ", "Q.định"]'),
    ("targets", '"tối thiểu", "ít nhất"', '"ít nhất", "tối thiểu"'),
)
# Code, and how it may be changed.
CODE = (
    ("plugins/portal/wording.py", '"tập thể")', '"nhóm")'),
    ("plugins/portal/wording.py", "%d/%m/%Y}", "%-d/%-m/%Y}"),
    ("plugins/portal/paging.py", "// size - 1, 0)", "// size - 2, 0)"),
    ("plugins/portal/roll_facets.py", "SHOWN = 8", "SHOWN = 2"),
    ("plugins/portal/steps.py", "_MOST = 7", "_MOST = 5"),
    ("plugins/portal/campaigns.py", "_RUNNING = 4", "_RUNNING = 1"),
    ("plugins/portal/directory.py", '"Đang diễn ra"', '"Đang chạy"'),
    ("plugins/portal/remarks.py", '"Văn bản được nêu chưa đủ"', '"Văn bản nêu thiếu"'),
    ("plugins/campaigns/prizes.py", '"""', '"""Also: '),
    ("plugins/takedown/markup.py", '"""', '"""Also: '),
)
_PLACES = re.compile(r"\{% (?:block main|macro [^%]*?) -?%\}\n?")


def edit_template(scene: Scene) -> str:
    """Write something into a template or macro."""
    templates = sorted((ROOT / "theme/templates").glob("*.html"))
    return _marked(scene, scene.draw.choice(templates))


def edit_macro(scene: Scene) -> str:
    """Write something into a file of macros, which stand in many pages."""
    templates = sorted((ROOT / "theme/templates").glob("_*.html"))
    return _marked(scene, scene.draw.choice(templates))


def _marked(scene: Scene, template: Path) -> str:
    path = template.relative_to(ROOT).as_posix()
    text = scene.source(path)
    places = [match.end() for match in _PLACES.finditer(text)] or [len(text)]
    place = scene.draw.choice(places)
    scene.put(path, f"{text[:place]}<!-- {scene.draw.randint(1, 9)} -->{text[place:]}")
    return f"{path}: mark at {place}"


def edit_static(scene: Scene) -> str:
    """Change a style sheet or script, or add a file beside them."""
    files = sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "theme/static").rglob("*")
        if path.suffix in (".css", ".js")
    )
    path = scene.draw.choice([*files, "theme/static/css/them.css"])
    if path.endswith("them.css"):
        scene.state.code[path] = scene.draw.choice((b"p { margin: 0 }\n", None))
    else:
        scene.put(path, scene.source(path) + f"/* {scene.draw.randint(1, 9)} */\n")
    return path


def drop_template(scene: Scene) -> str:
    """Do without the template of one taxonomy, for which the general one stands in."""
    path = "theme/templates/term-award.html"
    scene.state.code[path] = None
    return f"{path}: remove"


def edit_settings(scene: Scene) -> str:
    """Change a setting."""
    name = scene.draw.choice(sorted(VALUES))
    return set_value(scene, name, scene.draw.choice(VALUES[name]))


def set_value(scene: Scene, name: str, value: str) -> str:
    """Give a setting a value."""
    scene.put(SETTINGS, with_value(scene.source(SETTINGS), name, value))
    return f"{name} = {value}"


def switch_search(scene: Scene) -> str:
    """Have a search or none."""
    return set_value(scene, "SEARCH", str("SEARCH = False" in scene.source(SETTINGS)))


def edit_taxonomy(scene: Scene) -> str:
    """Add a taxonomy with terms, or take it away again; or label one differently."""
    if scene.chance(0.3):
        labels = ('"label": "Phong trào",', '"label": "Thi đua",')
        old, new = scene.draw.sample(labels, 2)
        return new if scene.replace(SETTINGS, old, new) else ""
    entry = '    {"key": "topic", "folder": "chu-de", "label": "Chủ đề", "noun": "chủ đề"},\n'
    if scene.replace(SETTINGS, entry, ""):
        scene.content.entries = [one for one in scene.content.entries if one.kind != "chu-de"]
        for article in scene.content.of(NEWS):
            article.front.pop("topic", None)
        return "taxonomy topic: remove"
    if not scene.replace(SETTINGS, ")\nPAGE_SIZE", f"{entry})\nPAGE_SIZE"):
        return ""
    front = {"name": "Một cửa", "summary": phrases.summary(scene.draw)}
    scene.content.entries.append(Entry("chu-de", "mot-cua", front))
    for article in scene.content.of(NEWS)[:3]:
        article.front["topic"] = ["@chu-de:mot-cua"]
    return "taxonomy topic: add"


def edit_vocabulary(scene: Scene) -> str:
    """Change a row of the vocabulary, or put it back."""
    table, old, new = scene.draw.choice(WORDS)
    return _exchange(scene, f"plugins/vocabulary/data/{table}.toml", old, new)


def edit_code(scene: Scene) -> str:
    """Change a line of code, or put it back."""
    return _exchange(scene, *scene.draw.choice(CODE))


def comment_code(scene: Scene) -> str:
    """Change a file of code so that it does the same as before."""
    files = sorted((ROOT / "plugins").rglob("*.py"))
    path = scene.draw.choice(files).relative_to(ROOT).as_posix()
    scene.put(path, scene.source(path) + f"# {scene.draw.randint(1, 9)}\n")
    return f"{path}: comment"


def _exchange(scene: Scene, path: str, old: str, new: str) -> str:
    text = scene.source(path)
    if new in text:
        scene.put(path, text.replace(new, old, 1))
    elif old in text:
        scene.put(path, text.replace(old, new, 1))
    else:
        return ""
    return f"{path}: {old!r} or {new!r}"


def edit_environment(scene: Scene) -> str:
    """Change what the environment says."""
    name = scene.draw.choice(sorted(ENVIRONMENT))
    value = scene.draw.choice(ENVIRONMENT[name])
    if value is None:
        scene.state.environment.pop(name, None)
    else:
        scene.state.environment[name] = value
    return f"{name}={value}"


EDITS: tuple[Callable[[Scene], str], ...] = (
    edit_template, edit_template, edit_macro, edit_static, drop_template, edit_settings,
    edit_settings, edit_taxonomy, edit_vocabulary, edit_vocabulary, edit_code, edit_code,
    comment_code, edit_environment, edit_environment, switch_search,
)  # fmt: skip
