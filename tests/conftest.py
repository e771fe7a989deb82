from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("shared", deadline=None)  # how long an example takes says nothing on a machine that is busy
settings.load_profile("shared")


@pytest.fixture(autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a store of its own, and no font or drawing that the user has installed."""
    folder = tmp_path_factory.mktemp("store")
    monkeypatch.setenv("LESSONFORGE_CACHE", str(folder))
    monkeypatch.setenv("LESSONFORGE_DATA", str(folder / "data"))
    return folder
