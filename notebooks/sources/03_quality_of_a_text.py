# %% [markdown]
# # 03 Quality of a corrupted text 文本体检：这份文本能用吗？
#
# **Question: a text that was copied together from the web looks complete. Can its numbers be counted?**
#
# **问题：从网上拼凑来的文本看似完整，里面的数字能直接统计吗？**
#
# `article` was ruined by a script that is part of the project: blocks copied twice, sentences cut, a foreign passage put
# in. `article.clean` is what it was before, so that we can tell how well it is mended.

# %%
import difflib

import altair as alt
import pandas as pd
from IPython.display import HTML

import policyparse as pp

alt.renderers.enable("svg")
ruined, clean = pp.corpus.load("article"), pp.corpus.load("article.clean")
checked = pp.check(ruined)
findings = pp.to_frame(checked, "findings")
findings.groupby(["code", "name", "severity"]).size().rename("places").reset_index()

# %% [markdown]
# ## Where is it damaged? 伤在哪里？
#
# Each bar is a finding at its place in the text; short ones are drawn a little longer than they are.

# %%
levels = {"error": "错误", "warning": "警告", "info": "提示"}
titles = {rule.code: f"{rule.code} {rule.title}" for rule in pp.rules()}
places = findings.assign(规则=findings["code"].map(titles), 程度=findings["severity"].map(levels))
places["止"] = places["end"].where(places["end"] - places["start"] > 30, places["start"] + 30)
alt.Chart(places, width=560, title="问题在全文中的位置").mark_bar().encode(
    x=alt.X("start:Q", title="字符位置", scale=alt.Scale(domain=[0, ruined.source.length], nice=False)),
    x2="止:Q",
    y=alt.Y("规则:N", title=None, axis=alt.Axis(labelLimit=300)),
    color=alt.Color("程度:N", scale=alt.Scale(domain=["错误", "警告", "提示"], range=["#c0392b", "#e08a00", "#888"])),
)

# %% [markdown]
# Each finding says in both languages what is wrong, and where:

# %%
worst = next(finding for finding in checked.findings if finding.severity == "error")
HTML(pp.display.html(worst, checked))

# %% [markdown]
# ## What would one have counted? 会多数多少？
#
# A number in a copied block is the same number again. After `check` such a target names the first one in `duplicate_of`.

# %%
once = [target for target in checked.targets if target.duplicate_of is None]
counted = pd.Series(
    {"as it came 原样": len(checked.targets), "without copies 去重": len(once), "truth 真实": len(clean.targets)}
)
assert counted.iloc[0] > 1.5 * counted.iloc[2]
counted.rename("targets").to_frame()

# %% [markdown]
# ## Can it be mended? 能修好吗？
#
# `repair` gives a plan of edits with the text that they make. By itself it only does what cannot lose a word; with
# `unsafe=True` it also does what is likely.


# %%
def alike(text: str) -> float:
    return round(difflib.SequenceMatcher(None, text, clean.text, autojunk=False).ratio(), 3)


texts = {
    "as it came 原样": ruined.text,
    "safe steps 稳妥修复": pp.repair(checked).text,
    "all steps 全部修复": pp.repair(checked, unsafe=True).text,
}
again = {name: pp.check(pp.parse_text(text)) for name, text in texts.items()}
mended = pd.DataFrame(
    {
        "characters": [len(text) for text in texts.values()],
        "findings": [len(document.findings) for document in again.values()],
        "targets": [len(document.targets) for document in again.values()],
        "like the truth": [alike(text) for text in texts.values()],
    },
    index=list(texts),
)
assert mended["like the truth"].is_monotonic_increasing
mended

# %% [markdown]
# What was done, step by step:

# %%
steps = pp.repair(checked, unsafe=True).steps
pd.DataFrame(
    {"step": step.kind, "safe": step.safe, "from": step.span.start, "to": step.span.end, "answers": step.answers.code}
    for step in steps
)

# %% [markdown]
# **Answer:** not as it came: almost every second target would be counted twice. Without the copies the count is nearly right,
# and with all steps of repair the text is almost what it was.
#
# **答：** 不能直接统计，近半数目标会被重复计算；去重之后基本准确，全部修复之后与原文几乎一致。
