"""Settings of the portal. What differs in production comes from the environment."""

import os

# ---------------------------------------------------------------- the site
SITENAME = os.environ.get("SITENAME", "Bảng Vàng")
SITEURL = os.environ.get("SITEURL", "http://127.0.0.1:8000").rstrip("/")
TAGLINE = "Cải cách hành chính · Thi đua – Khen thưởng"
OWNER = os.environ.get("SITE_OWNER", "Ban biên tập Bảng Vàng")
LICENCE = "Được sử dụng lại khi ghi rõ nguồn (CC BY 4.0)"
# A line at the foot of every page; leave it empty for a site with real content.
NOTICE = os.environ.get(
    "SITE_NOTICE", "Nội dung mẫu: số liệu và quyết định là ví dụ, nhân vật là hư cấu."
)
# The authority of the permanent ids in feeds (RFC 4151): never change it once published.
TAG_AUTHORITY = os.environ.get("TAG_AUTHORITY", "bang-vang.example,2026")
MENU = (
    ("Tin tức", "/tin/"),
    ("Đơn vị", "/don-vi/"),
    ("Phong trào", "/phong-trao/"),
    ("Danh hiệu", "/khen-thuong/"),
    ("Bảng vàng", "/bang-vang/"),
    ("Văn bản", "/van-ban/"),
)
FOOTER_MENU = (
    ("Giới thiệu", "/gioi-thieu/"),
    ("Cách trích danh sách khen thưởng", "/quy-dinh-trich-xuat/"),
    ("Khả năng tiếp cận", "/tro-nang/"),
    ("Bản quyền", "/ban-quyen/"),
    ("Liên hệ", "/lien-he/"),
    ("Các kênh RSS", "/theo-doi/"),
    ("Dữ liệu mở", "/du-lieu/"),
)

# One entry a taxonomy: the key in the front matter, the folder below content/ (also the address),
# the label that readers see, what one of its terms is called.
TAXONOMIES = (
    {
        "key": "unit",
        "folder": "don-vi",
        "label": "Đơn vị",
        "noun": "đơn vị",
        "intro": "Các cơ quan, địa phương và cụm thi đua, kể cả những nơi đã kết thúc hoạt động.",
    },
    {
        "key": "campaign",
        "folder": "phong-trao",
        "label": "Phong trào",
        "noun": "phong trào",
        "intro": "Các phong trào thi đua, từ kế hoạch, chỉ tiêu đến kết quả.",
    },
    {
        "key": "award",
        "folder": "khen-thuong",
        "label": "Danh hiệu",
        "noun": "danh hiệu",
        "intro": "Danh hiệu thi đua, hình thức khen thưởng, giải hội thi và bảng xếp hạng.",
    },
)
PAGE_SIZE = 12
# Awards on one page of a list of the honour roll.
ROLL_PAGE_SIZE = 30
# Persons stand under their awards. True gives each a page of their own; think of their privacy.
PERSON_PAGES = False
HOME_STORIES = 9
HOME_HONOURS = 5
# A build that would remove more than this share of the pages stops, unless it is told to go on.
MAX_LOSS = 0.2
ALLOW_LOSS = os.environ.get("ALLOW_LOSS") == "1"
# Whether the site has a search; its index takes some time on a very large site.
SEARCH = os.environ.get("SEARCH", "1") == "1"
LEDGER = os.environ.get("LEDGER", ".build/so-cai.json")
# What was read of each article, so that the next build reads only what has changed.
STORE = os.environ.get("STORE", ".build/kho.sqlite")

# ---------------------------------------------------------------- Pelican
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["plugins.portal"]
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# The portal reads, plans and writes everything itself; Pelican's own generators have nothing to do.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
READERS = {"rst": None, "html": None, "htm": None}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
