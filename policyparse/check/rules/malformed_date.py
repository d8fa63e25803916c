"""A date that lost its year, month or day marks, or that does not exist.

**What it looks for.** A line of digits under the name of a body that is a date without 年, 月 and 日 (2023614); a date
within the text that lost one of them (2023年914日); days and months that do not exist (2月30日). Where the digits can be
read in one way only, that is suggested.

**Why.** Deadlines and the date of the document cannot be read.

**Example.** 临河县人民政府 | 2023614

**What to do.** Take the suggested date; the site's 发布时间 helps where none is given.

**Known false alarms.** A number of seven digits on a line of its own below a body's name.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "M102"
NAME = "malformed-date"
TITLE = "日期残缺"
SEVERITY = "warning"
BAD = """临河县人民政府办公室关于加强校车管理的通知

各乡镇人民政府：
请于2023年914日前报送落实情况，2023年2月30日前完成检修。

临河县人民政府办公室
2023614
"""
GOOD = """临河县人民政府办公室关于加强校车管理的通知

各乡镇人民政府：
请于2023年9月14日前报送落实情况，2024年2月29日前完成检修，联系电话6123456。

临河县人民政府办公室
2023年6月14日
"""

ALONE = re.compile("\n(?P<date>(?P<year>(?:19|20)[0-9]{2})(?P<digits>[0-9]{2,4}))(?=\n|$)")
MONTH = re.compile("年(?=[0-9]{1,4}[月日])")
"""What stands between the year and the rest in both of these."""
MARKED = re.compile("(?P<year>(?:19|20)[0-9]{2})年(?P<digits>[0-9]{2,4})日")
WHOLE = re.compile("(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,3})日")
BODY = re.compile("(?:政府|办公室|办公厅|委员会|委|局|厅|部|办|中心|集团|公司|院|会)$")


def find(view: View) -> Iterator[Remark]:
    """One remark for each date."""
    for match in ALONE.finditer(view.text):
        before = view.text[: match.start()].rstrip()[-20:]
        readings = _readings(match["year"], match["digits"])
        if readings and BODY.search(before):
            yield _told(view, match.span("date"), readings)
    years = [month.start() - 4 for month in MONTH.finditer(view.text) if month.start() >= 4]
    for match in filter(None, (MARKED.match(view.text, year) for year in years)):
        yield _told(view, match.span(), _readings(match["year"], match["digits"]))
    for match in filter(None, (WHOLE.match(view.text, year) for year in years)):
        if not _exists(int(match["year"]), int(match["month"]), int(match["day"])):
            yield view.remark(match.span(), f"日期“{match[0]}”不存在", f"there is no {match[0]}")


def _told(view: View, place: tuple[int, int], readings: list[str]) -> Remark:
    right = readings[0] if len(readings) == 1 else None
    hint = f"，应为“{right}”" if right else ""
    words = view.text[slice(*place)]
    return view.remark(place, f"日期“{words}”残缺{hint}", f"the date “{words}” is damaged", suggestion=right)


def _readings(year: str, digits: str) -> list[str]:
    """The dates that the digits of a month and a day can be."""
    splits = [(digits[:cut], digits[cut:]) for cut in (1, 2) if cut < len(digits)]
    return [
        f"{year}年{int(month)}月{int(day)}日"
        for month, day in splits
        if len(day) <= 2 and not day.startswith("00") and _exists(int(year), int(month), int(day))
    ]


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
