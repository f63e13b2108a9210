"""Any bytes are read or refused, never a traceback; what is read has no tag but our own.

``python tests/fuzz/fuzz_reader.py -max_total_time=60`` looks for new cases (atheris).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from plugins.model import Picture  # noqa: E402
from plugins.portal.markdown import BodyReader  # noqa: E402
from plugins.portal.sanitiser import removed  # noqa: E402
from plugins.sources import Problems, article_schema, check_privacy, read_record  # noqa: E402

CASES = Path(__file__).parent / "cases"
SCHEMA = article_schema({"unit": ("Đơn vị", "đơn vị"), "campaign": ("Phong trào", "phong trào")})
PICTURE = Picture("a.webp", "mô tả", "chú thích", "tác giả", "giấy phép", 10, 10)
READER = BodyReader({"a": PICTURE}, "/cong")


def read_one(data: bytes, folder: Path) -> None:
    """Read ``data`` as an article, then as the body of one."""
    file = folder / "bai.md"
    for content in (data, b"---\ntitle: a\n---\n" + data):
        file.write_bytes(content)
        problems = Problems()
        record = read_record(file, "content/bai.md", SCHEMA, problems)
        if record is None:
            assert problems, "refused without a word"
            continue
        check_privacy(record, problems)
        html, findings = READER.read(record.body)
        if not findings.faults:
            assert removed(html) is None
            lower = html.lower()
            assert "<script" not in lower
            assert 'href="javascript' not in lower
        problems.report().encode()


def main() -> None:
    """Run the fuzzer."""
    import atheris  # noqa: PLC0415 - not on every machine that runs the cases

    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found")  # new inputs go to the first folder named
        found.mkdir()
        options = [*sys.argv, str(found), str(CASES)]
        atheris.Setup(options, lambda data: read_one(data, Path(folder)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
