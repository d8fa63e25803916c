"""Run one peer over sentences and print what it took; started by peers.py with the peers' own interpreter.

    python peer_worker.py TOOL ROUNDS < sentences.json

The answer is one JSON object: the tool's version, seconds of each round, and how many things it found.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
import time


def recognizers_text():
    """All models of Recognizers-Text for Chinese that have to do with quantities and time."""
    from ms_recognizers_suite import (
        recognize_age,
        recognize_currency,
        recognize_datetime,
        recognize_dimension,
        recognize_number,
        recognize_percentage,
        recognize_temperature,
    )
    from ms_recognizers_text import Culture

    models = (
        recognize_number,
        recognize_percentage,
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
        recognize_datetime,
    )
    return lambda sentence: sum(len(model(sentence, Culture.Chinese)) for model in models)


def jionlp():
    """Times and sums of money, which is what JioNLP extracts."""
    import jionlp as jio

    def run(sentence):
        return len(jio.ner.extract_time(sentence) or ()) + len(jio.ner.extract_money(sentence) or ())

    return run


TOOLS = {"ms-recognizers-text-suite": recognizers_text, "jionlp": jionlp}


def main() -> None:
    """Warm up on the first sentences, then time whole rounds."""
    tool, rounds = sys.argv[1], int(sys.argv[2])
    sentences = json.load(sys.stdin)
    answers, sys.stdout = sys.stdout, sys.stderr
    run = TOOLS[tool]()
    for sentence in sentences[:20]:
        run(sentence)
    seconds, found = [], 0
    for _ in range(rounds):
        begin = time.perf_counter()
        found = sum(run(sentence) for sentence in sentences)
        seconds.append(time.perf_counter() - begin)
    version = importlib.metadata.version(tool)
    json.dump({"tool": tool, "version": version, "seconds": seconds, "found": found}, answers)


if __name__ == "__main__":
    main()
