"""What an article reports for the targets of its campaigns: stated by its author, or read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.awards import read_html
from plugins.campaigns import Promise, read_reports
from plugins.model import Article, Campaign, Quantity, TargetReport
from plugins.portal.texts import StoryText
from plugins.registry import Registry
from plugins.sources import Problems, Record, Ref, closest
from plugins.vocabulary import fold

# Articles of these kinds tell what is to be; a figure in them is no result.
_PROMISING = frozenset({"kế hoạch", "phát động", "giao ước", "lấy ý kiến"})


def stated_reports(
    record: Record, article: Article, registry: Registry, problems: Problems
) -> tuple[TargetReport, ...] | None:
    """Return the reports that the author states; ``None`` where the text is to be read.

    What is stated stands for all that could be read in the article.
    """
    if not record.values["reports"]:
        return None
    campaigns = [registry.campaigns[slug] for slug in article.terms.get("campaign", ())]
    return tuple(_stated(record, campaigns, problems))


def reports_in_text(
    article: Article, words: StoryText, registry: Registry
) -> tuple[TargetReport, ...]:
    """Return what the article's text reports; it is read only where a campaign has targets."""
    units = article.terms.get("unit", ())
    campaigns = (registry.campaigns[slug] for slug in article.terms.get("campaign", ()))
    # News of a single commune tells the commune's figure, not the campaign's.
    wanted = [one for one in campaigns if one.targets and one.unit in units]
    if article.kind in _PROMISING or not wanted:
        return ()
    text = read_html(words.html)
    return tuple(
        report
        for campaign in wanted
        for report in read_reports(text.plain, text.blocks, _promise(campaign, registry))
    )


def settled(
    stated: tuple[TargetReport, ...] | None, found: tuple[TargetReport, ...]
) -> tuple[TargetReport, ...]:
    """Return what is stated, with the words of the text that say the same, else what was found."""
    if stated is None:
        return found
    words = {(one.campaign, one.number, one.quantity.number): one.evidence for one in found}
    return tuple(
        replace(one, evidence=words.get((one.campaign, one.number, one.quantity.number)))
        for one in stated
    )


def _promise(campaign: Campaign, registry: Registry) -> Promise:
    unit = registry.unit(campaign.unit)
    names = (campaign.name, *campaign.aliases, *((unit.name, *unit.aliases) if unit else ()))
    return Promise(campaign.slug, campaign.targets, names, campaign.start)


def _stated(
    record: Record, campaigns: Sequence[Campaign], problems: Problems
) -> Iterator[TargetReport]:
    for stated in record.values["reports"]:
        ref, value = stated["target"], stated["value"]
        if ref is None or value is None:
            continue
        place = _find(ref, campaigns)
        if isinstance(place, str):
            problems.add(record.path, ref.line, f"“reports.target”: {place}")
            continue
        campaign, number = place
        for quantity in value:
            wanted = campaign.targets[number - 1].quantity
            if quantity.unit != wanted.unit:
                problems.add(record.path, ref.line, _other_unit(quantity, wanted))
                continue
            yield TargetReport(campaign.slug, number, quantity, review="reviewed")


def _find(ref: Ref, campaigns: Sequence[Campaign]) -> tuple[Campaign, int] | str:
    """Return the campaign and the number of a target that an author named, or what is wrong."""
    known = [
        (campaign, number)
        for campaign in campaigns
        for number in range(1, len(campaign.targets) + 1)
    ]
    if not known:
        return (
            "bài không thuộc phong trào nào có chỉ tiêu. Thêm khóa “campaign”, hoặc bỏ “reports”."
        )
    named = fold(ref.text)
    if named.isdigit():
        found = [place for place in known if place[1] == int(named)]
    else:
        found = [one for one in known if named in fold(one[0].targets[one[1] - 1].object)]
    if len(found) == 1:
        return found[0]
    if found:
        return f"“{ref.text}” khớp với {len(found)} chỉ tiêu. Ghi dài hơn, để chỉ còn một."
    objects = [campaign.targets[number - 1].object for campaign, number in known]
    listed = "; ".join(f"{number}. {words}" for number, words in enumerate(objects, start=1))
    return f"không có chỉ tiêu “{ref.text}”.{closest(ref.text, objects)} Có: {listed}."


def _other_unit(quantity: Quantity, wanted: Quantity) -> str:
    return (
        f"“reports.value”: “{quantity.text}” khác đơn vị đo của chỉ tiêu (“{wanted.text}”). "
        "Ghi cùng đơn vị đo."
    )
