from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a store of its own, and no font or drawing that the user has installed."""
    folder = tmp_path_factory.mktemp("store")
    monkeypatch.setenv("LESSONFORGE_CACHE", str(folder))
    monkeypatch.setenv("LESSONFORGE_DATA", str(folder / "data"))
    return folder
