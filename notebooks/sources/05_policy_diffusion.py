# %% [markdown]
# # 05 Policy diffusion 政策扩散：谁承接了谁的目标和文字？
#
# **Question: three places write plans under one city plan. Who takes over whose targets and wording, and do the parts add
# up to the whole?**
#
# **问题：一市三县（区），目标和文字由谁承接、从谁而来？各地之和够不够市级总量？**

# %%
import altair as alt
import pandas as pd

import policyparse as pp

alt.renderers.enable("svg")
city = pp.corpus.load("yunzhou-city")
places = [pp.corpus.load(name) for name in ("linhe-county", "shiqiao-county", "qingxi-district")]
survey = pp.compare_many(city, places)
regions = [side.metadata.region.name for side in survey.places]
copied, *written = sorted(survey.reuse, reverse=True)
assert copied > 2 * max(written)
pd.DataFrame({"地区": regions, "相似度": survey.similarity, "沿用比例": survey.reuse}).round(2)

# %% [markdown]
# Likeness counts what says the same, reuse only what stands in the city's plan word for word, without the formulae that
# stand in every plan. One county copied, the other two wrote.
#
# ## Which tasks travel? 哪些任务往下走？

# %%
parents = {clause.parent for clause in city.clauses}
tasks = pd.DataFrame(
    {"任务": f"{row.clause} {row.title or ''}"[:22], "地区": region, "相似度": cover.similarity}
    for row in survey.tasks
    if row.clause not in parents
    for region, cover in zip(regions, row.places, strict=True)
)
alt.Chart(tasks, title="市级任务在各地的承接", width=160).mark_rect().encode(
    x=alt.X("地区:N", sort=regions, title=None, axis=alt.Axis(labelAngle=0)),
    y=alt.Y("任务:N", sort=None, title=None, axis=alt.Axis(labelLimit=300)),
    color=alt.Color("相似度:Q", scale=alt.Scale(scheme="greens", domain=[0, 1])),
)

# %% [markdown]
# ## Do the parts add up? 各地之和够吗？
#
# Counts, money and areas may be added, percents never. A bar below one is what the city expects from places that are not
# here, or what nobody has taken on.

# %%
sums = pd.DataFrame(
    {
        "指标": f"{row.indicator[:16]}（{row.base.deadline or '未写年份'}）",
        "各地合计占市级目标": row.share,
        "地区数": row.count,
    }
    for row in survey.indicators
    if row.base and row.share is not None and row.count >= 2
)
assert sums["各地合计占市级目标"].max() < 0.5
alt.Chart(sums, title="各地目标合计占市级目标的比例", width=380).mark_bar().encode(
    x=alt.X("各地合计占市级目标:Q", axis=alt.Axis(format="%")),
    y=alt.Y("指标:N", sort="-x", title=None, axis=alt.Axis(labelLimit=300)),
    color=alt.Color("地区数:O", scale=alt.Scale(scheme="blues")),
)

# %% [markdown]
# ## Did they copy from the city, or from each other? 抄市里还是抄邻县？
#
# A place that is more like a neighbour than like the city would have copied from the neighbour.

# %%
alike = pp.mining.similarity([city, *places])
labels = [city.metadata.region.name, *regions]
matrix = pd.DataFrame(alike.values, index=labels, columns=labels).round(2)
assert all(matrix.loc[region, "云州市"] >= matrix.loc[region, regions].drop(region).max() for region in regions)
matrix

# %% [markdown]
# ## And the levels? 目标定在哪里？
#
# The same indicator at four places, as what was reached and what is aimed at:

# %%
points = pd.DataFrame(pp.mining.series([city, *places], "护理型床位"))
points = points[(points["unit"] == "%") & (points["change"] == "level")]
points["年份"] = points["year"].astype(str)
points["性质"] = points["status"].map({"achieved": "已达到", "target": "目标", "baseline": "基期", "reference": "参照"})
alt.Chart(points, title="护理型床位占比", width=380).mark_point(filled=True, size=90).encode(
    x=alt.X("年份:O", title="年份", axis=alt.Axis(labelAngle=0)),
    y=alt.Y("value:Q", title="占比（%）", scale=alt.Scale(zero=False)),
    color=alt.Color("place:N", title="地区"),
    shape=alt.Shape("性质:N"),
    xOffset="place:N",
)

# %% [markdown]
# **Answer:** one county copied from the city, the other two wrote their own, and none is nearer to a neighbour than to the city.
# The numbers are taken over less than the words: where counts can be added up, the three places come to less than half of
# what the city promises. The rest must come from places that are not here.
#
# **答：** 一县大段照搬，另两地自行起草，没有抄邻县的迹象；可相加的指标，三地合计不到市级目标的一半，其余要靠其他县（区）。
