"""Where a sentence names an award: a title of the vocabulary, a prize, a party badge."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.mentions.badges import BADGES, read_badge, read_years
from plugins.awards.mentions.bare_ranks import read_bare_rank
from plugins.awards.mentions.mention import (
    QUOTES,
    Mention,
    after_quotes,
    before_quotes,
    only_joins,
    title_of,
)
from plugins.awards.mentions.named_titles import (
    OTHER_TITLE,
    is_address,
    is_campaign,
    read_quoted_title,
    with_name,
)
from plugins.awards.mentions.numerals import number_before, number_span
from plugins.awards.mentions.prizes import read_prizes, read_team_rank
from plugins.awards.mentions.rankings import rankings
from plugins.awards.slips import is_near, titles_by_skeleton
from plugins.awards.tokens import Token
from plugins.model import AwardTitle

# The most words that a title of the vocabulary has.
_LONGEST = 16
_OPENERS = frozenset({"giải", "hạng", "quán", "á", "(", "["})
_CERTIFICATES = ("bang-khen", "giay-khen")
_CLASSES = frozenset({"Nhất", "Nhì", "Ba"})
_LEADING = frozenset({",", ";", ":", "lần", "lượt", "là", "gồm", "các", "-", "–", "và"})
_BEFORE_CLASS = frozenset(
    {",", ";", ":", "và", "là", "hoặc", "còn", "-", "–", "—", "+", "đó", "có"}
)


def mentions(tokens: Sequence[Token], told: AwardTitle | None = None) -> list[Mention]:
    """Return the awards named in ``tokens``, in order.

    ``told`` is the award spoken of just before, which party badges may go on with by years alone.

    What stands in brackets is an aside, unless nothing but a prize does. Places in a ranking are
    told only by a sentence that names no award.
    """
    found: list[Mention] = []
    place = 0
    while place < len(tokens):
        if not _may_begin(tokens[place]):
            place += 1
            continue
        read = _read(tokens, place, found, told)
        for mention in read:
            floor = found[-1].last if found else 0
            mention.first = max(mention.first, floor)
            _count(tokens, mention, floor)
            if found and mention.count is None and not mention.bracketed:
                mention.joint = mention.joint or only_joins(tokens, found[-1].last, mention.first)
            found.append(mention)
        place = max(place + 1, found[-1].last if read else 0)
    return found or rankings(tokens)


def _may_begin(token: Token) -> bool:
    """Whether an award may begin with this word; asked of every word of the news."""
    return (
        token.title is not None
        or token.kind == "number"
        or token.fold in _OPENERS
        or token.text in QUOTES
        or "prize" in token.cues
    )


def _read(
    tokens: Sequence[Token], place: int, found: list[Mention], told: AwardTitle | None
) -> list[Mention]:
    token = tokens[place]
    if token.inside:
        return []
    if token.text in "([" and token.brackets:
        return _bracketed(tokens, place, found)
    if token.brackets:
        return []
    return (
        _named(tokens, place)
        or _elided(tokens, place, found)
        or read_years(tokens, place, found, told)
        or read_team_rank(tokens, place)
        or read_bare_rank(tokens, place)
    )


def _named(tokens: Sequence[Token], place: int) -> list[Mention]:
    """Read the prize or the title that begins at ``place``."""
    token = tokens[place]
    if token.text in QUOTES:
        return read_quoted_title(tokens, place)
    if token.title is not None and token.title.slug == OTHER_TITLE:
        return []
    if token.title is None:
        return read_prizes(tokens, place) if _is_prize(tokens, place) else []
    title, last = _longest(tokens, place, token.title)
    if title.slug in _CERTIFICATES and last < len(tokens) and tokens[last].fold == "thưởng":
        # "Công ty Giấy Bãi Bằng khen thưởng …": the verb.
        return [Mention(title_of("chua-ro-hinh-thuc"), None, last - 1, last + 1)]
    if is_address(tokens, title, place, last) or is_campaign(tokens, title, place, last):
        return []
    if title.slug in BADGES:
        return read_badge(tokens, title, place, last)
    if title.ranks:
        return _ranked(tokens, title, place, last)
    title, last = with_name(tokens, title, last)
    return [Mention(title, None, place, last)]


def _longest(tokens: Sequence[Token], place: int, title: AwardTitle) -> tuple[AwardTitle, int]:
    """The title at ``place``, or a longer one with a slip: "Chiến sĩ thi đua tòan quân"."""
    length = tokens[place].length
    folds = [token.fold for token in tokens[place : place + _LONGEST]]
    slip = titles_by_skeleton().at(folds, 0)
    if slip is not None and slip[0] > length:
        length, title = slip
    return title, place + length


def _is_prize(tokens: Sequence[Token], place: int) -> bool:
    """Whether "giải" is the noun; a phrase that only looks so by its quotation mark is none."""
    token = tokens[place]
    if token.fold != "giải" or place + 1 >= len(tokens):
        return False
    return not token.cues or tokens[place + 1].text in QUOTES


def _bracketed(tokens: Sequence[Token], place: int, found: list[Mention]) -> list[Mention]:
    """Read "(giải Nhất)", "(đạt giải Nhì)", "(65 năm tuổi Đảng)": a bracket with nothing else."""
    at, read = place + 1, list[Mention]()
    if at < len(tokens) and tokens[at].has("receive", "passive"):
        at += tokens[at].length
    counted = number_span(tokens, at)
    if counted is not None and at + counted[1] < len(tokens):
        at += counted[1] if tokens[at + counted[1]].fold == "giải" else 0
    while at < len(tokens):
        if tokens[at].text in ")]":
            break
        more = read_prizes(tokens, at) if _is_prize(tokens, at) else read_years(tokens, at, found)
        if not more or (read and not only_joins(tokens, read[-1].last, more[0].first)):
            return []
        more[0].joint = bool(read)
        read += more
        at = read[-1].last
        if at + 1 < len(tokens) and tokens[at].fold in (",", "và"):
            at += 1
    for mention in read:
        mention.bracketed = True
    return read if at < len(tokens) else []


def _ranked(tokens: Sequence[Token], title: AwardTitle, place: int, last: int) -> list[Mention]:
    """Read a title with its rank or ranks: "hạng Nhất", "các hạng Nhất, Nhì, Ba"."""
    at = after_quotes(tokens, last)
    at += at < len(tokens) and tokens[at].fold in ("các", "(")
    classes = _classes(tokens, at, after_title=True)
    if not classes:
        return [Mention(title, None, place, last)]
    read: list[Mention] = []
    for rank, end in classes:
        first = end - 1 if read else place
        read.append(Mention(title, rank, first, end, joint=bool(read)))
    if tokens[at - 1].text == "(" and read[-1].last < len(tokens):
        read[-1].last += tokens[read[-1].last].text == ")"
    return read


def _classes(
    tokens: Sequence[Token], at: int, *, after_title: bool = False
) -> list[tuple[str, int]]:
    """The ranks told at ``at``, each with its end; "hạng" is said once or each time."""
    if at + 1 >= len(tokens):
        return []
    said = tokens[at].fold == "hạng"
    # "kháng nhất": a slip is one only between a title and a rank told in words.
    slip = after_title and tokens[at + 1].kind == "word" and is_near("hạng", tokens[at].fold)
    if not (said or slip):
        return []
    read: list[tuple[str, int]] = []
    at += 1
    while at < len(tokens):
        cue = tokens[at].cues.get("prize")
        counts = at + 1 < len(tokens) and tokens[at + 1].has("count")
        if cue is None or cue.value not in _CLASSES or (read and counts):
            break
        if read and tokens[at].kind == "number":
            break
        read.append((f"hạng {cue.value}", at + 1))
        at += 2
        if at >= len(tokens) or tokens[at - 1].fold not in (",", "và", "/"):
            break
    return read


def _elided(tokens: Sequence[Token], place: int, found: list[Mention]) -> list[Mention]:
    """Read "hạng Nhì, hạng Ba" behind a title said before, in the same sentence."""
    if not found or not found[-1].title.ranks or not place:
        return []
    before = tokens[place - 1]
    led = before.fold in _BEFORE_CLASS or number_before(tokens, place) is not None
    classes = _classes(tokens, place) if led else []
    if not classes:
        return []
    last = found[-1]
    title, first, joint, count = last.title, place, only_joins(tokens, last.last, place), None
    between = [token.fold for token in tokens[last.last : place] if token.text not in QUOTES]
    if last.rank is None and all(fold in _LEADING for fold in between):
        # "Huân chương Lao động, lần lượt là hạng Nhì và hạng Ba": the first rank is the title's.
        found.pop()
        first, joint, count = last.first, last.joint, last.count
    read = [Mention(title, classes[0][0], first, classes[0][1], count=count, joint=joint)]
    for rank, end in classes[1:]:
        read.append(Mention(title, rank, end - 1, end, joint=True))
    return read


def _count(tokens: Sequence[Token], mention: Mention, floor: int) -> None:
    """Take in the number before a mention: "03 giải khuyến khích"."""
    if mention.joint:
        return
    at = before_quotes(tokens, mention.first) + 1
    counted = number_before(tokens, at)
    if counted is None or at - counted[1] < floor:
        return
    mention.first = at - counted[1]
    if mention.count is None:
        mention.count = counted[0]
