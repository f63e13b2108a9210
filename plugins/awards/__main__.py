"""Command line: read awards from Markdown, HTML or plain text files."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from plugins.awards import Extraction, Text, extract, read_html, read_markdown, read_text
from plugins.awards.decisions import published_on
from plugins.awards.report import as_json, as_text
from plugins.documents import find
from plugins.model import Document

# "date: 2022-12-22" or "date: 22/12/2022" in a front matter, day first where slashes are used.
_DATE = re.compile(
    r"^date:\s*[\"']?(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"|(?P<D>\d{1,2})/(?P<M>\d{1,2})/(?P<Y>\d{4}))",
    re.MULTILINE,
)
_TITLE = re.compile(r"^title:\s*[\"']?(?P<title>.*?)[\"']?\s*$", re.MULTILINE)
_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the files named on the command line; 1 if one of them could not be read."""
    parser = argparse.ArgumentParser(
        prog="python -m plugins.awards",
        description="Đọc danh sách khen thưởng từ bài viết (.md, .html, .txt).",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="tệp cần đọc")
    parser.add_argument("--json", action="store_true", help="in mỗi tệp một dòng JSON")
    parser.add_argument("--out", type=Path, metavar="DIR", help="ghi DIR/<tên tệp>.json")
    options = parser.parse_args(arguments)
    failed = False
    for path in options.files:
        try:
            _one(path, options.out, as_lines=options.json)
        except UnicodeDecodeError:
            failed = True
            print(
                f"{path}: không phải văn bản UTF-8. Hãy lưu lại tệp ở dạng UTF-8.", file=sys.stderr
            )
        except OSError as error:
            failed = True
            print(f"{path}: không đọc hoặc ghi được ({error.strerror}).", file=sys.stderr)
    return 1 if failed else 0


def read_file(path: Path) -> tuple[Text, Extraction, tuple[Document, ...]]:
    """The text of a file, its awards, and the documents that it cites."""
    text, published, headline = _read(path, path.read_text(encoding="utf-8"))
    published = published or published_on(text)
    extraction = extract(text, published=published, headline=headline)
    return text, extraction, find(text.plain, published=published)


def _one(path: Path, out: Path | None, *, as_lines: bool) -> None:
    text, extraction, documents = read_file(path)
    record = as_json(str(path), extraction, documents)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        pretty = json.dumps(record, ensure_ascii=False, indent=2)
        (out / f"{path.stem}.json").write_text(pretty + "\n", encoding="utf-8")
    if as_lines:
        print(json.dumps(record, ensure_ascii=False))
    elif out is None:
        print("\n".join(as_text(str(path), text, extraction, colour=sys.stdout.isatty())))


def _read(path: Path, source: str) -> tuple[Text, date | None, str]:
    """The text of a file, with date and title of its front matter if it has one."""
    suffix = path.suffix.casefold()
    if suffix in (".html", ".htm"):
        return read_html(source), None, ""
    if suffix != ".md":
        return read_text(source.removeprefix("\ufeff")), None, ""
    matter = _FRONT_MATTER.match(source)
    fields = matter["fields"] if matter else ""
    title = _TITLE.search(fields)
    return read_markdown(source), _date(fields), title["title"] if title else ""


def _date(fields: str) -> date | None:
    match = _DATE.search(fields)
    if not match:
        return None
    try:
        return date(
            int(match["y"] or match["Y"]),
            int(match["m"] or match["M"]),
            int(match["d"] or match["D"]),
        )
    except ValueError:
        return None


if __name__ == "__main__":
    sys.exit(main())
