from __future__ import annotations

import pytest

from plugins.portal.contexts import PageInfo
from plugins.portal.outputs import CollisionError, Made, Page, Plan


def page(path: str, *, listed: bool = True) -> Page:
    return Page(
        PageInfo(title="Bài", description="Về bài.", path=path, listed=listed), "a.html", {}
    )


def test_a_page_is_made_each_time_it_is_asked_for() -> None:
    made: list[Page] = []

    def make() -> Page:
        made.append(page("/tin/mot/"))
        return made[-1]

    plan = Plan()
    plan.later("/tin/mot/", make, "một.md")
    assert "/tin/mot/" in plan
    assert list(plan.paths) == ["tin/mot/index.html"]
    assert plan.addresses == ["/tin/mot/"]
    assert not made
    assert plan["tin/mot/index.html"] is made[0]
    assert list(plan) == [("tin/mot/index.html", made[1])]


@pytest.mark.parametrize("other", ["/tin/mot/", "/tin/MOT/"])
def test_a_page_of_later_takes_its_address(other: str) -> None:
    plan = Plan()
    plan.later(other, lambda: page(other), "một.md")
    with pytest.raises(CollisionError, match=r"/tin/mot/: vừa là một.md, vừa là hai.md"):
        plan.later("/tin/mot/", lambda: page("/tin/mot/"), "hai.md")


def test_addresses_are_those_of_pages_and_some_are_not_listed() -> None:
    plan = Plan()
    plan.add("/", page("/"), "trang chủ")
    plan.add("/404.html", page("/404.html", listed=False), "trang báo lỗi")
    plan.add("/rss.xml", Made(bytes, ()), "nguồn tin")
    plan.later("/tin/mot/", lambda: page("/tin/mot/"), "một.md")
    assert plan.addresses == ["/", "/404.html", "/tin/mot/"]
    assert plan.listed == ["/", "/tin/mot/"]
    assert len(plan) == 4
