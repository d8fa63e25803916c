"""What all tests share: where the repository, its documents and the originals stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
"""The same examples on every run, so that a run says something about the change; HYPOTHESIS_PROFILE=search looks on."""

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def corpus_files(root: Path) -> list[Path]:
    """The documents written for this project."""
    files = sorted((root / "corpus" / "texts").glob("*.txt"))
    assert files, "corpus/texts holds no documents"
    return files


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The folder with the original documents, which stand beside the repository and are no part of it."""
    folder = root.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("the original documents are not here (../shared)")
    return folder
