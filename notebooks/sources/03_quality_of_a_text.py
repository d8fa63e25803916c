# %% [markdown]
# # 03 Quality of a corrupted text 文本体检：这份文本能用吗？
#
# **Question: a text that was copied together from the web looks complete. Can its numbers be counted?**
#
# `article` was ruined by a script that is part of the project: blocks copied twice, sentences cut, a foreign passage put
# in. `article.clean` is what it was before, so that we can tell how well it is mended.

# %%
import difflib

import pandas as pd
from IPython.display import HTML

import policyparse as pp

ruined, clean = pp.corpus.load("article"), pp.corpus.load("article.clean")
checked = pp.check(ruined)
pd.Series([f"{finding.code} {finding.name}" for finding in checked.findings]).value_counts().rename("places").to_frame()

# %% [markdown]
# Each finding says in both languages what is wrong, and where:

# %%
worst = next(finding for finding in checked.findings if finding.severity == "error")
HTML(pp.display.html(worst, checked))

# %% [markdown]
# ## What would one have counted?
#
# A number in a copied block is the same number again. After `check` such a target names the first one in `duplicate_of`.

# %%
once = [target for target in checked.targets if target.duplicate_of is None]
pd.Series(
    {"as it came": len(checked.targets), "without copies": len(once), "truth": len(clean.targets)}, name="targets"
).to_frame()

# %% [markdown]
# ## Can it be mended?
#
# `repair` gives a plan of edits with the text that they make. By itself it only does what cannot lose a word; with
# `unsafe=True` it also does what is likely.


# %%
def alike(text: str) -> float:
    return round(difflib.SequenceMatcher(None, text, clean.text, autojunk=False).ratio(), 3)


rows = []
for name, text in {
    "as it came": ruined.text,
    "safe steps": pp.repair(checked).text,
    "all steps": pp.repair(checked, unsafe=True).text,
}.items():
    again = pp.check(pp.parse_text(text))
    rows.append(
        {
            "text": name,
            "characters": len(text),
            "findings": len(again.findings),
            "targets": len(again.targets),
            "like the truth": alike(text),
        }
    )
pd.DataFrame(rows).set_index("text")

# %% [markdown]
# What was done, step by step:

# %%
mended = pp.repair(checked, unsafe=True)
pd.DataFrame(
    [
        {"step": s.kind, "safe": s.safe, "from": s.span.start, "to": s.span.end, "answers": s.answers.code}
        for s in mended.steps
    ]
)
