# %% [markdown]
# # 04 From a folder to a data frame 从文件夹到数据表
#
# **Question: eleven documents lie in a folder. What do they aim at, when do they want to be there, and how sure are they?**

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
targets.groupby("document").agg(
    title=("document_title", "first"),
    targets=("id", "size"),
    with_deadline=("deadline", "count"),
    bodies=("lead", "count"),
)

# %% [markdown]
# ## When do they want to be there?

# %%
due = targets.dropna(subset=["deadline"]).groupby(["document", "deadline"]).size().rename("目标数").reset_index()
due["年份"] = due["deadline"].astype(str)
alt.Chart(due, title="各文件目标的时限", width=420).mark_rect().encode(
    x=alt.X("年份:O", title="时限（年）"),
    y=alt.Y("document:N", title=None),
    color=alt.Color("目标数:Q", title="目标数", scale=alt.Scale(scheme="blues")),
)

# %% [markdown]
# ## Floors, ceilings, or plain numbers?
#
# 不低于, 以上 and 至少 set a floor; 不超过 and 以内 a ceiling; a number without either is met or missed.

# %%
words = {"ge": "下限", "le": "上限", "eq": "定值", "approx": "约数", "range": "区间"}
kinds = (
    targets.assign(约束=targets["comparator"].map(words))
    .groupby(["document", "约束"])
    .size()
    .rename("目标数")
    .reset_index()
)
alt.Chart(kinds, title="目标的约束方式", width=420).mark_bar().encode(
    x=alt.X("目标数:Q", stack="normalize", title="比例", axis=alt.Axis(format="%")),
    y=alt.Y("document:N", title=None),
    color=alt.Color("约束:N", title="约束方式"),
)

# %% [markdown]
# ## What are they about?
#
# The words that set each document apart from the others (TF-IDF; the words are those of jieba with the lexicons' own):

# %%
found = pp.mining.keywords(documents, 6)
pd.DataFrame({"document": names, "keywords": ["、".join(keyword.word for keyword in row) for row in found]})

# %% [markdown]
# ## Who works with whom?

# %%
pairs = pd.DataFrame(pp.mining.partners(documents, least=3)).head(12)
pairs["对"] = pairs["left"] + "—" + pairs["right"]
alt.Chart(pairs, title="共同承担任务的部门", width=420).mark_bar().encode(
    x=alt.X("count:Q", title="共同任务数", axis=alt.Axis(tickMinStep=1)),
    y=alt.Y("对:N", sort="-x", title=None),
    color=alt.Color("documents:O", title="文件数", scale=alt.Scale(scheme="blues")),
)
