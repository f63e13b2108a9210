"""What a text as a whole says of its awards: given, earlier, proposed or planned?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from plugins.awards.passages import Passages
from plugins.awards.plain import read_text
from plugins.awards.scope import Outline, Telling, same_series, sentences_of
from plugins.awards.status import speaks_of
from plugins.awards.tokens import Token
from plugins.model import AwardStatus

# Lines before the first paragraph of prose this long are headlines.
_HEADLINE = 200
_TOP = 8
# A heading that plans: what stands under it is given to nobody yet.
_PLANS = re.compile(
    r"\b(?:cơ cấu (?:các )?giải|(?:giải|mức) thưởng dự kiến|dự kiến (?:giải|mức) thưởng|thể lệ"
    r"|cơ cấu, giá trị giải|tiêu chuẩn khen thưởng|mức khen thưởng|các giải thưởng của cuộc thi)",
    re.IGNORECASE,
)
# A headline of what is still to come.
_CALLS = re.compile(
    r"^\W*(?:(?:\w+ ){0,4}phát động (?:giải|cuộc thi|hội thi|liên hoan)"
    r"|phát động|thể lệ|kế hoạch tổ chức|công bố thể lệ|mời tham gia"
    r"|thông báo (?:về việc )?tổ chức|hướng dẫn (?:tham gia|tổ chức)"
    r"|triển khai (?:cuộc thi|hội thi|giải))",
    re.IGNORECASE,
)
# "Quy chế thi đua, khen thưởng của …", "Điều lệ", "Hướng dẫn xét tặng": nothing in them is given.
_RULES = re.compile(
    r"^\W*(?:quy chế|quy định|điều lệ|thể lệ|hướng dẫn (?:xét|bình xét|về tiêu chuẩn))\b"
    r"(?!.*(?:tổng kết|trao giải))",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:lấy ý kiến|(?:thống nhất |hồ sơ )?đề nghị (?:xét |khen|tặng|phong)|họp xét|bỏ phiếu"
    r"|xét tặng|xét khen thưởng|đề xuất khen)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"đề nghị|đề xuất|xét|bỏ phiếu|biểu quyết|lấy ý kiến|trình|xem|duyệt|hồ sơ", re.IGNORECASE
)
_YEAR = re.compile(r"\b[Nn]ăm\s+(\d{4})\b")
_SPAN = re.compile(r"(?:từ|đến|giai đoạn|nhiệm kỳ|học)\s+$", re.IGNORECASE)
_GOING_ON = ("trong đó", "cụ thể", "gồm", "đó là", "ngoài ra, đề nghị", "đồng thời")
_AGO = 2
_OLDEST = 1900
# A verb of giving in a quotation, where a phrase may have begun before it: "được “tặng …”".
_GIVES = frozenset({"tặng", "trao", "nhận", "bán", "mua"})
_WINDOW = 80


def judge(
    lines: Outline,
    tellings: Sequence[Telling],
    headline: str,
    published: date | None,
) -> list[Telling]:
    """Let the text correct the status of single sentences; hearsay is left out."""
    kept = [telling for telling in tellings if not _is_hearsay(telling)]
    plans = _planned_blocks(lines)
    heads = [headline, *_headlines(lines)]
    calls = any(_CALLS.match(head) for head in heads)
    rules = any(_RULES.match(head) for head in heads)
    proposing = _proposing_intros(lines, kept)
    before: Telling | None = None
    for telling in kept:
        draft = telling.draft
        if draft.status == "conferred":
            draft.status = (
                ("planned" if rules else None)
                or _scoped(lines, telling, plans, proposing)
                or _called(telling, calls=calls)
                or _carried(telling, before)
                or _long_ago(telling, published)
                or "conferred"
            )
        before = telling
    _propose(lines, kept, headline)
    return kept


def _is_hearsay(telling: Telling) -> bool:
    """Whether award and verb both stand in one quotation: “được tặng Bằng khen” is only said."""
    tokens, first = telling.sentence.tokens, telling.first
    if telling.mention is None or not tokens[first].quotes:
        return False
    opening = first
    while opening > max(0, first - _WINDOW) and tokens[opening - 1].quotes:
        opening -= 1
    said = tokens[opening:first]
    return any(token.has("give", "receive") or token.fold in _GIVES for token in said)


def _scoped(
    lines: Outline, telling: Telling, plans: set[int], proposing: set[int]
) -> AwardStatus | None:
    if telling.block in plans:
        return "planned"
    return "proposed" if lines.intro[telling.block] in proposing else None


def _called(telling: Telling, *, calls: bool) -> AwardStatus | None:
    """In a call for a contest, prizes with winners are those of an earlier one."""
    if not calls or telling.draft.title.family != "contest":
        return None
    return "background" if telling.draft.recipients else "planned"


def _carried(telling: Telling, before: Telling | None) -> AwardStatus | None:
    """The status of the sentence before, where this one goes on with a bare verb."""
    if before is None or before.draft.status not in ("proposed", "planned"):
        return None
    if before.block != telling.block or before.sentence.start == telling.sentence.start:
        return None
    if "." in telling.sentence.plain[before.sentence.end : telling.sentence.start].strip():
        return None
    words = telling.sentence.evidence.quote[:_WINDOW].casefold()
    bare = telling.sentence.tokens[0].has("give") and not telling.draft.issuer
    return before.draft.status if bare or words.startswith(_GOING_ON) else None


def _long_ago(telling: Telling, published: date | None) -> AwardStatus | None:
    """An honour received in a year long before the article: "Năm 2012, đơn vị được tặng …"."""
    if published is None or telling.draft.document is not None:
        return None
    first, _ = telling.clause()
    tokens = telling.sentence.tokens
    first = max(first, telling.first - _WINDOW)
    verb = next(
        (n for n in range(telling.first - 1, first - 1, -1) if tokens[n].has("passive", "receive")),
        None,
    )
    if verb is None:
        return None
    plain, start = telling.sentence.plain, max(tokens[first].start, tokens[verb].start - _WINDOW)
    for match in _YEAR.finditer(plain, start, tokens[verb].start):
        span = _SPAN.search(plain[max(0, match.start() - 12) : match.start()])
        old = _OLDEST < int(match[1]) <= published.year - _AGO
        if old and not span and _opens(plain, match.start()):
            return "background"
    return None


def _opens(plain: str, place: int) -> bool:
    """Whether a clause begins with the year, so that it tells when, not what for."""
    before = plain[max(0, place - 8) : place].rstrip()
    return (
        not before or before[-1] in ".,;:\n–-" or before.casefold().endswith(("vào", "và", "hồi"))
    )


# ---------------------------------------------------------------- headings and lists


def _headlines(lines: Outline) -> list[str]:
    """The lines at the top of a text, before its first paragraph of prose."""
    found = []
    for number, block in enumerate(lines.text.blocks[:_TOP]):
        words = lines.words(number)
        if block.kind == "row" or len(words) > _HEADLINE or words.rstrip().endswith("."):
            break
        found.append(words)
    return found


def _planned_blocks(lines: Outline) -> set[int]:
    """The blocks under a heading that plans, up to the next heading."""
    found: set[int] = set()
    head = -1
    for number, block in enumerate(lines.text.blocks):
        words = lines.words(number)
        short = len(words) <= _WINDOW and not words.rstrip().endswith((".", ";"))
        if head >= 0:
            first = lines.text.blocks[head]
            series = same_series(first.mark, block.mark)
            if series or (short and block.kind == "heading" and block.depth <= first.depth):
                head = -1
        if short and _PLANS.search(words):
            head = number
        if head >= 0:
            found.add(number)
    return found


def _proposing_intros(lines: Outline, tellings: Sequence[Telling]) -> set[int]:
    """The blocks that lead to a list with a proposal: "… thống nhất trình, đề nghị:"."""
    intros = {lines.intro[telling.block] for telling in tellings} - {-1}
    found = set()
    for number in intros:
        last = list(sentences_of(lines, number))[-1:]
        if last and speaks_of(last[0], "proposed") and not _concluded(last[0].tokens):
            found.add(number)
    return found


def _concluded(tokens: Sequence[Token]) -> bool:
    """Whether the same sentence says that it has been given: "… đã quyết định khen thưởng:"."""
    return any(
        token.fold in ("đã", "vừa") and following.fold in ("quyết", "ký", "tặng", "trao", "ban")
        for token, following in pairwise(tokens)
    )


def _propose(lines: Outline, tellings: Sequence[Telling], headline: str) -> None:
    """A headline that proposes makes a proposal of all that no decision and no verb confirms."""
    heads = [headline, *_headlines(lines)] if headline else _headlines(lines)
    lead = any(_PROPOSES.search(head) for head in heads) or (
        bool(headline) and _proposes(Passages(read_text(headline)))
    )
    given = any(
        t.draft.told and t.draft.status == "conferred" and not t.draft.generic for t in tellings
    )
    doubtful = lead or not given
    for telling in tellings if doubtful else ():
        draft = telling.draft
        if draft.status != "conferred" or draft.document:
            continue
        if lead or (not draft.recipients and _proposes(lines.passages)):
            draft.status = "proposed"


def _proposes(passages: Passages) -> bool:
    """Whether a text speaks of a proposal anywhere."""
    return any(
        speaks_of(sentence, "proposed")
        for number, block in enumerate(passages.text.blocks)
        if block.kind != "noise" and _ASKS.search(passages.text.plain, block.start, block.end)
        for sentence in passages.sentences(number)
    )
