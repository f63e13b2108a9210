"""From promise to result: what articles report for a campaign's targets, and what was given.

The public verbs, in the order in which a campaign goes: read what was reported, judge it against
the target, set the prizes given beside the prizes planned.
"""

from plugins.campaigns.prizes import PrizeCount, count_prizes
from plugins.campaigns.reports import Promise, read_reports
from plugins.campaigns.statements import Block
from plugins.campaigns.verdicts import Verdict, judge

__all__ = [
    "Block",
    "PrizeCount",
    "Promise",
    "Verdict",
    "count_prizes",
    "judge",
    "read_reports",
]
