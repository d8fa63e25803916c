# %% [markdown]
# # 02 City against county 市县对照：县里照搬了多少？
#
# **Question: a county writes its plan under that of its city. What does it take over, what does it soften, what is left out?**
#
# **问题：县级方案照着市级方案写，哪些照搬，哪些放宽，哪些没有提及？**

# %%
import altair as alt
import pandas as pd

import policyparse as pp

alt.renderers.enable("svg")
city, county = pp.corpus.load("yunzhou-city"), pp.corpus.load("linhe-county")
comparison = pp.compare(city, county)
comparison

# %% [markdown]
# 市 for 县 and the names of the places differ everywhere and say nothing: they are listed once and ignored after that.
# Blue is text that the county took over, orange is wording that differs.
#
# ## What became of the city's tasks? 市级任务去了哪里？
#
# A task is a clause without clauses below it; headings that only gather tasks are not counted.

# %%
parents = {clause.parent for clause in city.clauses}
tasks = {clause.id for clause in city.clauses} - parents
fates = {"same": "照搬", "changed": "改写", "moved": "移位", "merged": "合并", "split": "拆分", "only-left": "未提及"}
became = pd.Series([fates[pair.relation] for pair in comparison.clauses if pair.left in tasks]).value_counts()
assert "未提及" not in became
became.rename("任务数 tasks").to_frame()

# %% [markdown]
# ## Where does the county promise less? 哪里放宽了？
#
# Only rates can be set side by side: a county builds fewer beds than its city, that is no softening. And less is not always
# softer: where a bound is a ceiling (不高于, `le`), more is.

# %%
pairs = [pair for pair in comparison.targets if pair.left and pair.right and pair.value in ("higher", "lower")]
rates = pd.DataFrame(
    {
        "指标": pair.left.indicator,
        "市": pair.left.value,
        "县": pair.right.value,
        "县减市": pair.difference,
        "力度": "放宽" if (pair.difference < 0) == (pair.left.comparator != "le") else "加严",
    }
    for pair in pairs
    if pair.left.unit == pair.right.unit == "%"
).sort_values("县减市", ignore_index=True)
assert (rates["力度"] == "放宽").mean() > 0.5
rates

# %%
alt.Chart(rates, width=420, title="县级目标与市级目标之差").mark_bar().encode(
    x=alt.X("县减市:Q", title="县减市（百分点）"),
    y=alt.Y("指标:N", sort=None, title=None, axis=alt.Axis(labelLimit=320)),
    color=alt.Color("力度:N", scale=alt.Scale(domain=["放宽", "加严"], range=["#c0392b", "#2471a3"])),
)

# %% [markdown]
# ## Which numbers has the county no word for? 哪些指标没有下文？

# %%
left_out = [pair.left for pair in comparison.targets if pair.value == "only-left"]
pd.DataFrame({"条款": figure.clause, "指标": figure.indicator, "市级目标": figure.quote} for figure in left_out)

# %% [markdown]
# **Answer:** no task of the city's is dropped, most are merged into broader ones, two thirds of the words are the city's. The
# rates are where the county gives way, and the numbers that have no counterpart go without a word.
#
# **答：** 市级任务无一遗漏，但多被合并，文字大半沿用；比率类指标多有放宽，另有若干指标没有下文。
#
# `comparison.model_dump_json()` is all of this as data; `policyparse compare A B -o 对照.html` makes a page to send round.
