import installed
import pytest


@pytest.fixture
def no_fonts(own_store):
    """Nothing is installed, and what a test installs is forgotten after it."""
    installed.forget()
    yield
    installed.forget()


@pytest.fixture
def with_fonts(no_fonts):
    """All the fonts that are made for tests are installed."""
    installed.put_in_place()
