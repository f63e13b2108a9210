"""The build as a whole: nothing half done, nothing stale, the same bytes every time."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, meta

from plugins.portal import rendering, template_names
from plugins.portal.manifest import manifest_file
from plugins.portal.outputs import CollisionError, Copy, Made, Output, Page, Plan
from plugins.portal.pages import files
from tests.conftest import ROOT, Workshop, article, files_below

TEMPLATES = ROOT / "theme/templates"
THREE = {
    f"tin/2024/0{number}/bai-{number}.md": article(
        id=f"bai-{number}", title=f"Bài {number}", date=f"2024-0{number}-06"
    )
    for number in (3, 4, 5)
}


def build_command(workshop: Workshop, output: Path) -> list[str]:
    places = ["--content", str(workshop.content), "--output", str(output)]
    return [sys.executable, "-m", "plugins.desk.build", *places]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("raise ValueError('hỏng')", "pelicanconf.py có lỗi (ValueError: hỏng)"),
        ("PLUGINS = ['plugins.khong_co']", "plugins.khong_co"),
        ("PLUGINS = []", "không nạp được plugin plugins.portal"),
        ("del TAGLINE", "Thiếu thiết lập 'TAGLINE'"),
        ("THEME = 'khong-co'", "khong-co"),
        ("SITEURL = 'https://x.vn/\"><script>'", 'SITEURL là “https://x.vn/"><script>”'),
        ("SITEURL = ''", "phải như https://ten-mien.vn"),
    ],
)
def test_wrong_settings_end_the_build_with_code_2(
    workshop: Workshop, line: str, words: str
) -> None:
    workshop.write(THREE)
    shutil.copytree(ROOT / "plugins", workshop.folder / "plugins")
    shutil.copytree(ROOT / "theme", workshop.folder / "theme")
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    (workshop.folder / "pelicanconf.py").write_text(f"{settings}\n{line}\n", "utf-8")
    run = subprocess.run(
        build_command(workshop, workshop.output),
        cwd=workshop.folder,
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2, run.stderr
    assert words in run.stderr
    assert "Traceback" not in run.stderr + run.stdout
    assert not workshop.output.exists()


def test_a_refused_build_leaves_the_old_site(workshop: Workshop) -> None:
    before = workshop.build(THREE).files()
    workshop.refusal({"tin/2024/05/bai-5.md": article(date="2024-05-99")})
    assert files_below(workshop.output) == before


def test_a_failing_template_leaves_the_old_site(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = workshop.build(THREE).files()

    def fail(_moment: object) -> str:
        raise RuntimeError("mẫu trang hỏng")

    monkeypatch.setattr(rendering, "day", fail)
    report = workshop.refusal({"tin/2024/05/moi.md": article(id="moi")})
    assert (
        report == "Chương trình gặp lỗi (RuntimeError: mẫu trang hỏng). Trang đang có giữ nguyên."
    )
    assert files_below(workshop.output) == before


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("{{ khong_co }}", "page.html:2): 'khong_co' is undefined"),
        ("{% if %}", "page.html:2): Expected an expression"),
        ("{{ heading.x.y }}", "page.html:2): "),
    ],
)
def test_a_broken_template_is_named(workshop: Workshop, broken: str, words: str) -> None:
    theme = workshop.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    page = f'{{% extends "base.html" %}}\n{{% block main %}}{broken}{{% endblock %}}\n'
    (theme / "templates/page.html").write_text(page, "utf-8")
    summary = "Một trang có phần tóm tắt đủ dài để qua được bước kiểm tra."
    files = {"trang/x.md": f"---\ntitle: Trang\nsummary: {summary}\n---\nx\n"}
    assert words in workshop.refusal(THREE | files, THEME=str(theme))
    assert not (workshop.output / "index.html").exists()


def test_files_of_somebody_else_are_told(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.build(THREE)
    (workshop.output / "la.html").write_text("x", "utf-8")
    workshop.build()
    assert "có 1 tệp không do cổng tạo ra (la.html…)" in capsys.readouterr().err


def test_no_stale_page_survives(workshop: Workshop) -> None:
    assert "Bài 4" in workshop.build(THREE).text("/tin/2024/04/bai-4/")
    (workshop.content / "tin/2024/04/bai-4.md").unlink()
    site = workshop.build()
    assert not site.exists("/tin/2024/04/")
    # A tombstone stays, which says nothing of what stood there.
    page = site.page("/tin/2024/04/bai-4/")
    assert "đã được gỡ" in page.h1.get_text()
    assert "Bài 4" not in page.get_text()
    assert page.select_one("meta[name=robots][content=noindex]")
    for name, content in site.files().items():
        knows = (".bang-vang/", ".htaccess", "_redirects", "_headers", "tin/2024/04/")
        assert b"bai-4" not in content or name.startswith(knows), name


def test_a_changed_address_leads_on(workshop: Workshop) -> None:
    workshop.build(THREE)
    old = workshop.content / "tin/2024/04/bai-4.md"
    old.rename(old.with_name("bai-bon.md"))
    site = workshop.build()
    assert "/tin/2024/04/bai-bon/" in site.links("/tin/2024/04/bai-4/")
    refresh = site.page("/tin/2024/04/bai-4/").select_one("meta[http-equiv=refresh]")
    assert refresh is not None
    assert refresh["content"] == "0; url=/tin/2024/04/bai-bon/"
    # Moved again: both old addresses lead to the newest; the feed's id never changed.
    old.with_name("bai-bon.md").rename(old.with_name("bai-so-bon.md"))
    site = workshop.build()
    for address in ("/tin/2024/04/bai-4/", "/tin/2024/04/bai-bon/"):
        assert "/tin/2024/04/bai-so-bon/" in site.links(address)
    assert "tag:bang-vang.example,2026:bai-4" in [one.id for one in site.feed("/rss.xml").entries]
    assert "bai-4/" not in site.text("/sitemap.xml")


def test_an_address_in_use_again_is_a_page_again(workshop: Workshop) -> None:
    workshop.build(THREE)
    text = (workshop.content / "tin/2024/04/bai-4.md").read_text("utf-8")
    (workshop.content / "tin/2024/04/bai-4.md").unlink()
    workshop.build()
    site = workshop.build({"tin/2024/04/bai-4.md": text})
    assert "Bài 4" in site.text("/tin/2024/04/bai-4/")


def test_a_great_loss_must_be_meant(workshop: Workshop) -> None:
    before = workshop.build(THREE).files()
    for name in ("tin/2024/04/bai-4.md", "tin/2024/05/bai-5.md"):
        (workshop.content / name).unlink()
    report = workshop.refusal()
    assert "sẽ gỡ 2 trong 3 bài" in report
    assert "/tin/2024/04/bai-4/, /tin/2024/05/bai-5/" in report
    assert files_below(workshop.output) == before
    assert workshop.build(ALLOW_LOSS=True).exists("/tin/2024/03/bai-3/")
    (workshop.content / "tin/2024/03/bai-3.md").unlink()
    assert "Không có bài nào để xuất bản" in workshop.refusal()


def test_pages_that_nobody_wrote_go_with_the_news_of_them(workshop: Workshop) -> None:
    names = "xã Cao Viên, xã Bích Hòa, xã Cự Khê, xã Mỹ Hưng, xã Thanh Thùy, xã Kim An, xã Kim Thư"
    body = f"Huyện Thanh Oai tặng Giấy khen cho {names}."
    site = workshop.build(THREE | {"tin/2024/05/khen.md": article(body, id="khen")})
    assert site.exists("/don-vi/xa-cu-khe-thanh-oai-ha-noi/")
    withdrawn = article(body, id="khen", status="withdrawn")
    site = workshop.build({"tin/2024/05/khen.md": withdrawn})
    assert "đã được gỡ" in site.text("/don-vi/xa-cu-khe-thanh-oai-ha-noi/")


def test_an_output_that_holds_sources_is_refused(workshop: Workshop) -> None:
    workshop.write(THREE)
    before = files_below(workshop.content)
    for output in (workshop.content, workshop.folder, workshop.content / "tin"):
        assert "chồng lên thư mục nguồn" in workshop.refusal(OUTPUT_PATH=str(output))
    assert files_below(workshop.content) == before


def test_a_damaged_manifest_stops_the_build(workshop: Workshop) -> None:
    workshop.build(THREE)
    manifest_file(workshop.output).write_text("{", "utf-8")
    assert "bản kê của cổng bị hỏng" in workshop.refusal()


def test_every_source_is_in_the_ledger(workshop: Workshop) -> None:
    workshop.build(
        THREE
        | {
            "tin/2024/05/nhap.md": article(id="nhap", status="draft"),
            "tin/2027/01/hen.md": article(id="hen", date="2027-01-02 08:00", status="scheduled"),
            "tin/2024/05/qua-han.md": article(id="qua-han", expires="2025-01-01"),
            "tin/2024/05/go.md": article(id="go", status="withdrawn"),
        }
    )
    ledger = json.loads((workshop.folder / "so-cai.json").read_text("utf-8"))
    fates = {one["path"]: one["fate"] for one in ledger["entries"]}
    sources = {f"content/{name}" for name in files_below(workshop.content)}
    assert set(fates) == sources
    assert ledger["articles"] == {
        "published": 3,
        "draft": 1,
        "scheduled": 1,
        "expired": 1,
        "withdrawn": 1,
    }
    run = subprocess.run(
        [sys.executable, "-m", "plugins.desk.due", str(workshop.folder / "so-cai.json")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout == "02/01/2027 08:00  được đăng  content/tin/2027/01/hen.md\n"


def test_a_refused_build_enters_why(workshop: Workshop) -> None:
    workshop.refusal(THREE | {"tin/2024/05/bai-5.md": article(kind="tim")})
    ledger = json.loads((workshop.folder / "so-cai.json").read_text("utf-8"))
    rejected = {
        one["path"]: one["reason"] for one in ledger["entries"] if one["fate"] == "rejected"
    }
    assert list(rejected) == ["content/tin/2024/05/bai-5.md"]
    assert rejected["content/tin/2024/05/bai-5.md"].startswith("dòng 5: “kind”")


def test_a_folder_of_somebody_else_is_left_alone(workshop: Workshop) -> None:
    workshop.output.mkdir()
    letter = workshop.output / "thu.txt"
    letter.write_text("Thư riêng", "utf-8")
    report = workshop.refusal(THREE)
    assert "bản kê của cổng không có" in report
    assert letter.read_text("utf-8") == "Thư riêng"


def test_the_same_bytes_whatever_the_surroundings(workshop: Workshop) -> None:
    """Builds in processes of their own, with another zone, locale, hash seed and umask."""
    workshop.write(THREE)

    def build(name: str, umask: int, **environment: str) -> dict[str, bytes]:
        output = workshop.folder / name
        subprocess.run(
            build_command(workshop, output),
            cwd=ROOT,
            env={**os.environ, **environment},
            check=True,
            umask=umask,
            capture_output=True,
        )
        return files_below(output)

    one = build("mot", 0o022, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    two = build("hai", 0o077, TZ="America/Lima", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert one == two


def test_the_command_says_faults_without_a_traceback(workshop: Workshop) -> None:
    workshop.write({"tin/2024/05/a.md": article(kind="tim")})
    run = subprocess.run(
        build_command(workshop, workshop.output),
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1
    assert "content/tin/2024/05/a.md:5: “kind”: không có “tim”. Có phải ý là “tin”?" in run.stderr
    assert "Traceback" not in run.stderr + run.stdout
    assert not workshop.output.exists()


def test_two_pages_at_one_address_are_refused(workshop: Workshop) -> None:
    page = (
        "---\ntitle: Đơn vị\nsummary: Trang này muốn đứng ở địa chỉ của danh mục đơn vị.\n---\nx\n"
    )
    report = workshop.refusal({"trang/don-vi.md": page})
    assert "/don-vi/: vừa là danh mục Đơn vị, vừa là content/trang/don-vi.md" in report


def test_a_collision_without_regard_to_case() -> None:
    plan = Plan()
    plan.add("/anh/a.png", Made(bytes, b""), "ảnh một")
    with pytest.raises(CollisionError):
        plan.add("/anh/A.png", Copy(Path("x")), "ảnh hai")


def test_listings_have_pages(workshop: Workshop) -> None:
    site = workshop.build(THREE, PAGE_SIZE=1)
    assert "/tin/2024/05/bai-5/" in site.links("/tin/")
    assert "/tin/2024/03/bai-3/" in site.links("/tin/trang/1/")
    assert "/don-vi/huyen-thanh-oai/trang/2/" in site.links("/don-vi/huyen-thanh-oai/")
    assert "/tin/2024/04/bai-4/" in site.links("/tin/2024/04/")
    assert "/tin/2024/04/" in site.links("/tin/2024/")


def test_a_site_below_a_path(workshop: Workshop) -> None:
    site = workshop.build(
        {"tin/2024/05/bai-mot.md": article("[đơn vị](/don-vi/huyen-thanh-oai/)")},
        SITEURL="https://vi-du.example/cong",
        SEARCH=True,
    )
    pages = [name for name in site.files() if name.endswith(".html")]
    assert {"404.html", "bang-vang/index.html", "tim-kiem/index.html"} <= set(pages)
    for name in pages:
        for element in site.page(name).select("*"):
            for value in element.attrs.values():
                if isinstance(value, str) and value.startswith("/"):
                    assert value.startswith("/cong/"), (name, value)
    assert json.loads(site.text("/bang-vang/du-lieu.json"))["prefix"] == "/cong"
    addresses = re.compile(r"(?<![\w.])https://vi-du\.example(/[^\s\"'<>\\]*)?")
    for name, text in site.readable().items():
        if not name.startswith(".bang-vang/"):
            told = {match[1] or "" for match in addresses.finditer(text)}
            assert all(path.startswith("/cong") for path in told), name
    assert "https://vi-du.example/cong/" in site.text("/du-lieu/units.json")
    entry = site.feed("/rss.xml").entries[0]
    assert entry.link == "https://vi-du.example/cong/tin/2024/05/bai-mot/"
    assert 'href="https://vi-du.example/cong/don-vi/huyen-thanh-oai/"' in entry.content[0].value


def test_sitemap_and_robots(workshop: Workshop) -> None:
    site = workshop.build(THREE)
    sitemap = ElementTree.fromstring(site.text("/sitemap.xml"))
    addresses = {str(loc.text) for loc in sitemap.findall(".//{*}loc")}
    assert "https://bang-vang.example/tin/2024/05/bai-5/" in addresses
    assert "https://bang-vang.example/" in addresses
    assert not any("404" in address for address in addresses)
    assert "Sitemap: https://bang-vang.example/sitemap.xml" in site.text("/robots.txt")


def test_a_large_site_has_a_sitemap_for_each_year_and_folder(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ElementTree.fromstring(workshop.build(THREE).text("/sitemap.xml"))
    addresses = sorted(str(loc.text) for loc in whole.findall(".//{*}loc"))
    monkeypatch.setattr(files, "MOST", 5)
    site = workshop.build(THREE)
    index = ElementTree.fromstring(site.text("/sitemap.xml"))
    assert index.tag.endswith("}sitemapindex")
    found = []
    for one in index.findall("{*}sitemap"):
        address = str(one.findtext("{*}loc")).removeprefix("https://bang-vang.example")
        part = ElementTree.fromstring(site.text(address))
        listed = [str(loc.text) for loc in part.findall(".//{*}loc")]
        days = [str(day.text) for day in part.findall(".//{*}lastmod")]
        assert 1 <= len(listed) <= 5
        assert one.findtext("{*}lastmod") == max(days, default=None)
        found += listed
    assert sorted(found) == addresses
    assert site.exists("/sitemap-tin-2024.xml")
    assert site.exists("/sitemap-tin-2024-2.xml")


def test_templates_get_what_the_contract_declares(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: dict[str, set[str]] = {}
    outputs = Plan.__iter__

    def record(self: Plan) -> Iterator[tuple[str, Output]]:
        for path, output in outputs(self):
            if isinstance(output, Page):
                name = (
                    output.template if output.template in template_names.TEMPLATES else "term.html"
                )
                passed.setdefault(name, set()).update(output.context)
            yield path, output

    monkeypatch.setattr(Plan, "__iter__", record)
    summary = "Một trang có phần tóm tắt đủ dài để qua được bước kiểm tra."
    commended = "Ngày 06/5/2024, UBND tỉnh ban hành Quyết định số 9/QĐ-UBND tặng Bằng khen cho 01 "
    workshop.build(
        THREE
        | {
            "trang/gioi-thieu.md": f"---\ntitle: Trang\nsummary: {summary}\n---\nx\n",
            "phong-trao/thi-dua.md": (
                f"---\nname: Thi đua\nunit: Huyện Thanh Oai\nsummary: {summary}\n---\nx\n"
            ),
            "khen-thuong/giay-khen.md": f"---\nsummary: {summary}\n---\nx\n",
            "tin/2024/05/khen.md": article(
                f"{commended}tập thể: huyện Thanh Oai.", id="khen", title="Khen"
            ),
            "tin/2024/05/van-ban.md": article("Quyết định số 5/QĐ-UBND.", id="van-ban"),
        },
        SEARCH=True,
    )
    of_terms = set(template_names.TEMPLATES["term.html"])
    # The last two are planned only where something has been removed.
    assert passed | {"moved.html": {"target"}, "gone.html": set()} == {
        name: set(names) | (of_terms if name.startswith("term-") else set())
        for name, names in template_names.TEMPLATES.items()
    }


@pytest.mark.parametrize("name", template_names.TEMPLATES)
def test_templates_read_what_they_are_given(name: str) -> None:
    heirs = [path.name for path in TEMPLATES.glob("*.html") if name in extended(path.name)]
    read = {one for template in (*extended(name), *heirs) for one in names_read(template)}
    assert set(template_names.TEMPLATES[name]) <= read


def test_no_page_of_the_project_needs_the_code_of_jinja_itself(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "CodeGenerator", None)
    workshop.build(PATH=str(ROOT / "content"), SEARCH=True)


def test_what_the_compiler_cannot_do_is_done_all_the_same(workshop: Workshop) -> None:
    theme = shutil.copytree(ROOT / "theme", workshop.folder / "theme")
    page = theme / "templates/404.html"
    text = page.read_text("utf-8")
    page.write_text(text + "{% block head %}{{ {'a': '<'}.a }}{% endblock %}")
    assert "&lt;" in workshop.build(THREE, THEME=str(theme)).text("/404.html")


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_templates_use_what_they_import(path: Path) -> None:
    text = re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)
    for names in re.findall(r"{% from \"[^\"]+\" import (.+?) %}", text):
        for macro in names.split(", "):
            assert len(re.findall(rf"\b{macro}\b", text)) > 1, macro


def extended(name: str) -> list[str]:
    """Return a template and those that it rests on."""
    found = re.search(r"{% extends \"(.+?)\"", (TEMPLATES / name).read_text("utf-8"))
    return [name, *(extended(found[1]) if found else ())]


def names_read(name: str) -> set[str]:
    source = (TEMPLATES / name).read_text("utf-8")
    environment = Environment(autoescape=True)
    environment.filters |= dict.fromkeys(re.findall(r"\|(\w+)", source), str)
    return meta.find_undeclared_variables(environment.parse(source))
