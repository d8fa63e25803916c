# %% [markdown]
# # 01 First steps 第一步：一份方案说了什么
#
# **Question: a city hands you a notice of four thousand characters. What does it promise, by when, and who answers for it?**
#
# **问题：拿到一份四千字的通知，它承诺了什么，何时完成，由谁负责？**
#
# The document is one of the project's own: 云州市 is invented, its prose is that of a real plan.

# %%
import pandas as pd
from IPython.display import HTML

import policyparse as pp

plan = pp.corpus.load("yunzhou-city")
pd.Series(
    {
        "条款 clauses": len(plan.clauses),
        "目标 targets": len(plan.targets),
        "责任分工 duties": len(plan.responsibilities),
    }
).to_frame("")

# %% [markdown]
# A document shows itself: point at a coloured place to read what was found there. Your own file is read with
# `pp.parse("file.pdf")`, a text at hand with `pp.parse_text(text)`.

# %%
plan

# %% [markdown]
# ## What is promised? 承诺了什么？
#
# Every target is a record. Its place in the source is part of it, so that each number can be proved.

# %%
target = max(plan.targets, key=lambda figure: len(figure.evidence))
assert plan.source_text(target.span) == target.quote
HTML(pp.display.html(target, plan))

# %%
targets = pp.to_frame(plan)
targets[["clause", "indicator", "comparator", "value", "unit", "deadline", "lead"]].head(8)

# %% [markdown]
# ## By when? 何时完成？

# %%
years = targets["deadline"].astype("string").fillna("未写明 none").value_counts().sort_index()
assert years.drop("未写明 none").idxmax() == "2026"
years.rename("targets").to_frame()

# %% [markdown]
# Most dated targets are due in the last year of the plan; a good part names no year, and so has only the plan's own end.
#
# ## Who has most to do? 谁的任务最多？

# %%
duties = pp.to_frame(plan, "responsibilities")
bodies = duties.groupby(["party", "role"]).size().unstack(fill_value=0).sort_values("lead", ascending=False)
assert bodies["lead"].idxmax() == "市民政局"
bodies[["lead", "joint", "support"]].head(6)

# %% [markdown]
# **Answer:** the plan promises dozens of numbers, most of them by 2026 or without a year of their own, and the civil
# affairs bureau (市民政局) leads more often than any other body. What it has no power over (money, planning, health care)
# shows in the other rows.
#
# **答：** 目标有数十项，多数到2026年完成或未写明年份；牵头最多的是市民政局，其余部门各管一段。
#
# `pp.save(plan, "plan.json")` and `pp.load("plan.json")` give the same document again; `policyparse parse FILE` on the
# command line gives the same JSON.
