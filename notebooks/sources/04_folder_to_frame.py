# %% [markdown]
# # 04 From a folder to a data frame 从文件夹到数据表
#
# **Question: eleven documents lie in a folder. What do they aim at, when do they want to be there, and how sure are they?**
#
# **问题：文件夹里有十一份文件，目标是什么，期限在哪一年，约束有多硬？**

# %%
import altair as alt
import pandas as pd

import policyparse as pp

alt.renderers.enable("svg")
names = [name for name in pp.corpus.names() if "." not in name and name != "article"]
documents = [pp.corpus.load(name) for name in names]
# files of your own: [d for d in pp.parse_many(Path("folder").glob("*.pdf")) if isinstance(d, pp.PolicyDocument)]
targets = pp.to_frame(documents, "targets")
targets.shape

# %%
targets["文件"] = targets["document_title"].str.replace("（.*", "", regex=True).str.slice(0, 20)
targets.groupby("文件").agg(
    目标数=("id", "size"), 有时限=("deadline", "count"), 有牵头单位=("lead", "count"), 指标数=("indicator", "nunique")
)

# %% [markdown]
# ## When do they want to be there? 期限在哪一年？

# %%
due = targets.dropna(subset=["deadline"]).groupby(["文件", "deadline"]).size().rename("目标数").reset_index()
due["年份"] = due["deadline"].astype(str)
years = [str(year) for year in range(due["deadline"].min(), due["deadline"].max() + 1)]
name_axis = alt.Axis(labelLimit=260)
alt.Chart(due, title="各文件目标的时限", width=420).mark_rect().encode(
    x=alt.X("年份:O", title="时限（年）", axis=alt.Axis(labelAngle=0), scale=alt.Scale(domain=years)),
    y=alt.Y("文件:N", title=None, axis=name_axis),
    color=alt.Color("目标数:Q", title="目标数", scale=alt.Scale(scheme="blues", type="sqrt")),
)

# %% [markdown]
# ## Floors, ceilings, or plain numbers? 约束有多硬？
#
# 不低于, 以上 and 至少 set a floor; 不超过 and 以内 a ceiling; a number without either is met or missed.

# %%
words = {"ge": "下限", "le": "上限", "range": "区间", "eq": "定值", "approx": "约数"}
kinds = (
    targets.assign(约束=targets["comparator"].map(words))
    .groupby(["文件", "约束"])
    .size()
    .rename("目标数")
    .reset_index()
)
kinds["次序"] = kinds["约束"].map({word: place for place, word in enumerate(words.values())})
hues = alt.Scale(domain=list(words.values()), range=["#2471a3", "#c0392b", "#8e44ad", "#95a5a6", "#f0c36d"])
alt.Chart(kinds, title="目标的约束方式", width=420).mark_bar().encode(
    x=alt.X("目标数:Q", stack="normalize", title="占目标总数的比例", axis=alt.Axis(format="%")),
    y=alt.Y("文件:N", title=None, axis=name_axis),
    color=alt.Color("约束:N", title="约束方式", scale=hues),
    order="次序:O",
)

# %% [markdown]
# ## What are they about? 讲的是什么？
#
# The words that set each document apart from the others (TF-IDF; the words are those of jieba with the lexicons' own):

# %%
found = pp.mining.keywords(documents, 6)
titles = targets.groupby("document")["文件"].first()
pd.DataFrame(
    {
        "文件": [titles[f"{name}.txt"] for name in names],
        "关键词": ["、".join(keyword.word for keyword in row) for row in found],
    }
)

# %% [markdown]
# ## Who works with whom? 谁和谁一起做事？

# %%
pairs = pd.DataFrame(pp.mining.partners(documents, least=3)).head(12)
pairs["部门"] = pairs["left"] + "—" + pairs["right"]
alt.Chart(pairs, title="共同承担任务的部门", width=420).mark_bar().encode(
    x=alt.X("count:Q", title="共同任务数", axis=alt.Axis(tickMinStep=1)),
    y=alt.Y("部门:N", sort="-x", title=None, axis=name_axis),
    color=alt.Color("documents:O", title="文件数", scale=alt.Scale(scheme="blues")),
)

# %%
share = targets["comparator"].value_counts(normalize=True)
assert share.idxmax() == "eq"
assert targets["deadline"].notna().mean() > 0.6
share.rename(words).rename("占比").round(2).to_frame()

# %% [markdown]
# **Answer:** the plans point at the end of their own period, the five-year plan at 2030; most numbers are plain, about a
# quarter are floors, ceilings are rare; and where two bodies share tasks, civil affairs is nearly always one of them, since
# four of the documents are about the care of the elderly.
#
# **答：** 时限集中在各自规划期末；多数目标是定值，约四分之一是下限，上限很少；共同承担任务的部门中，民政最常出现。
#
# A plot is saved for a paper by `chart.save("图1.svg")` (or `.png`, `.pdf`), a frame by `targets.to_excel("目标.xlsx")`.
