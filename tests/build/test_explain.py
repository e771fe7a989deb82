import dataclasses
import json
import os
from pathlib import Path

import pytest
from faults import faulty

from lessonforge.blob import Blob
from lessonforge.build.executors import start
from lessonforge.build.explain import Reason, plan
from lessonforge.build.fulfil import fulfil
from lessonforge.build.journal import Entry, Journal, journal_of
from lessonforge.build.store import Store
from lessonforge.errors import EngineMissing, StoreError
from lessonforge.testing import CountingEngine, Order, counting

SUN, RAIN = "water-cycle/es/sun/picture", "water-cycle/es/rain/picture"
ORDERS = {SUN: Order("sun", parts=(Blob.of(b"a"),)), RAIN: Order("rain")}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def journal(store, tmp_path):
    return journal_of(store, tmp_path)


def subjects(**changed):
    return {subject: (changed.get(order.name, order), counting()) for subject, order in ORDERS.items()}


def build(wanted, store, journal):
    steps = plan(wanted, store, journal)
    fulfil([request for request, _ in wanted.values()], counting(), store, start("serial", 1))
    journal.note([step.entry for step in steps])


def reasons(wanted, store, journal):
    return {step.subject: step.reasons for step in plan(wanted, store, journal)}


def test_the_first_build(store, journal):
    steps = plan(subjects(), store, journal)
    assert [step.subject for step in steps] == [SUN, RAIN]
    assert not any(step.fresh for step in steps)
    assert {step.reasons for step in steps} == {(Reason("first build"),)}


def test_what_is_kept_is_fresh(store, journal, tmp_path):
    build(subjects(), store, journal)
    for known in (journal, journal_of(store, tmp_path), Journal(tmp_path / "none")):
        steps = plan(subjects(), Store(store.root), known)
        assert all(step.fresh and step.reasons == () for step in steps)


def test_a_change_is_told_with_old_and_new(store, journal):
    build(subjects(), store, journal)
    changed = dataclasses.replace(ORDERS[SUN], name="moon", parts=(Blob.of(b"a"), Blob.of(b"b")))
    told = reasons(subjects(sun=changed), store, journal)
    assert told[RAIN] == ()
    assert set(told[SUN]) == {
        Reason("field changed", "name", "sun", "moon"),
        Reason("field changed", "parts[1]", None, Blob.of(b"b").sha256),
    }
    assert str(Reason("field changed", "name", "sun", "moon")) == "name changed from 'sun' to 'moon'"


def test_an_engine_that_changed(store, journal, monkeypatch):
    build(subjects(), store, journal)
    monkeypatch.setattr(CountingEngine, "fingerprint", lambda self: "counting 2")
    told = reasons(subjects(), store, journal)
    assert set(told.values()) == {(Reason("engine changed", "fingerprint", "counting 1", "counting 2"),)}


def test_a_result_that_is_gone(store, journal):
    build(subjects(), store, journal)
    for path in (store.root / "objects").glob("*/*"):
        path.unlink()
    assert set(reasons(subjects(), store, journal).values()) == {(Reason("result missing"),)}


def test_an_engine_that_is_missing(store, journal):
    with pytest.raises(EngineMissing):
        plan({SUN: (ORDERS[SUN], faulty(name="absent"))}, store, journal)


def entry(subject, value):
    return Entry(subject, f"key-{value}", {"text": value})


def test_a_journal_remembers_the_last(tmp_path):
    path = tmp_path / "journal"
    Journal(path).note([entry("a", 1), entry("b", 1)])
    Journal(path).note([entry("a", 2)])
    journal = Journal(path)
    assert (journal.last("a"), journal.last("b"), journal.last("c")) == (entry("a", 2), entry("b", 1), None)


def test_a_journal_says_nothing_twice(tmp_path):
    path = tmp_path / "journal"
    Journal(path).note([entry("a", 1)])
    size = path.stat().st_size
    Journal(path).note([entry("a", 1)])
    assert path.stat().st_size == size


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_line_is_passed_over(tmp_path, cut):
    path = tmp_path / "journal"
    Journal(path).note([entry("a", 1), entry("b", 1)])
    os.truncate(path, path.stat().st_size - cut)
    torn = Journal(path)
    assert torn.last("a") in (entry("a", 1), None)
    torn.note([entry("c", 3)])
    torn.note([entry("d", 4)])
    again = Journal(path)
    assert (again.last("c"), again.last("d")) == (entry("c", 3), entry("d", 4))
    assert again.last("a") == torn.last("a")


@pytest.mark.parametrize("rubbish", [b"\xff\n", b"[]\n", b"{}\n", b'{"subject": "a"}\n', b"null\n", b"\n"])
def test_rubbish_is_passed_over(tmp_path, rubbish):
    path = tmp_path / "journal"
    path.write_bytes(rubbish)
    Journal(path).note([entry("a", 1)])
    assert Journal(path).last("a") == entry("a", 1)


def test_a_long_journal_is_made_short(tmp_path):
    path = tmp_path / "journal"
    for number in range(300):
        Journal(path).note([entry("a", number), entry(f"b{number % 3}", number)])
    lines = path.read_text().splitlines()
    assert len(lines) < 300
    assert Journal(path).last("a") == entry("a", 299)
    assert [child.name for child in tmp_path.iterdir()] == ["journal"]
    assert all(json.loads(line) for line in lines)


def test_each_project_has_its_own(store, tmp_path):
    journal_of(store, tmp_path / "one").note([entry("a", 1)])
    assert journal_of(store, tmp_path / "two").last("a") is None
    assert journal_of(store, tmp_path / "two" / ".." / "one").last("a") == entry("a", 1)


def test_a_journal_that_cannot_be_read_is_a_clean_error(tmp_path):
    with pytest.raises(StoreError, match="can't be read"):
        Journal(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="can't be read"):
        Journal(Path(tmp_path / "file" / "journal"))
