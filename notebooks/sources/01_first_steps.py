# %% [markdown]
# # 01 First steps 第一步：一份方案说了什么
#
# **Question: a city hands you a notice of four thousand characters. What does it promise, by when, and who answers for it?**
#
# The document is one of the project's own: 云州市 is invented, its prose is that of a real plan.

# %%
from IPython.display import HTML

import policyparse as pp

plan = pp.corpus.load("yunzhou-city")
len(plan.clauses), len(plan.targets), len(plan.responsibilities)

# %% [markdown]
# A document shows itself: point at a coloured place to read what was found there. Your own file is read with
# `pp.parse("file.pdf")`, a text at hand with `pp.parse_text(text)`.

# %%
plan

# %% [markdown]
# ## What is promised, and until when?
#
# Every target is a record. Its place in the source is part of it, so that each number can be proved.

# %%
target = max(plan.targets, key=lambda figure: len(figure.evidence))
assert plan.source_text(target.span) == target.quote
HTML(pp.display.html(target, plan))

# %%
pp.to_frame(plan)[["clause", "indicator", "comparator", "value", "unit", "deadline", "lead"]].head(8)

# %% [markdown]
# ## Who has most to do?

# %%
duties = pp.to_frame(plan, "responsibilities")
duties.groupby(["party", "role"]).size().unstack(fill_value=0).sort_values("lead", ascending=False).head(6)

# %% [markdown]
# The civil affairs bureau (市民政局) leads more often than any other body, as one expects of a plan for the care of the
# elderly. What
# it has no power over (money, planning, health care) shows in the other rows.
#
# ## Keep it
#
# `pp.save(plan, "plan.json")` and `pp.load("plan.json")` give the same document again; `policyparse parse FILE` on the
# command line gives the same JSON.
