"""Any text is read without an error, the same way twice, and every quotation is its slice.

``python tests/fuzz/fuzz_awards.py -max_total_time=600`` looks for new cases (atheris). The fuzzer
writes texts of words that mean something to the extractor, mixed with any characters.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from plugins.awards import Extraction, Text, annotate, extract, read_html, read_text  # noqa: E402
from plugins.model import Evidence  # noqa: E402
from plugins.vocabulary import load  # noqa: E402

CASES = Path(__file__).parent / "award_cases"
_MARKS = (", ", "; ", ": ", ". ", "\n", "\n- ", "\n1. ", "| ", " - ", "(", ")", "“", "”", " và ")
_NAMES = (
    "Trần Văn An",
    "Lê Thị Bình",
    "Tân Lập",
    "Hòa Bình",
    "số 12/QĐ-UBND",
    "ngày 5/6/2024",
    "03",
)


def read_one(data: bytes) -> None:
    """Read ``data`` as a text and as HTML."""
    plain = words_of(data)
    for text in (read_text(plain), read_html(plain)):
        read = extract(text)
        assert read == extract(text)
        for evidence in evidences(read):
            assert text.plain[evidence.start : evidence.end] == evidence.quote
        _marks(text, read)


def evidences(read: Extraction) -> Iterator[Evidence]:
    """All places that a reading points to."""
    yield from read.unread
    for award in read.awards:
        yield from award.evidence
        for recipient in award.recipients:
            yield recipient.evidence


def words_of(data: bytes) -> str:
    """Text from bytes: each byte below 0x80 is one word or mark, what follows 0x80 is UTF-8."""
    head, _, tail = data.partition(b"\x80")
    known = _words()
    parts = [known[(head[n] * 256 + head[n + 1]) % len(known)] for n in range(0, len(head) - 1, 2)]
    return "".join(parts) + tail.decode("utf-8", "replace")


@lru_cache(maxsize=1)
def _words() -> list[str]:
    vocabulary = load()
    found = [word for cue in vocabulary.cues for word in cue.words]
    found += [title.name for title in vocabulary.award_titles]
    return [*(f"{word} " for word in found), *_MARKS * 40, *(f"{name} " for name in _NAMES * 30)]


def _marks(text: Text, read: Extraction) -> None:
    if text.html is not None:
        annotate(text, read.awards)


def main() -> None:
    """Run the fuzzer."""
    import atheris  # noqa: PLC0415 - not on every machine that runs the cases

    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup([*sys.argv, folder, str(CASES)], read_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
