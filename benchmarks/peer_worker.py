"""Run one peer over sentences and print what it took; started by peers.py with the peers' own interpreter.

    python peer_worker.py TOOL ROUNDS < sentences.json

The answer is one JSON object: the tool's version, seconds of each round, and how many things it found.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import sys
import time

MODELS = ("number", "percentage", "age", "currency", "dimension", "temperature", "datetime")


def recognizers_text():
    """All models of Recognizers-Text for Chinese that have to do with quantities and time."""
    suite = importlib.import_module("ms_recognizers_suite")
    chinese = importlib.import_module("ms_recognizers_text").Culture.Chinese
    models = [getattr(suite, f"recognize_{name}") for name in MODELS]
    return lambda sentence: sum(len(model(sentence, chinese)) for model in models)


def jionlp():
    """Times and sums of money, which is what JioNLP extracts."""
    finder = importlib.import_module("jionlp").ner
    return lambda sentence: len(finder.extract_time(sentence) or ()) + len(finder.extract_money(sentence) or ())


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
        begin = time.process_time()
        found = sum(run(sentence) for sentence in sentences)
        seconds.append(time.process_time() - begin)
    version = importlib.metadata.version(tool)
    json.dump({"tool": tool, "version": version, "seconds": seconds, "found": found}, answers)


if __name__ == "__main__":
    main()
