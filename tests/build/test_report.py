import json

import pytest
from faults import Trouble, faulty

from lessonforge.build.executors import start
from lessonforge.build.fulfil import fulfil
from lessonforge.build.report import Count, Outcome, Report, count
from lessonforge.build.store import Store
from lessonforge.errors import SettingsError
from lessonforge.testing import Order

BUILT = Outcome("water-cycle", "en", "1080p", "built", 12.5, ("out/water-cycle.mp4",))
FAILED = Outcome("water-cycle", "হি", "1080p", "failed", reasons=("no voice",))


def test_a_report_is_json(tmp_path):
    report = Report((BUILT, FAILED), {"pictures": Count(made=2, kept=3, seconds=4.5)}, 20.0)
    report.write(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8")) == {
        "form": 1,
        "ok": False,
        "outcomes": [
            {
                "lesson": "water-cycle",
                "locale": "en",
                "profile": "1080p",
                "state": "built",
                "seconds": 12.5,
                "files": ["out/water-cycle.mp4"],
                "reasons": [],
                "level": "",
                "notes": [],
            },
            {
                "lesson": "water-cycle",
                "locale": "হি",
                "profile": "1080p",
                "state": "failed",
                "seconds": 0.0,
                "files": [],
                "reasons": ["no voice"],
                "level": "",
                "notes": [],
            },
        ],
        "stages": {"pictures": {"made": 2, "kept": 3, "failed": 0, "seconds": 4.5}},
        "seconds": 20.0,
    }


def test_the_numbers_of_a_stage(tmp_path):
    store, serial = Store(tmp_path / "store"), start("serial", 1)
    fulfil([Order("a"), Order("b")], faulty(), store, serial)
    done = fulfil([Order("b"), Order("c", seconds=0.05), Trouble("d", act="refuse")], faulty(), store, serial)
    counted = count(done)
    assert (counted.made, counted.kept, counted.failed) == (1, 1, 1)
    assert 0.05 <= counted.seconds < 5


def test_the_exit_code_says_whether_something_failed():
    assert Report((BUILT,)).exit_code == 0
    assert Report((BUILT, FAILED)).exit_code == 1
    assert Report((BUILT, FAILED)).failed == (FAILED,)


def test_a_report_that_cannot_be_written_is_a_wrong_setting(tmp_path):
    with pytest.raises(SettingsError, match="can't be written"):
        Report(()).write(tmp_path / "none" / "report.json")
