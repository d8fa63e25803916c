"""What the benchmarks leave in ``results/`` for the pages of the documentation, with the machine that it comes from.

The pages are made from these files, so that nobody needs to measure anew to write them: see docs/make.py.
"""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from policyparse.version import VERSION

FOLDER = Path(__file__).with_name("results")
PACKAGES = ("pydantic", "pydantic-core", "regex")


def write(name: str, figures: dict[str, Any]) -> None:
    """Keep the figures of one benchmark, with the machine they were measured on."""
    FOLDER.mkdir(exist_ok=True)
    short = json.loads(json.dumps(figures), parse_float=lambda number: round(float(number), 6))
    text = json.dumps({"machine": machine(), **short}, ensure_ascii=False, indent=1)
    FOLDER.joinpath(f"{name}.json").write_text(text + "\n", "utf-8")


def read(name: str) -> dict[str, Any]:
    """The figures of one benchmark as they were kept."""
    figures: dict[str, Any] = json.loads(FOLDER.joinpath(f"{name}.json").read_text("utf-8"))
    return figures


def machine() -> dict[str, Any]:
    """Processor, cores, system, and what the figures depend on in which version."""
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": {"policyparse": VERSION, **{name: version(name) for name in PACKAGES}},
    }


def processor() -> str:
    """The name of the processor."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def told(machine: dict[str, Any]) -> str:
    """One line about a machine."""
    packages = ", ".join(f"{name} {number}" for name, number in machine["packages"].items())
    return f"{machine['processor']}, {machine['cores']} cores, {machine['system']}; {machine['python']}; {packages}"
