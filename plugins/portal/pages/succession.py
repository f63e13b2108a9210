"""Pages at addresses of earlier builds: where a page went, or that it is gone."""

from __future__ import annotations

from plugins.portal.contexts import PageInfo
from plugins.portal.manifest import Manifest
from plugins.portal.outputs import Plan


def plan_succession(manifest: Manifest, plan: Plan) -> None:
    """Plan a redirect at each address that moved, a tombstone at each that is gone.

    A tombstone says nothing of what stood there.
    """
    for old, target in manifest.moved.items():
        info = PageInfo(
            title="Trang đã chuyển",
            description="Trang này đã chuyển sang địa chỉ mới.",
            path=old,
            listed=False,
        )
        plan.page(info, "moved.html", {"target": target}, f"trang chuyển tiếp {old}")
    for old in manifest.gone:
        info = PageInfo(
            title="Trang đã gỡ",
            description="Trang này đã được gỡ.",
            path=old,
            listed=False,
        )
        plan.page(info, "gone.html", {}, f"trang báo gỡ {old}")
