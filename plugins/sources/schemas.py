"""The schemas: which keys a source file of each kind has. Written once, for checker and docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.sources.fields import Field, Group, Several
from plugins.sources.targets import Amount, ComparatorWords, NoAmount, TargetName
from plugins.sources.values import Choice, Day, Moment, Number, Reference, Slug, Text, Url
from plugins.vocabulary import Kind, load


@dataclass(frozen=True, slots=True)
class Schema:
    """The keys of one kind of file; ``name`` is what staff call it."""

    name: str
    fields: Mapping[str, Field] = field(hash=False)


def _kinds(rows: Iterable[Kind]) -> Choice:
    return Choice({word: row.name for row in rows for word in (row.name, row.slug, *row.aliases)})


def _unit_kinds() -> Choice:
    return _kinds(row for row in load().unit_kinds)


# Provinces, districts and communes need no file.
_UNIT_REFERENCE = Reference("đơn vị", "đã khai báo, hoặc địa phương bất kỳ trong cả nước")
_STATUS = Choice({word: word for word in ("published", "draft", "scheduled", "withdrawn")})
_SUMMARY = Field(
    Text(longest=300, shortest=40),
    "Tóm tắt",
    required=True,
    help="Một, hai câu; hiện dưới tiêu đề, trong danh sách và nguồn tin RSS.",
)


def article_schema(taxonomies: Mapping[str, tuple[str, str]]) -> Schema:
    """Return the schema of articles.

    ``taxonomies`` maps the key of each taxonomy to its label and to what one term is called.
    """
    terms = {
        key: Field(
            Several(_UNIT_REFERENCE if key == "unit" else Reference(noun)),
            label,
            required=key == "unit",
        )
        for key, (label, noun) in taxonomies.items()
    }
    return Schema(
        "bài viết",
        {
            "id": Field(
                Slug(),
                "Mã bài",
                required=True,
                help="Đặt một lần, không bao giờ đổi; người theo dõi RSS nhận ra bài nhờ mã này.",
            ),
            "title": Field(Text(longest=160), "Tiêu đề", required=True),
            "date": Field(
                Moment(),
                "Ngày đăng",
                required=True,
                help="Năm và tháng phải khớp với thư mục chứa tệp.",
            ),
            "modified": Field(Moment(), "Ngày sửa"),
            "kind": Field(_kinds(load().article_kinds), "Loại bài", required=True),
            **terms,
            "summary": _SUMMARY,
            "author": Field(Text(longest=80), "Người viết"),
            "author_unit": Field(Text(longest=120), "Đơn vị của người viết"),
            "source": Field(
                Group(
                    {
                        "name": Field(Text(longest=120), "Tên nguồn", required=True),
                        "url": Field(Url(), "Địa chỉ nguồn"),
                    }
                ),
                "Nguồn tin",
            ),
            "picture": Field(Reference("ảnh"), "Ảnh chính"),
            "reports": Field(
                Several(
                    Group(
                        {
                            "target": Field(TargetName(), "Chỉ tiêu", required=True),
                            "value": Field(NoAmount(), "Mức đạt", required=True),
                        }
                    )
                ),
                "Số liệu thực hiện chỉ tiêu",
                help="Ghi số thứ tự hoặc nội dung chỉ tiêu của phong trào, và mức bài này nêu; "
                "“không” nếu bài không nêu. Có khóa này thì máy không tự đọc số liệu trong bài.",
            ),
            "corrections": Field(
                Several(
                    Group(
                        {
                            "date": Field(Day(), "Ngày đính chính", required=True),
                            "text": Field(Text(longest=500), "Nội dung", required=True),
                        }
                    )
                ),
                "Đính chính",
            ),
            "status": Field(
                _STATUS,
                "Trạng thái",
                help="Bỏ trống là published. draft: nháp; scheduled: hẹn giờ; withdrawn: đã gỡ.",
            ),
            "expires": Field(Moment(), "Hết hạn", help="Từ lúc này bài không còn trên trang."),
        },
    )


UNIT = Schema(
    "đơn vị",
    {
        "name": Field(Text(longest=160), "Tên đầy đủ", required=True),
        "kind": Field(_unit_kinds(), "Loại đơn vị", required=True),
        "code": Field(
            Text(longest=10),
            "Mã đơn vị hành chính",
            help="Chỉ cần khi nhiều địa phương cùng tên; tên và cấp trên thường đã đủ.",
        ),
        "parent": Field(_UNIT_REFERENCE, "Đơn vị cấp trên"),
        "aliases": Field(Several(Text(longest=160)), "Tên khác"),
        "since": Field(Day(), "Hoạt động từ ngày"),
        "until": Field(Day(), "Hoạt động đến hết ngày"),
        "successors": Field(Several(_UNIT_REFERENCE), "Đơn vị kế tục"),
        "predecessors": Field(
            Several(_UNIT_REFERENCE),
            "Đơn vị tiền thân",
            help="Chỉ ghi khi tệp của đơn vị tiền thân chưa nêu đơn vị này ở successors.",
        ),
        "number": Field(Text(longest=20), "Số của cụm, khối", help="Dành cho cụm, khối thi đua."),
        "year": Field(Number(), "Năm thi đua", help="Dành cho cụm, khối lập theo từng năm."),
        "members": Field(
            Several(_UNIT_REFERENCE), "Thành viên", help="Dành cho cụm, khối thi đua."
        ),
        "head": Field(_UNIT_REFERENCE, "Đơn vị làm cụm trưởng", help="Dành cho cụm, khối thi đua."),
        "website": Field(Url(), "Trang thông tin"),
        "address": Field(Text(longest=200), "Địa chỉ trụ sở"),
        "phone": Field(Text(longest=40), "Điện thoại cơ quan"),
        "email": Field(Text(longest=80), "Thư điện tử cơ quan"),
        "summary": _SUMMARY,
    },
)

CAMPAIGN = Schema(
    "phong trào",
    {
        "name": Field(Text(longest=200), "Tên phong trào", required=True),
        "unit": Field(_UNIT_REFERENCE, "Đơn vị phát động", required=True),
        "aliases": Field(Several(Text(longest=200)), "Tên khác"),
        "plan": Field(Text(longest=160), "Văn bản phát động"),
        "start": Field(Day(), "Bắt đầu"),
        "end": Field(Day(), "Kết thúc"),
        "participants": Field(Text(longest=500), "Đối tượng tham gia"),
        "targets": Field(
            Several(
                Group(
                    {
                        "comparator": Field(ComparatorWords(), "So sánh", required=True),
                        "quantity": Field(Amount(), "Mức", required=True),
                        "object": Field(Text(longest=300), "Nội dung", required=True),
                        "deadline": Field(Day(), "Thời hạn"),
                    }
                )
            ),
            "Chỉ tiêu",
            help="comparator: một trong "
            + ", ".join(ComparatorWords().names())
            + "…; quantity: số và đơn vị đo như 98%, 120.000 trang, 2 buổi/tháng.",
        ),
        "prizes": Field(
            Several(
                Group(
                    {
                        "group": Field(Text(longest=120), "Nhóm", required=True),
                        "prize": Field(Text(longest=80), "Giải", required=True),
                        "count": Field(Number(), "Số lượng", required=True),
                    }
                )
            ),
            "Cơ cấu giải thưởng",
            help="Giải dự kiến trao; không phải kết quả.",
        ),
        "parent": Field(Reference("phong trào"), "Thuộc phong trào"),
        "summary": _SUMMARY,
    },
)

TITLE_PROSE = Schema("danh hiệu, hình thức khen thưởng", {"summary": _SUMMARY})

TERM = Schema(
    "mục phân loại",
    {
        "name": Field(Text(longest=160), "Tên", required=True),
        "aliases": Field(Several(Text(longest=160)), "Tên khác"),
        "summary": _SUMMARY,
    },
)

PAGE = Schema(
    "trang",
    {"title": Field(Text(longest=160), "Tiêu đề", required=True), "summary": _SUMMARY},
)

TAKEDOWN = Schema(
    "yêu cầu gỡ tên",
    {
        "name": Field(
            Text(longest=120),
            "Họ và tên cần gỡ",
            required=True,
            help="Đầy đủ như đã đăng; viết hoa, dấu cách, cách bỏ dấu khác nhau vẫn được nhận ra.",
        ),
        "aliases": Field(Several(Text(longest=120)), "Cách ghi khác của tên"),
        "articles": Field(
            Several(Slug()), "Mã các bài", help="Chỉ gỡ ở những bài này; bỏ trống là gỡ ở mọi nơi."
        ),
        "unit": Field(
            Text(longest=160),
            "Đơn vị",
            help="Chỉ gỡ ở bài và trang có nêu đơn vị này; dùng khi có người trùng tên.",
        ),
        "keep": Field(
            Several(Text(longest=120)),
            "Tên người khác được giữ",
            help="Tên dài hơn, có chứa tên cần gỡ: gỡ Lê An thì Lê An Khánh vẫn phải còn.",
        ),
        "date": Field(Day(), "Ngày nhận yêu cầu", required=True),
        "reason": Field(Text(longest=300), "Lý do", help="Lưu nội bộ, không đăng."),
    },
)

PICTURE = Schema(
    "ảnh",
    {
        "file": Field(Text(longest=120), "Tên tệp ảnh", required=True),
        "alt": Field(
            Text(longest=250),
            "Mô tả cho người không nhìn thấy ảnh",
            required=True,
        ),
        "caption": Field(Text(longest=300), "Chú thích", required=True),
        "credit": Field(Text(longest=120), "Tác giả ảnh", required=True),
        "licence": Field(Text(longest=80), "Giấy phép sử dụng", required=True),
    },
)
