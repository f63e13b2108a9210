"""Campaigns on the site: steps, targets with their reports, prizes, calendar, home."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from tests.conftest import Built, Workshop, article, files_below

CAMPAIGN = """---
name: Thi đua cải cách hành chính năm 2024
unit: Huyện Thanh Oai
plan: Kế hoạch số 26/KH-UBND ngày 01/3/2024
start: 2024-03-10
end: 2024-11-30
targets:
  - comparator: tối thiểu
    quantity: 97%
    object: hồ sơ đúng hạn và trước hạn
    deadline: 2024-11-30
  - {comparator: không quá, quantity: 15 phút, object: thời gian tìm một hồ sơ}
prizes:
  - {group: "Phòng, ban", prize: giải Nhất, count: 1}
  - {group: Xã, prize: giải Nhất, count: 1}
  - {group: Xã, prize: giải Nhì, count: 2}
summary: Phong trào thi đua của huyện về cải cách hành chính trong năm 2024.
---
"""
NAME = "Thi đua cải cách hành chính năm 2024"
PATH = "/phong-trao/thi-dua-2024/"


def told(number: int, day: str, kind: str, body: str = "Bài có một đoạn.", **more: str) -> str:
    return article(
        body, id=f"bai-{number}", title=f"Bài {number}", date=day, kind=kind, campaign=NAME, **more
    )


STEPS = {
    "phong-trao/thi-dua-2024.md": CAMPAIGN,
    "tin/2024/03/ke-hoach.md": told(
        1, "2024-03-02", "kế hoạch", "Theo Kế hoạch số 26/KH-UBND ngày 01/3/2024, có 98% hồ sơ "
        "đúng hạn và trước hạn."
    ),
    "tin/2024/03/phat-dong.md": told(2, "2024-03-10 08:00", "phát động"),
    "tin/2024/04/giao-uoc.md": told(
        3, "2024-04-05", "giao ước", "98% hồ sơ đúng hạn và trước hạn."
    ),
    "tin/2024/08/kiem-tra.md": told(
        4, "2024-08-06", "kiểm tra", "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 96,5%."
    ),
    "tin/2024/12/khen-thuong.md": told(
        5, "2024-12-20", "khen thưởng", "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%.\n\n"
        "Giải Nhất thuộc về xã Kim Thư. Giải Nhì thuộc về xã Bích Hòa và xã Cao Viên."
    ),
}  # fmt: skip


def words(site: Built, address: str, selector: str = "main") -> str:
    found = site.page(address).select(selector)
    text = " ".join(element.get_text(" ", strip=True) for element in found)
    return re.sub(r" (?=[,.;)])", "", text)


def test_a_reader_goes_from_the_plan_to_the_award_by_links(workshop: Workshop) -> None:
    site = workshop.build(STEPS)
    at, seen = "/tin/2024/03/ke-hoach/", []
    while at:
        page = site.page(at)
        current = page.select_one(".strip [aria-current=step]")
        assert current is not None
        seen.append(current.get_text(" ", strip=True).split(" ", 2)[:2])
        assert page.select(".strip-name a")[0]["href"] == PATH
        later = page.select(".strip a[rel=next]")
        at = str(later[0]["href"]) if later else ""
    assert [" ".join(kind) for kind in seen] == [
        "Kế hoạch",
        "Phát động",
        "Giao ước",
        "Kiểm tra",
        "Khen thưởng",
    ]


def test_news_that_is_no_step_stands_between_them(workshop: Workshop) -> None:
    site = workshop.build(STEPS | {"tin/2024/05/tin.md": told(6, "2024-05-01", "tin")})
    page = site.page("/tin/2024/05/tin/")
    assert page.select(".strip [aria-current]") == []
    assert [link["href"] for link in page.select(".strip-turn a")] == [
        "/tin/2024/04/giao-uoc/",
        "/tin/2024/08/kiem-tra/",
    ]


def test_the_strip_of_a_long_campaign_is_short(workshop: Workshop) -> None:
    checks = {
        f"tin/2024/05/kiem-tra-{day:02}.md": told(100 + day, f"2024-05-{day:02}", "kiểm tra")
        for day in range(1, 21)
    }
    site = workshop.build(STEPS | checks)
    strip = site.page("/tin/2024/05/kiem-tra-10/").select_one(".strip ol")
    assert strip is not None
    assert len(strip.select("li")) == 7
    # 25 steps: the first, two on each side of the 13th, and where all of them are.
    assert [one.get_text(strip=True) for one in strip.select("li > .aside")] == ["… 9 bước khác"]
    assert strip.select("li")[-1].a["href"] == f"{PATH}#tien-trinh"  # type: ignore[index]


def test_the_timeline_tells_everything_in_order(workshop: Workshop) -> None:
    site = workshop.build(STEPS)
    events = [
        " ".join(event.get_text(" ", strip=True).split())
        for event in site.page(PATH).select(".timeline .event")
    ]
    assert events == [
        "01/03/2024 Ban hành văn bản Kế hoạch số 26/KH-UBND ngày 01/3/2024",
        "02/03/2024 Kế hoạch Bài 1",
        "10/03/2024 Bắt đầu",
        "10/03/2024 Phát động Bài 2",
        "05/04/2024 Giao ước Bài 3",
        "06/08/2024 Kiểm tra Bài 4",
        "30/11/2024 Thời hạn chỉ tiêu Tối thiểu 97% hồ sơ đúng hạn và trước hạn",
        "30/11/2024 Kết thúc",
        "20/12/2024 Khen thưởng Bài 5",
    ]
    assert "Cổng chưa có bài về" not in words(site, PATH)
    assert "Đã kết thúc cách đây 2 năm" in words(site, PATH)


def test_what_is_to_come_and_what_is_missing_is_told(workshop: Workshop) -> None:
    campaign = CAMPAIGN.replace("2024-11-30", "2026-12-31").replace("2024-03-10", "2026-11-02")
    site = workshop.build(
        {
            "phong-trao/thi-dua-2024.md": campaign.replace("ngày 01/3/2024", ""),
            "tin/2026/11/phat-dong.md": told(1, "2026-11-02", "phát động"),
        }
    )
    text = words(site, PATH)
    assert "Đang diễn ra, còn 29 ngày" in text
    assert "Đã phát động, chưa có kết quả khen thưởng." in text
    assert "Cổng chưa có bài về: kế hoạch; ký giao ước; kiểm tra." in text
    assert words(site, PATH, ".timeline-coming .event-label") == "Thời hạn chỉ tiêu Kết thúc"
    assert "Giải Nhất Phòng, ban; Xã 2 0 Chưa có kết quả" in text


def test_targets_are_shown_with_their_reports(workshop: Workshop) -> None:
    site = workshop.build(STEPS)
    first, second = site.page(PATH).select(".target")
    text = " ".join(first.get_text(" ", strip=True).split())
    assert text.startswith(
        "Tối thiểu 97% hồ sơ đúng hạn và trước hạn Thời hạn: 30/11/2024 (đã qua)"
    )
    assert "Đạt theo số liệu mới nhất, công bố sau thời hạn." in text
    figures = [one.get_text(" ", strip=True) for one in first.select(".reported-figure")]
    assert figures == [
        "96,5% Kiểm tra, 06/08/2024",
        "98,4% Khen thưởng, 20/12/2024 (sau thời hạn)",
    ]
    assert [quote.get_text() for quote in first.select("blockquote")] == [
        "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 96,5%.",
        "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%.",
    ]
    assert "Chưa thấy công bố số liệu thực hiện." in second.get_text(" ", strip=True)


@pytest.mark.parametrize(
    ("reports", "figures"),
    [
        ('[{target: 1, value: "95,1%"}]', "95,1%"),
        ("[{target: hồ sơ đúng hạn, value: 95%}, {target: 2, value: 9 phút}]", "95% 9 phút"),
        ("[{target: 1, value: không}]", ""),
    ],
)
def test_what_an_author_states_wins(workshop: Workshop, reports: str, figures: str) -> None:
    body = "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 96,5%."
    site = workshop.build(
        {
            "phong-trao/thi-dua-2024.md": CAMPAIGN,
            "tin/2024/08/kiem-tra.md": told(4, "2024-08-06", "kiểm tra", body, reports=reports),
        }
    )
    assert words(site, PATH, ".reported-figure strong") == figures
    assert ("do người biên tập ghi" in words(site, PATH)) == bool(figures)


@pytest.mark.parametrize(
    ("reports", "fault"),
    [
        ("[{target: 3, value: 95%}]", "không có chỉ tiêu “3”. Có: 1. hồ sơ đúng hạn và trước hạn;"),
        ("[{target: hồ sơ, value: 95%}]", "“hồ sơ” khớp với 2 chỉ tiêu. Ghi dài hơn"),
        ("[{target: 1, value: 95 phút}]", "“95 phút” khác đơn vị đo của chỉ tiêu (“97%”)"),
        ("[{target: 1, value: cao}]", "“cao” không phải một số kèm đơn vị đo"),
        ("[{target: 1}]", "thiếu khóa “reports.value”"),
    ],
)
def test_what_is_stated_wrongly_is_refused(workshop: Workshop, reports: str, fault: str) -> None:
    files = {
        "phong-trao/thi-dua-2024.md": CAMPAIGN,
        "tin/2024/08/a.md": told(4, "2024-08-06", "kiểm tra", reports=reports, status="draft"),
    }
    report = workshop.refusal(files)
    assert fault in report
    assert "content/tin/2024/08/a.md:" in report


def test_reports_need_a_campaign_with_targets(workshop: Workshop) -> None:
    text = article(reports="[{target: 1, value: 95%}]")
    assert "bài không thuộc phong trào nào có chỉ tiêu" in workshop.refusal(
        {"tin/2024/05/bai-mot.md": text}
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("comparator: tối thiểu", "comparator: tối thiêu", "Có phải ý là “tối thiểu”?"),
        ("quantity: 97%", "quantity: cao nhất", "“targets.quantity”: “cao nhất” không phải một số"),
        ("quantity: 97%", "quantity: 97% trở lên", "ghi ở comparator"),
    ],
)
def test_a_target_that_cannot_be_read_is_refused(
    workshop: Workshop, old: str, new: str, fault: str
) -> None:
    report = workshop.refusal({"phong-trao/thi-dua-2024.md": CAMPAIGN.replace(old, new)})
    assert fault in report
    line = 1 + CAMPAIGN.splitlines().index(f"  - {old}" if "comp" in old else f"    {old}")
    assert f"content/phong-trao/thi-dua-2024.md:{line}: " in report


def test_a_comparator_may_stand_round_the_figure(workshop: Workshop) -> None:
    campaign = CAMPAIGN.replace("comparator: tối thiểu", "comparator: từ ... trở lên")
    site = workshop.build(
        {"phong-trao/thi-dua-2024.md": campaign, "tin/2024/05/bai-mot.md": article()}
    )
    assert "Từ 97% trở lên" in words(site, PATH, ".target-level")


def test_news_of_a_single_commune_reports_nothing_for_the_district(workshop: Workshop) -> None:
    commune = (
        "---\nname: Xã Cao Viên\nkind: xã\nparent: Huyện Thanh Oai\n"
        "summary: Một xã của huyện Thanh Oai, dùng trong bài kiểm tra.\n---\n"
    )
    body = "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 99%."
    site = workshop.build(
        {
            "don-vi/xa-cao-vien.md": commune,
            "phong-trao/thi-dua-2024.md": CAMPAIGN,
            "tin/2024/08/a.md": told(1, "2024-08-06", "tin", body, unit="Xã Cao Viên"),
        }
    )
    assert words(site, PATH, ".reported") == ""


def test_prizes_given_stand_beside_prizes_planned(workshop: Workshop) -> None:
    site = workshop.build(STEPS)
    rows = [row.get_text(" ", strip=True) for row in site.page(PATH).select("table tbody tr")]
    assert rows == [
        "Giải Nhất Phòng, ban; Xã 2 1 Còn 1 chưa thấy công bố",
        "Giải Nhì Xã 2 2 Đã trao đủ",
    ]


def test_a_campaign_that_ended_without_results_says_so(workshop: Workshop) -> None:
    steps = {name: text for name, text in STEPS.items() if "khen-thuong" not in name}
    site = workshop.build(steps)
    text = words(site, PATH)
    assert "Đã kết thúc, chưa thấy công bố kết quả khen thưởng." in text
    assert "Cổng chưa có bài về: tổng kết, khen thưởng." in text


def test_a_long_campaign_keeps_its_steps_and_its_pages(workshop: Workshop) -> None:
    news = {
        f"tin/2024/06/tin-{number:02}.md": told(200 + number, f"2024-06-{number:02}", "tin")
        for number in range(1, 25)
    }
    site = workshop.build(STEPS | news)
    assert words(site, PATH, ".event-story .event-label") == (
        "Kế hoạch Phát động Giao ước Kiểm tra Khen thưởng"
    )
    assert "còn 24 tin khác" in words(site, PATH)
    second = words(site, f"{PATH}trang/1/")
    assert "Bài 1" in second
    for part in ("Tiến trình", "Chưa có kết quả", "Kết quả khen thưởng", "Tình trạng"):
        assert part not in second


def test_the_calendar_is_read_back(workshop: Workshop) -> None:
    site = workshop.build(STEPS)
    assert f"{PATH}lich.ics" in site.links(PATH)
    calendar = Calendar.from_ical(site.files()[f"{PATH}lich.ics".strip("/")])
    events = [
        (str(event["UID"]), event.decoded("DTSTART"), event.decoded("DTEND"), str(event["SUMMARY"]))
        for event in calendar.walk("VEVENT")
    ]
    own = "tag:bang-vang.example,2026:phong-trao/thi-dua-2024/"
    end = date(2024, 11, 30)
    start = date(2024, 3, 10)
    day = timedelta(days=1)
    assert events == [
        (f"{own}bat-dau", start, start + day, f"Bắt đầu: {NAME}"),
        (f"{own}han-2024-11-30", end, end + day, f"Thời hạn chỉ tiêu: {NAME}"),
        (f"{own}ket-thuc", end, end + day, f"Kết thúc: {NAME}"),
    ]
    deadline = calendar.walk("VEVENT")[1]
    assert str(deadline["DESCRIPTION"]) == "tối thiểu 97% hồ sơ đúng hạn và trước hạn"
    assert str(deadline["URL"]) == f"https://bang-vang.example{PATH}"
    assert str(calendar["VERSION"]) == "2.0"


def test_the_name_of_a_calendar_is_escaped(workshop: Workshop) -> None:
    name = "Nhanh, gọn; đúng hạn"
    site = workshop.build(
        {
            "phong-trao/thi-dua-2024.md": CAMPAIGN.replace(NAME, f'"{name}"'),
            "tin/2024/05/bai-mot.md": article(),
        }
    )
    text = site.text(f"{PATH}lich.ics")
    assert "X-WR-CALNAME:Nhanh\\, gọn\\; đúng hạn" in text


def test_a_campaign_that_is_part_of_itself_is_refused(workshop: Workshop) -> None:
    whole = CAMPAIGN.replace("plan:", f"parent: {NAME}\nplan:")
    report = workshop.refusal(
        {"phong-trao/thi-dua-2024.md": whole, "tin/2024/05/bai-mot.md": article()}
    )
    assert "thi-dua-2024.md:4: “parent”: phong trào này nằm dưới chính nó." in report


def test_a_campaign_without_dates_has_no_calendar(workshop: Workshop) -> None:
    plain = "\n".join(
        line
        for line in CAMPAIGN.splitlines()
        if not line.startswith(("start:", "end:")) and "deadline" not in line
    )
    site = workshop.build(
        {"phong-trao/thi-dua-2024.md": plain, "tin/2024/05/bai-mot.md": article()}
    )
    assert not site.exists(f"{PATH}lich.ics")
    assert "Chưa rõ thời gian" in words(site, PATH)


def test_another_day_changes_only_what_tells_of_days(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = CAMPAIGN.replace("2024-11-30", "2026-12-31")
    before = files_below(workshop.build(STEPS | {"phong-trao/thi-dua-2024.md": running}).output)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1796169600 + 86_400))
    after = files_below(workshop.build().output)
    changed = {name for name in before if before[name] != after[name]} - {
        ".bang-vang/manifest.json"
    }
    assert changed == {"index.html", f"{PATH.strip('/')}/index.html"}


def test_home_shows_the_campaigns_that_end_first(workshop: Workshop) -> None:
    campaigns = {
        f"phong-trao/dot-{number}.md": CAMPAIGN.replace(NAME, f"Đợt {number}")
        .replace("end: 2024-11-30", f"end: 2026-12-{31 - number}")
        .replace("deadline: 2024-11-30", "deadline: 2026-12-10")
        for number in range(6)
    }
    site = workshop.build(campaigns | {"tin/2024/05/bai-mot.md": article()})
    assert words(site, "/", ".campaigns h3") == "Đợt 5 Đợt 4 Đợt 3 Đợt 2"
    text = words(site, "/", ".campaigns li:first-child")
    assert "Còn 24 ngày (đến 26/12/2026)" in text
    assert "Thời hạn chỉ tiêu gần nhất: 10/12/2026, còn 8 ngày" in text
    assert "còn 2 phong trào khác đang diễn ra" in words(site, "/", ".more")


@pytest.mark.parametrize(
    ("slug", "figures"),
    [
        (
            "nam-dan-mot-lan-den-dung-ngay-hen",
            [
                "1 96,8% 12/07/2024",
                "1 98,4% 18/12/2024",
                "3 58% 12/07/2024",
                "3 66% 18/12/2024",
            ],
        ),
        (
            "thanh-oai-day-manh-cai-cach-hanh-chinh-2020",
            [
                "1 98,6% 19/08/2020",
                "1 98,9% 15/01/2021",
                "2 91% 19/08/2020",
                "3 17 đơn vị 19/08/2020",
            ],
        ),
        (
            "chuong-my-90-ngay-dem-so-hoa-ho-so",
            [
                "1 58.400 trang 18/11/2026",
                "2 98,3% 18/11/2026",
                "3 11 phút 18/11/2026",
                "3 26 phút 18/11/2026",
            ],
        ),
        ("xuan-mai-chinh-quyen-gan-dan-2026", ["2 97% 29/05/2026"]),
        ("giao-uoc-cum-thi-dua-so-vi-2020", []),
        ("ha-noi-so-hoa-ket-qua-thu-tuc-hanh-chinh-2026-2028", []),
        ("chuong-my-cai-cach-hanh-chinh-2022", []),
    ],
)
def test_the_sample_reports(portal: Built, slug: str, figures: list[str]) -> None:
    found = []
    for target in portal.page(f"/phong-trao/{slug}/").select(".target"):
        number = str(target["id"]).removeprefix("chi-tieu-")
        for figure in target.select(".reported-figure"):
            strong, time = figure.strong, figure.select_one("time")
            assert strong is not None
            assert time is not None
            found.append(f"{number} {strong.get_text()} {time.get_text()}")
    assert found == figures


@pytest.mark.parametrize(
    "start",
    [
        "/tin/2020/03/thanh-oai-ke-hoach-thi-dua-cai-cach-hanh-chinh-2020/",
        "/tin/2023/03/nam-dan-ke-hoach-mot-lan-den-dung-ngay-hen/",
    ],
)
def test_the_sample_goes_from_plan_to_award(portal: Built, start: str) -> None:
    kinds, at = [], start
    while at:
        page = portal.page(at)
        kinds.append(page.select(".story-date .kind")[0].get_text())
        later = page.select(".strip a[rel=next]")
        at = str(later[0]["href"]) if later else ""
    assert kinds == ["Kế hoạch", "Phát động", "Giao ước", "Kiểm tra", "Khen thưởng"]
