# %% [markdown]
# # 02 City against county 市县对照：县里照搬了多少？
#
# **Question: a county writes its plan under that of its city. What does it take over, what does it soften, what is left out?**

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
# ## Where does the county promise less?
#
# Only rates can be set side by side: a county builds fewer beds than its city, that is no softening.

# %%
rates = [
    {"指标": pair.left.indicator, "市": pair.left.value, "县": pair.right.value, "县减市": pair.difference}
    for pair in comparison.targets
    if pair.left and pair.right and pair.left.unit == pair.right.unit == "%" and pair.value in ("higher", "lower")
]
rates = pd.DataFrame(rates).sort_values("县减市", ignore_index=True)
rates

# %%
alt.Chart(rates, width=420, title="县级目标与市级目标之差（百分点）").mark_bar().encode(
    x=alt.X("县减市:Q", title="县减市（百分点）"),
    y=alt.Y("指标:N", sort=None, title=None, axis=alt.Axis(labelLimit=320)),
    color=alt.condition("datum['县减市'] < 0", alt.value("#c0392b"), alt.value("#2471a3")),
)

# %% [markdown]
# Less is not always softer: for a rate of staff leaving (流失率) or of failures more is softer. The comparator says which
# way a bound points (`ge` 不低于, `le` 不高于), and `TargetPair.comparator` whether it became stricter or looser.
#
# ## Which of the city's tasks has the county no word for?

# %%
[pair.left_title for pair in comparison.clauses if pair.relation == "only-left" and pair.left_title]

# %% [markdown]
# ## How were the tasks cut anew?

# %%
pd.Series([pair.relation for pair in comparison.clauses]).value_counts().rename("clauses").to_frame()
