"""How two outputs, and what two builds tell staff, differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

Contents = Mapping[str, tuple[int, bytes]]
_REPORTS = (".build/so-cai.json", ".build/can-xem-lai.md")


def reports(project: Path) -> dict[str, str]:
    """Return what the last build told staff, without the moment at which it did."""
    found = {}
    for path in _REPORTS:
        if (project / path).exists():
            text = (project / path).read_text("utf-8")
            text = re.sub(r'^ "built": .*\n', "", text, count=1, flags=re.MULTILINE)
            found[path] = re.sub(r"Lần dựng \d\d/\d\d/\d{4} \d\d:\d\d:", "Lần dựng:", text)
    return found


def differing_reports(now: Mapping[str, str], expected: Mapping[str, str]) -> Iterator[str]:
    """Say how ledger and remarks differ."""
    for path in _REPORTS:
        one, other = now.get(path, ""), expected.get(path, "")
        if one != other:
            yield f"{path}:"
            yield from _lines(one.encode(), other.encode())


def differences(now: Contents, expected: Contents) -> Iterator[str]:
    """Say of each file how it differs: whether it is there, its mode, its first other lines."""
    for path in sorted(now.keys() | expected.keys()):
        one, other = now.get(path), expected.get(path)
        if one == other:
            continue
        if one is None or other is None:
            yield f"{path}: only in {'the clean build' if one is None else 'the rebuild'}"
        elif one[0] != other[0]:
            yield f"{path}: mode {one[0]:o}, not {other[0]:o}"
        else:
            yield f"{path}:"
            yield from _lines(one[1], other[1])


def _lines(one: bytes, other: bytes) -> Iterator[str]:
    """Give the first line of each that is not the same, and its number."""
    if b"\0" in one + other:
        yield f"  {len(one)} and {len(other)} bytes, no text"
        return
    pairs = [data.decode("utf-8", "replace").split("\n") for data in (one, other)]
    for number, (mine, clean) in enumerate(zip(*pairs, strict=False), start=1):
        if mine != clean:
            yield f"  {number} rebuild: {_shortened(mine, clean)}"
            yield f"  {number} clean:   {_shortened(clean, mine)}"
            return
    yield f"  {len(pairs[0])} lines and {len(pairs[1])}"


def _shortened(line: str, other: str) -> str:
    """Return the part of a line where it leaves the other."""
    pairs = enumerate(zip(line, other, strict=False))
    place = next((at for at, (a, b) in pairs if a != b), min(len(line), len(other)))
    return line[max(0, place - 60) : place + 160]
