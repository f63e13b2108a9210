"""Units that staff should look at: names in award lists that mean several units, or none known."""

from __future__ import annotations

from datetime import date

from plugins.model import Recipient
from plugins.portal.contexts import Story
from plugins.portal.remarks import Remarks
from plugins.registry import Registry, is_locality
from plugins.sources import Record

_SHOWN = 4


def remark_units(story: Story, registry: Registry, record: Record, remarks: Remarks) -> None:
    """Note the names of units of government in a story that stay without a link.

    ``record`` is that of its article.
    """
    article = story.article
    for award in story.awards:
        on = award.date or article.date.date()
        for recipient in award.recipients:
            text = _unresolved(recipient)
            if text is None:
                continue
            near = registry.find(text, article.terms.get("unit", ()), on)
            found = near or [one for one in registry.named(text) if one.lives(on)]
            line = record.line_of(recipient.evidence.quote)
            names = [registry.full_name(one.slug) for one in found]
            if len(names) > 1:
                remarks.add("unit-ambiguous", record.path, line, _ambiguous(text, names))
            else:
                message = _far(text, names[0], on) if names else _unknown(text, on)
                remarks.add("unit-unknown", record.path, line, message)


def _ambiguous(text: str, names: list[str]) -> str:
    end = "…" if len(names) > _SHOWN else "."
    return (
        f"“{text}” có thể là: {'; '.join(names[:_SHOWN])}{end} "
        "Ghi kèm cấp trên trong bài, ví dụ “xã …, huyện …”."
    )


def _far(text: str, name: str, on: date) -> str:
    return (
        f"“{text}”: vào ngày {on:%d/%m/%Y} chỉ có {name}, ngoài địa bàn của bài. "
        "Nếu đúng là nơi ấy, ghi kèm cấp trên trong bài; nếu không, kiểm tra chính tả."
    )


def _unknown(text: str, on: date) -> str:
    return (
        f"“{text}”: danh mục không có địa phương nào mang tên này vào ngày {on:%d/%m/%Y}. "
        "Kiểm tra chính tả; nếu đơn vị đã sáp nhập từ trước năm 2025 thì thêm tệp trong "
        "content/don-vi."
    )


def _unresolved(recipient: Recipient) -> str | None:
    """The name of a unit of government that a recipient is or works for, and that has no link."""
    if recipient.resolved:
        return None
    text = recipient.name if recipient.kind == "collective" else recipient.unit
    return text if text and is_locality(text) else None
