"""Make the index of the pages that are findable, as further files of the site.

Pagefind gets no page as it is published, only its main part, with what Pagefind must know beside
it. Its own files are taken into the site with all others: published whole, or not at all.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from plugins.portal.addresses import SEARCH
from plugins.portal.contexts import Findable, PageInfo
from plugins.portal.outputs import Page, Plan
from plugins.portal.refusal import ENVIRONMENT, Refusal
from plugins.portal.search.canonical import UnknownFormatError, canonical
from plugins.vocabulary import fold

BUNDLE = f"{SEARCH}chi-muc/"
# What a browser asks for; the rest are interfaces that we have our own in place of.
_WANTED = re.compile(
    r"pagefind(?:-worker)?\.js|pagefind-entry\.json|[^/]+\.pf_meta|wasm\.[^/]+\.pagefind"
    r"|(?:fragment|index|filter)/[^/]+"
)
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile("<[^>]*>")
# Parts the text that is shown from what only helps to find the page; the script knows it too.
_UNSEEN = "⁂"


def make_index(pages: Iterable[tuple[str, PageInfo, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Give the files of the index of ``pages`` (path, what it says of itself, bytes).

    Raises:
        Refusal: the index cannot be made.
    """
    with tempfile.TemporaryDirectory(prefix="bang-vang-") as name:
        source, made = Path(name, "trang"), Path(name, "chi-muc")
        source.mkdir()
        for path, info, content in pages:
            copy = source / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(entry(content.decode(), info), "utf-8")
        _run(source, made)
        for path, data in _collected(made):
            yield f"{BUNDLE.lstrip('/')}{path}", data


def findable(plan: Plan) -> dict[str, PageInfo]:
    """Return what the pages that can be found say of themselves, by path."""
    return {path: one.info for path, one in plan if isinstance(one, Page) and one.info.findable}


def entry(page: str, info: PageInfo) -> str:
    """Return the page that Pagefind reads in place of a published one."""
    assert info.findable is not None  # noqa: S101 - the caller chose it for that
    main = page[page.index("<main") : page.rindex("</main>")]
    opening, _, inner = main.partition(">")
    words = " ".join(info.findable.words)
    text = html.unescape(_TAG.sub(" ", inner)) + words
    unseen = html.escape(f"{_UNSEEN} {words} {' '.join(_other_forms(text))}")
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>{html.escape(info.title)}</title>{''.join(_facts(info, info.findable))}</head>"
        f"<body>{opening} data-pagefind-body>{inner}"
        f'<p data-pagefind-weight="0.5">{unseen}</p></main></body></html>'
    )


def _other_forms(text: str) -> list[str]:
    """Return other spellings under which readers look for the words of a text.

    Pagefind takes the marks off all letters but đ, for whoever types without them; and it takes hòa
    and hoà for two words.
    """
    return sorted(set().union(*map(_forms, set(_WORD.findall(text)))))


@lru_cache(maxsize=1 << 16)  # a site has fewer words, and all its pages the same ones
def _forms(word: str) -> frozenset[str]:
    plain, folded = word.casefold(), fold(word)
    spelled = {folded, *(form.replace("đ", "d") for form in (folded, plain))}
    return frozenset(spelled - {plain})


def _facts(info: PageInfo, findable: Findable) -> Iterator[str]:
    """Filters are written in one go each; what is told with a result is metadata."""
    filters = [("kind", findable.kind)]
    if findable.date:
        filters.append(("year", str(findable.date.year)))
    filters += [("unit", unit) for unit in findable.units]
    for name, value in filters:
        yield f'<meta data-pagefind-filter="{name}[content]" content="{html.escape(value)}">'
    told = {
        "title": info.title,
        "kind": findable.kind,
        "date": f"{findable.date:%d/%m/%Y}" if findable.date else "",
        "summary": info.description,
    }
    for name, value in told.items():
        yield f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">'


def _run(source: Path, made: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(source), "--output-path", str(made)]
    command += ["--force-language", "vi", "--silent"]
    run = subprocess.run(  # noqa: S603 - no word of it comes from the content
        command, check=False, capture_output=True, text=True, errors="replace"
    )
    if run.returncode or not (made / "pagefind-entry.json").is_file():
        said = " ".join((run.stderr or run.stdout).split())[-300:]
        raise Refusal(
            f"Không lập được chỉ mục tìm kiếm (Pagefind, mã {run.returncode}: {said}). "
            "Cài lại thư viện, hoặc đặt SEARCH = False trong pelicanconf.py. "
            "Trang đang có giữ nguyên.",
            ENVIRONMENT,
        )


def _collected(made: Path) -> Iterator[tuple[str, bytes]]:
    files = {
        path.relative_to(made).as_posix(): path.read_bytes()
        for path in sorted(made.rglob("*"))
        if path.is_file()
    }
    try:
        files = canonical(files)
    except UnknownFormatError as error:
        message = f"Chỉ mục tìm kiếm có dạng lạ ({error}). Cài lại đúng phiên bản Pagefind đã khóa."
        raise Refusal(f"{message} Trang đang có giữ nguyên.", ENVIRONMENT) from error
    for path in sorted(files):
        if _WANTED.fullmatch(path):
            yield path, files[path]
