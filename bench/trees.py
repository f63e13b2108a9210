"""One corpus as the content of several site generators: the same articles, terms and addresses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.corpus import Corpus, Piece
from bench.lists import NAMES

_SUMMARY = "Dùng để đo thời gian dựng trang, không phải nội dung thật."


class Tree:
    """A folder of files; each folder in it is made once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._made: set[str] = set()

    def write(self, folder: str, name: str, text: str) -> None:
        """Write one file."""
        place = self._root / folder
        if folder not in self._made:
            place.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        (place / name).write_bytes(text.encode())


def write_project(corpus: Corpus, root: Path) -> None:
    """Write the content of this project."""
    tree = Tree(root)
    for unit in corpus.units:
        head = {"name": unit.name, "kind": unit.kind, "parent": unit.parent, "summary": _SUMMARY}
        tree.write("don-vi", f"{unit.slug}.md", _front(head))
    for one in corpus.campaigns:
        head = {
            "name": one.name,
            "unit": one.unit,
            "start": one.start.isoformat(),
            "end": one.end.isoformat(),
            "summary": _SUMMARY,
        }
        tree.write("phong-trao", f"{one.slug}.md", _front(head))
    for piece in corpus:
        tree.write(piece.folder, f"{piece.slug}.md", _project_article(piece))


def write_hugo(corpus: Corpus, root: Path) -> None:
    """Write the content of a Hugo site; years and months are sections, terms have pages."""
    tree = Tree(root)
    terms = [("don-vi", unit.slug, unit.name) for unit in corpus.units]
    terms += [("phong-trao", one.slug, one.name) for one in corpus.campaigns]
    terms += [("khen-thuong", slug, name) for slug, name in NAMES.items()]
    for folder, term, name in terms:
        tree.write(f"{folder}/{term}", "_index.md", _front({"title": name, "summary": _SUMMARY}))
    sections: set[str] = set()
    for piece in corpus:
        sections.update((f"tin/{piece.date:%Y}", piece.folder))
        tree.write(piece.folder, f"{piece.slug}.md", _hugo_article(piece))
    for section in sections:
        _, year, *month = section.split("/")
        title = f"Tin tức tháng {int(month[0])}/{year}" if month else f"Tin tức năm {year}"
        tree.write(section, "_index.md", _front({"title": title}))


def write_pelican(corpus: Corpus, root: Path) -> None:
    """Write the content of a stock Pelican site: units are tags, campaigns categories.

    Award titles are authors; what belongs to no campaign is in the category that Pelican asks for.
    """
    tree = Tree(root)
    for piece in corpus:
        tree.write(piece.folder, f"{piece.slug}.md", _pelican_article(piece))


def _project_article(piece: Piece) -> str:
    head = {
        "id": piece.slug,
        "title": piece.title,
        "date": f"{piece.date:%Y-%m-%d %H:%M}",
        "kind": piece.kind,
        "unit": [unit.slug for unit in piece.units],
        "campaign": piece.campaign.slug if piece.campaign else None,
        "award": piece.awards,
        "summary": piece.summary,
        "author": piece.author,
    }
    return _front(head) + piece.body


def _hugo_article(piece: Piece) -> str:
    head = {
        "title": piece.title,
        "date": f"{piece.date.isoformat()}+07:00",
        "kind_name": piece.kind,
        "don-vi": [unit.slug for unit in piece.units],
        "phong-trao": [piece.campaign.slug] if piece.campaign else None,
        "khen-thuong": piece.awards,
        "summary": piece.summary,
        "author": piece.author,
    }
    return _front(head) + piece.body


def _pelican_article(piece: Piece) -> str:
    lines = [
        f"Title: {piece.title}",
        f"Date: {piece.date:%Y-%m-%d %H:%M}",
        f"Slug: {piece.slug}",
        f"Kind: {piece.kind}",
        f"Tags: {'; '.join(unit.name for unit in piece.units)};",
        f"Writer: {piece.author}",
        f"Summary: {piece.summary}",
    ]
    if piece.campaign:
        lines.append(f"Category: {piece.campaign.name}")
    if piece.awards:
        lines.append(f"Authors: {'; '.join(NAMES[slug] for slug in piece.awards)};")
    return "\n".join(lines) + "\n\n" + piece.body


def _front(head: Mapping[str, str | Iterable[str] | None]) -> str:
    """Return YAML front matter without the keys that hold nothing; JSON is YAML."""
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items() if value
    )
    return f"---\n{''.join(lines)}---\n"
