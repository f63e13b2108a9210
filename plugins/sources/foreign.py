"""Keys that other systems know: what to write here instead."""

from __future__ import annotations

from collections.abc import Sequence

_ADDRESS = "Địa chỉ trang do tên tệp và thư mục quyết định; bỏ dòng này."
_LOOK = "Mẫu trang do hệ thống chọn; bỏ dòng này."
_SCRIPT = "Bài viết không thêm mã vào trang được; bỏ dòng này."
_TERMS = "Phân loại bằng “unit”, “campaign” và “award”."
_TITLE_LINE = "Dùng “title”."

_ADVICE = {
    **dict.fromkeys(
        ("slug", "url", "permalink", "path", "save_as", "aliases_url", "redirect_from", "redirect",
         "lang", "translation", "output", "filename", "link", "eleventyexcludefromcollections"),
        _ADDRESS,
    ),
    **dict.fromkeys(
        ("layout", "template", "theme", "stylesheet", "type", "css", "body_class"), _LOOK
    ),
    **dict.fromkeys(("script", "scripts", "javascript", "js", "head", "header", "html"), _SCRIPT),
    **dict.fromkeys(
        ("tags", "tag", "categories", "category", "taxonomies", "keywords", "section", "series"),
        _TERMS,
    ),
    **dict.fromkeys(("draft", "published", "public", "hidden", "private"),
                    "Nháp thì ghi “status: draft”; không ghi gì là đăng."),
    **dict.fromkeys(("publishdate", "pubdate", "created", "datetime"), "Dùng “date”."),
    **dict.fromkeys(("lastmod", "updated", "last_modified"), "Dùng “modified”."),
    **dict.fromkeys(("expirydate", "expiry", "unpublishdate"), "Dùng “expires”."),
    **dict.fromkeys(("description", "excerpt", "abstract", "lead", "sapo"), "Dùng “summary”."),
    **dict.fromkeys(("image", "thumbnail", "cover", "featured_image", "images"), "Dùng “picture”."),
    **dict.fromkeys(("authors", "by", "byline"), "Dùng “author”."),
    **dict.fromkeys(("guid", "uuid"), "Dùng “id”."),
    **dict.fromkeys(("headline", "heading", "tieu-de", "tieude"), _TITLE_LINE),
}  # fmt: skip


def advice(key: str, known: Sequence[str]) -> str:
    """Return a space and what to do about ``key``; empty where that would name an unknown key."""
    text = _ADVICE.get(key.strip().lower().replace("-", "_"), "")
    if not text or ("Dùng “" in text and text.split("“")[1].split("”")[0] not in known):
        return ""
    if "status" in text and "status" not in known:
        return " Bỏ dòng này."
    if text == _TERMS and "unit" not in known:
        return " Bỏ dòng này."
    return f" {text}"
