"""The register of documents: one page for each, with what cites it and what it decides."""

from __future__ import annotations

from tests.conftest import Workshop, article

CAMPAIGN = """---
name: Thi đua cải cách hành chính năm 2024
unit: Huyện Thanh Oai
plan: {plan}
start: 2024-03-01
end: 2024-12-31
summary: Phong trào của huyện trong năm 2024, đủ dài để qua được bước kiểm tra độ dài.
---
Phong trào của huyện.
"""
LAUNCH = (
    "Ủy ban nhân dân huyện Thanh Oai vừa ban hành Kế hoạch số 12/KH-UBND ngày 02/3/2024 về thi đua "
    "cải cách hành chính năm 2024."
)
RESULT = (
    "Thực hiện Kế hoạch số 12/KH-UBND của huyện, phong trào đã kết thúc.\n\n"
    "Ngày 20/12/2024, Chủ tịch UBND huyện Thanh Oai ban hành Quyết định số 9.080 về việc tặng Giấy "
    "khen cho 2 tập thể: Phòng Nội vụ, Phòng Tư pháp."
)
REMINDER = "Theo Quyết định số 9080/QĐ-UBND ngày 20/12/2024, hai phòng được khen."


def story(number: int, body: str, month: int = 5, **front: str) -> dict[str, str]:
    front = {"id": f"bai-{number}", "title": f"Bài {number}", "date": f"2024-{month:02}-06"} | front
    year = front["date"][:4]
    return {f"tin/{year}/{month:02}/bai-{number}.md": article(body, **front)}


def test_from_plan_to_awards_by_links(workshop: Workshop) -> None:
    campaign = "Thi đua cải cách hành chính năm 2024"
    site = workshop.build(
        {"phong-trao/thi-dua.md": CAMPAIGN.format(plan="Kế hoạch số 12/KH-UBND")}
        | story(1, LAUNCH, 3, campaign=campaign)
        | story(2, RESULT, 12, date="2024-12-22", campaign=campaign)
        | story(3, REMINDER, 1, date="2025-01-06")
    )
    plan = "/van-ban/ke-hoach-12-kh-ubnd-2024-03-02/"
    decision = "/van-ban/quyet-dinh-9080-qd-ubnd-2024-12-20/"
    # The plan: cited with its day, without it, and by the campaign's file.
    assert site.links(plan, "main .citations h3 a") == [
        "/tin/2024/12/bai-2/",
        "/tin/2024/03/bai-1/",
    ]
    assert "/phong-trao/thi-dua/" in site.links(plan)
    page = site.page(plan)
    assert page.select_one("h1").text == "Kế hoạch số 12/KH-UBND"
    assert page.select_one(".standfirst").text == "Thi đua cải cách hành chính năm 2024"
    assert "/don-vi/huyen-thanh-oai/" in site.links(plan, ".facts a")
    assert page.select("blockquote")[1].text.strip() == LAUNCH
    # The decision: cited by its bare number and by its full one.
    assert "/tin/2024/12/bai-2/#khen-thuong-1" in site.links(decision)
    assert site.links(decision, ".citations a") == [
        "/tin/2025/01/bai-3/",
        "/tin/2024/12/bai-2/",
    ]
    # From the article to both, and from its award to the decision.
    links = site.links("/tin/2024/12/bai-2/", ".documents a")
    assert sorted(links) == [plan, decision]
    assert decision in site.links("/tin/2024/12/bai-2/", "#khen-thuong-1 a")
    # So does it wherever the award is listed, but not on the decision's own page.
    for address in ("/", "/bang-vang/", "/bang-vang/2024/", "/phong-trao/thi-dua/"):
        assert decision in site.links(address, ".basis a"), address
    assert decision in site.links("/phong-trao/thi-dua/", ".event-label a")
    assert decision not in site.links(decision)


def test_the_index_leads_to_years_and_to_documents(workshop: Workshop) -> None:
    site = workshop.build(story(1, LAUNCH) | story(2, "Quyết định số 31 về khen thưởng."))
    assert site.links("/van-ban/", ".jump a") == ["/van-ban/2024/", "/van-ban/khong-ro-ngay/"]
    assert "/van-ban/ke-hoach-12-kh-ubnd-2024-03-02/" in site.links("/van-ban/2024/")
    assert "/van-ban/quyet-dinh-31-2024/" in site.links("/van-ban/khong-ro-ngay/")
    assert "Văn bản năm 2024" in site.page("/van-ban/2024/").select_one("h1").text


def test_without_documents_the_index_says_so(workshop: Workshop) -> None:
    site = workshop.build(story(1, "Bài có một câu."))
    assert "Chưa có văn bản nào" in site.text("/van-ban/")


def test_a_plan_that_only_a_campaign_names_has_its_page(workshop: Workshop) -> None:
    plan = CAMPAIGN.format(plan="Kế hoạch số 7/KH-UBND ngày 01/2/2024 của UBND huyện Thanh Oai")
    site = workshop.build({"phong-trao/thi-dua.md": plan} | story(1, "Bài có một câu."))
    address = "/van-ban/ke-hoach-7-kh-ubnd-2024-02-01/"
    assert site.links(address, ".facts a") == ["/don-vi/huyen-thanh-oai/", "/phong-trao/thi-dua/"]
    assert "Nêu ở trang phong trào" in site.text("/van-ban/")


def test_the_committee_of_the_articles_own_unit_is_named_in_full(workshop: Workshop) -> None:
    body = "Công văn số 88/UBND-NV ngày 03/4/2024 của UBND huyện về rà soát quy trình."
    site = workshop.build(story(1, body))
    address = "/van-ban/cong-van-88-ubnd-nv-2024-04-03/"
    (issuer,) = site.page(address).select(".facts a")
    assert (issuer.text, issuer["href"]) == ("UBND huyện Thanh Oai", "/don-vi/huyen-thanh-oai/")


def test_a_source_line_cites_too(workshop: Workshop) -> None:
    site = workshop.build(story(1, "Bài có một câu.", source="{name: KH 138/KH-UBND}"))
    assert "Nêu ở dòng ghi nguồn" in site.text("/van-ban/ke-hoach-138-kh-ubnd-2024/")


def test_two_days_for_one_number_stay_apart_and_are_told(workshop: Workshop) -> None:
    site = workshop.build(
        story(1, "Kế hoạch số 5/KH-UBND ngày 02/3/2024 của UBND huyện Thanh Oai về thi đua.")
        | story(2, "Kế hoạch số 5/KH-UBND ngày 12/3/2024 của UBND huyện Thanh Oai về thi đua.", 6)
    )
    assert site.exists("/van-ban/ke-hoach-5-kh-ubnd-2024-03-02/")
    assert site.exists("/van-ban/ke-hoach-5-kh-ubnd-2024-03-12/")
    report = (workshop.folder / "can-xem-lai.md").read_text("utf-8")
    assert "## Văn bản được nêu mâu thuẫn nhau (1)" in report
    assert "02/03/2024" in report
    assert "12/03/2024" in report


def test_a_code_of_another_kind_is_told(workshop: Workshop) -> None:
    workshop.build(story(1, "Công văn số 5/QĐ-UBND ngày 02/3/2024 của UBND huyện Thanh Oai."))
    report = (workshop.folder / "can-xem-lai.md").read_text("utf-8")
    assert "ký hiệu “QĐ” không phải của loại văn bản này" in report


def test_a_page_that_gains_its_day_leaves_a_redirect(workshop: Workshop) -> None:
    first = workshop.build(story(1, "Kế hoạch số 12/KH-UBND của UBND huyện Thanh Oai."))
    old = "/van-ban/ke-hoach-12-kh-ubnd-huyen-thanh-oai/"
    assert first.exists(old)
    later = workshop.build(story(2, LAUNCH, 6))
    new = "/van-ban/ke-hoach-12-kh-ubnd-2024-03-02/"
    assert later.exists(new)
    assert new in later.text(old)


def test_the_pages_of_a_withdrawn_article_say_nothing(workshop: Workshop) -> None:
    workshop.build(story(1, LAUNCH) | story(2, "Bài khác.") | story(3, "Bài nữa."))
    site = workshop.build(story(1, LAUNCH, status="withdrawn"))
    assert "cải cách" not in site.page("/van-ban/ke-hoach-12-kh-ubnd-2024-03-02/").main.text
    assert "12/KH-UBND" not in site.text("/van-ban/")


def test_a_name_taken_down_stands_in_no_quote(workshop: Workshop) -> None:
    body = (
        "Tại Quyết định số 31/QĐ-UBND ngày 02/3/2024 của UBND huyện Thanh Oai, bà Nguyễn Thị Kín "
        "và Phòng Nội vụ được tặng Giấy khen."
    )
    request = "---\nname: Nguyễn Thị Kín\ndate: 2026-11-20\nreason: theo đề nghị\n---\n"
    files = story(1, body)
    site = workshop.build(files)
    address = "/van-ban/quyet-dinh-31-qd-ubnd-2024-03-02/"
    assert "Nguyễn Thị Kín" in site.page(address).select_one("blockquote").text
    site = workshop.build({"go-ten/so-1.md": request})
    quote = site.page(address).select_one("blockquote").text
    assert "Kín" not in site.text(address)
    assert "Phòng Nội vụ được tặng Giấy khen." in quote
