"""Write known_failures.json anew, and print what is right: ``PYTHONPATH=.:benchmarks python -m tests.cases.known``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cases.judge import failures

FOLDER = Path(__file__).parent


def main() -> None:
    """Judge every case."""
    known: dict[str, list[str]] = {}
    for path in sorted(FOLDER.glob("*.json")):
        if path.stem == "known_failures":
            continue
        cases = json.loads(path.read_text("utf-8"))
        wrong = {case["id"]: found for case in cases if (found := failures(case, path.stem))}
        figures = sum(len(case["expect"]["figures"]) for case in cases)
        bad = len({(i, word.rpartition(":")[0]) for i, words in wrong.items() for word in words})
        print(
            f"{path.stem:10} {len(cases) - len(wrong):3} of {len(cases):3} cases, {figures - bad:4} of {figures:4} figures"
        )
        known |= wrong
    text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / "known_failures.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
