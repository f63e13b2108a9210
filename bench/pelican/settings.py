"""The benchmark's site for Pelican as it comes: no plugin, the same pages at the same addresses.

Units are tags, campaigns are categories, award titles are authors. What belongs to no campaign is
in a category of its own, since Pelican wants one.
"""

import os

SITENAME = "Bảng Vàng"
SITEURL = "http://127.0.0.1:8000"
TAGLINE = "Cải cách hành chính · Thi đua – Khen thưởng"
OWNER = "Ban biên tập Bảng Vàng"
SECTIONS = (
    ("Tin tức", "/tin/"),
    ("Đơn vị", "/don-vi/"),
    ("Phong trào", "/phong-trao/"),
    ("Danh hiệu", "/khen-thuong/"),
)
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
DEFAULT_CATEGORY = "Không thuộc phong trào"
USE_FOLDER_AS_CATEGORY = False
THEME = "theme"
THEME_STATIC_DIR = "theme"
STATIC_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
READERS = {"html": None, "rst": None}

ARTICLE_URL = "tin/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
YEAR_ARCHIVE_URL = "tin/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
MONTH_ARCHIVE_URL = "tin/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
TAG_URL, CATEGORY_URL, AUTHOR_URL = "don-vi/{slug}/", "phong-trao/{slug}/", "khen-thuong/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"

DIRECT_TEMPLATES = ["index", "news", "tags", "categories", "authors", "sitemap"]
NEWS_URL, NEWS_SAVE_AS = "tin/", "tin/index.html"
TAGS_URL, TAGS_SAVE_AS = "don-vi/", "don-vi/index.html"
CATEGORIES_URL, CATEGORIES_SAVE_AS = "phong-trao/", "phong-trao/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "khen-thuong/", "khen-thuong/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

DEFAULT_PAGINATION = 12
PAGINATED_TEMPLATES = dict.fromkeys(("news", "tag", "category", "author", "period_archives"))
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{url}trang/{number}/", "{base_name}/trang/{number}/index.html"),
)

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = TRANSLATION_FEED_ATOM = None
FEED_ALL_RSS = "rss.xml"
TAG_FEED_RSS, CATEGORY_FEED_RSS, AUTHOR_FEED_RSS = (
    url + "rss.xml" for url in (TAG_URL, CATEGORY_URL, AUTHOR_URL)
)
# As many as the project's feeds hold on average, with the full text.
FEED_MAX_ITEMS = 18
RSS_FEED_SUMMARY_ONLY = False

# Pelican's own cache is off unless it is asked for; it is measured both ways.
CACHE_CONTENT = LOAD_CONTENT_CACHE = os.environ.get("BENCH_CACHE") == "1"
