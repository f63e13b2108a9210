"""What must hold before anything is written."""

from __future__ import annotations

from plugins.portal.manifest import Manifest
from plugins.portal.refusal import ENVIRONMENT, Refusal
from plugins.portal.settings import Settings
from plugins.portal.site import PASSING, Site

_TELL = "Nếu đúng là muốn vậy, chạy lại với ALLOW_LOSS=1."


def check_places(settings: Settings) -> None:
    """The output folder is no folder that holds sources, nor inside one.

    Raises:
        Refusal: it is.
    """
    output = settings.output.resolve()
    for source in (settings.content.resolve(), settings.theme.resolve()):
        if output == source or output in source.parents or source in output.parents:
            message = (
                f"Thư mục kết quả {settings.output} chồng lên thư mục nguồn {source.name}. "
                "Chọn một thư mục khác."
            )
            raise Refusal(message, ENVIRONMENT)


def check_loss(site: Site, previous: Manifest) -> None:
    """The build does not lose more pages than a mistake would explain.

    Raises:
        Refusal: it would publish no article, or remove too large a share of the pages.
    """
    settings = site.settings
    if settings.allow_loss:
        return
    if not site.stories:
        raise Refusal(f"Không có bài nào để xuất bản; trang đang có giữ nguyên. {_TELL}")
    for prefix, what in (("tin:", "bài"), ("", "trang")):
        # The page of a document or of a unit without a file comes and goes with the news of it.
        before = {
            identity
            for identity in previous.pages
            if identity.startswith(prefix) and not identity.startswith(PASSING)
        }
        lost = sorted(before - set(site.identities))
        # One page may always go, whatever its share of a small site.
        if len(lost) > 1 and len(lost) > settings.max_loss * len(before):
            names = ", ".join(previous.pages[identity] for identity in lost[:5])
            more = "…" if len(lost) > 5 else ""  # noqa: PLR2004 - as many as were named
            raise Refusal(
                f"Lần dựng này sẽ gỡ {len(lost)} trong {len(before)} {what} đang có "
                f"({names}{more}); trang đang có giữ nguyên. {_TELL}"
            )
