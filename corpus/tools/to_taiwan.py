"""Turn a mainland text into the Traditional text that a careless web encyclopaedia shows.

Some encyclopaedias publish mainland plans in Traditional characters. Their machine does three things, and so does this
script, in this order:

1. It swaps words for Taiwan usage by a plain table, longest word first, wherever the letters stand. It knows no word
   boundaries. So 屏障 turns into 螢幕障, 中小学 into 中國小 and 相应用地 into 相套用地, and 应用 becomes 套用 where no
   Taiwan writer would say so.
2. It converts the characters between the swapped words with OpenCC's ``s2tw``.
3. It folds full-width punctuation to half width.

Run it on a clean text to make the damaged one::

    python corpus/tools/to_taiwan.py corpus/texts/provincial-plan-hant.clean.txt corpus/texts/provincial-plan-hant.txt

`convert` also tells which stretch of the output came from which stretch of the input. Annotations that were made on the
clean text can thus be carried over exactly. Needs ``opencc-python-reimplemented``.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from opencc import OpenCC

# Mainland word (simplified) -> what the machine writes instead. The short keys do the harm.
TAIWAN_WORDS: dict[str, str] = {
    "人工智能": "人工智慧",
    "互联网": "網際網路",
    "优化": "最佳化",
    "传感": "感測",
    "保安": "保全",
    "公交车": "公車",
    "公共交通": "公共運輸",
    "出租车": "計程車",
    "分布式": "分散式",
    "合同": "契約",
    "响应": "回響",
    "塑料": "塑膠",
    "宏观": "巨觀",
    "宽带": "寬頻",
    "小学": "國小",
    "屏": "螢幕",
    "幼儿园": "幼稚園",
    "应用": "套用",
    "数字化": "數位化",
    "数字技术": "數位技術",
    "数据库": "資料庫",
    "智能": "智慧型",
    "权限": "許可權",
    "激光": "雷射",
    "短信": "簡訊",
    "硬件": "硬體",
    "程序": "程式",
    "窗口": "視窗",
    "网络": "網路",
    "群众": "民眾",
    "芯片": "晶片",
    "营销": "行銷",
    "计划": "計畫",
    "设置": "設定",
    "软件": "軟體",
    "集成电路": "積體電路",
}

HALF_WIDTH = str.maketrans("，：；（）", ",:;()")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the conversion, half-open offsets in code points.

    Attributes:
        start: where it begins in the mainland text.
        end: where it ends there.
        text: what stands for it in the output.
        swapped: whether a Taiwan word took its place; otherwise it was converted letter by letter.
    """

    start: int
    end: int
    text: str
    swapped: bool


def convert(text: str) -> list[Piece]:
    """Convert a mainland text; the pieces' `text`, joined, is the output.

    Args:
        text: simplified Chinese, mainland words, full-width punctuation.

    Returns:
        Pieces that cover `text` without gap or overlap, in order.

    Raises:
        ValueError: if the character conversion changed the text's length, which would make the offsets untrue.
    """
    letters = OpenCC("s2tw").convert(text)
    if len(letters) != len(text):
        raise ValueError(f"s2tw changed the length: {len(text)} characters became {len(letters)}")
    letters = letters.translate(HALF_WIDTH)
    longest_first = sorted(TAIWAN_WORDS, key=len, reverse=True)
    pieces: list[Piece] = []
    done = 0
    for hit in re.finditer("|".join(map(re.escape, longest_first)), text):
        if hit.start() > done:
            pieces.append(Piece(done, hit.start(), letters[done : hit.start()], False))
        pieces.append(Piece(hit.start(), hit.end(), TAIWAN_WORDS[hit.group()], True))
        done = hit.end()
    if done < len(text):
        pieces.append(Piece(done, len(text), letters[done:], False))
    return pieces


def main() -> None:
    """Read a clean UTF-8 file and write the converted one."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("clean", type=Path)
    parser.add_argument("output", type=Path)
    paths = parser.parse_args()
    text = paths.clean.read_bytes().decode("utf-8")
    paths.output.write_bytes("".join(piece.text for piece in convert(text)).encode("utf-8"))


if __name__ == "__main__":
    main()
