import json
import os
import random
import signal
import time
from pathlib import Path

import pytest
from faults import Trouble, all_gone, comes_true, drive, faulty, noted

from lessonforge.build import upkeep
from lessonforge.build.executors import start
from lessonforge.build.fulfil import fulfil
from lessonforge.build.store import Store
from lessonforge.errors import BuildLocked, Interrupted, StoreError
from lessonforge.testing import Order, counted, counting


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def log(tmp_path):
    return tmp_path / "log"


@pytest.fixture
def local():
    executor = start("local", 2)
    yield executor
    executor.close()


@pytest.fixture(params=["local", "serial"])
def executor(request):
    executor = start(request.param, 2)
    yield executor
    executor.close()


class NoExecutor:
    """For builds that have nothing to make."""

    slots = 2

    def submit(self, *args):
        raise AssertionError("there was nothing to do")

    def close(self):
        pass


def orders(count, log="", **options):
    return [Trouble(f"order-{n}", log=str(log), **options) for n in range(count)]


def clean(store):
    left = [path for name in ("tmp", "locks", "quarantine") for path in (store.root / name).iterdir()]
    return left == [] and upkeep.verify(store).bad == ()


def test_what_is_missing_is_made_once(store, log, executor):
    wanted = [Order(f"order-{n % 7}", log=str(log)) for n in range(21)]
    outcome = fulfil(wanted, counting(), store, executor)
    assert sorted(counted(log)) == sorted({order.name for order in wanted})
    assert outcome.made == set(outcome.artifacts) == set(wanted)
    assert outcome.failures == {}
    for order in wanted:
        parcel = outcome.artifacts[order]
        assert len(parcel.content.read()) == 100
        assert parcel.copies[0].read() == parcel.content.read()[:10]
        assert parcel.label == ((order.name, 50.0),)
    assert clean(store)


def test_what_is_kept_starts_no_worker(store, log, executor):
    first = fulfil(orders(5, log), faulty(), store, executor)
    again = fulfil(orders(5), faulty(), Store(store.root), NoExecutor())
    assert again.artifacts == first.artifacts
    assert again.made == set()
    assert again.origins == first.origins
    assert again.keys == first.keys
    assert len(noted(log)) == 5


def test_nothing_wanted_is_nothing_done(store):
    assert fulfil([], faulty(name="absent"), store, NoExecutor()).artifacts == {}


def test_only_what_changed_is_made(store, log, executor):
    fulfil(orders(5, log), faulty(), store, executor)
    outcome = fulfil([*orders(5, log), Trouble("new", log=str(log))], faulty(), store, executor)
    assert {order.name for order in outcome.made} == {"new"}


def test_events_tell_of_every_request(store, executor):
    fulfil(orders(2), faulty(), store, executor)
    events = []
    wanted = [*orders(4), Trouble("bad", act="refuse")]
    fulfil(wanted, faulty(), store, executor, events.append)
    seen = {what: {event.request.name for event in events if event.what == what} for what in ("kept", "made", "failed")}
    assert seen == {"kept": {"order-0", "order-1"}, "made": {"order-2", "order-3"}, "failed": {"bad"}}
    for name in ("order-2", "order-3", "bad"):
        whats = [event.what for event in events if event.request.name == name]
        assert whats[0] == "started"
        assert len(whats) == 2
    assert all(event.seconds >= 0 for event in events)


@pytest.mark.parametrize(
    ("act", "kind", "message"),
    [
        ("refuse", "refused", "cannot make bad"),
        ("crash", "crashed", "The engine 'faulty' crashed: ZeroDivisionError: a bug"),
        ("lack", "missing", "pip install it"),
        ("stop_short", "refused", "gave 0 results for 1 requests"),
        ("mistake", "refused", "made a Trouble"),
        ("lie", "refused", "is not what was hashed"),
    ],
)
def test_a_failure_is_recorded_and_the_rest_goes_on(store, log, executor, act, kind, message):
    wanted = orders(6, log)
    bad = Trouble("bad", act=act, log=str(log))
    outcome = fulfil([*wanted[:3], bad], faulty(), store, executor)
    failure = outcome.failures[bad]
    assert failure.kind == kind
    assert message in failure.message
    assert not failure.transient
    assert set(outcome.artifacts) == set(wanted[:3])
    assert ("ZeroDivisionError" in failure.detail) == (act == "crash")
    assert clean(store)


def test_one_bad_request_in_a_batch_fails_alone(store, log):
    """A batch of an engine is one piece of work; the others in it are made even so."""
    wanted = [*orders(5, log), Trouble("bad", act="crash", log=str(log)), *[Order(f"more-{n}") for n in range(5)]]
    outcome = fulfil(wanted, faulty(), store, start("serial", 1))
    assert [order.name for order in outcome.failures] == ["bad"]
    assert len(outcome.made) == 10


def test_a_missing_engine_fails_all_with_its_remedy(store):
    events = []
    outcome = fulfil(orders(3), faulty(name="absent"), store, NoExecutor(), events.append)
    assert {failure.message for failure in outcome.failures.values()} == {"The engine 'absent' needs a camel."}
    assert len(outcome.failures) == len(events) == 3


@pytest.mark.parametrize("act", ["die", "segfault", "hang"])
def test_a_lost_worker_costs_one_request_and_a_second_try(store, log, local, act):
    bad = Trouble("bad", act=act, log=str(log))
    wanted = [*orders(8, log), bad, *[Trouble(f"more-{n}", log=str(log)) for n in range(8)]]
    outcome = fulfil(wanted, faulty(timeout_s=2), store, local)
    assert list(outcome.failures) == [bad]
    assert outcome.failures[bad].kind == "lost"
    assert outcome.failures[bad].transient
    assert len(outcome.made) == 16
    tried = [line.split()[0] for line in log.read_text().splitlines()]
    assert tried.count("bad") == 2
    assert all(tried.count(order.name) == 1 for order in wanted[:8])
    assert all_gone(noted(log, "child"))
    assert upkeep.verify(store).bad == ()


def test_the_second_try_may_succeed(store, log, tmp_path, local):
    bad = Trouble("bad", act="die", once=str(tmp_path / "once"), log=str(log))
    outcome = fulfil([bad, *orders(3, log)], faulty(), store, local)
    assert outcome.failures == {}
    assert len(outcome.artifacts) == 4


def test_a_worker_killed_from_outside(store, log, local):
    """What it had finished is not made again."""
    killed = []

    def kill_once(event):
        if event.what == "made" and len(made := noted(log)) > 4 and not killed:
            killed.append(made[-1])
            os.kill(int(made[-1]), signal.SIGKILL)

    outcome = fulfil(orders(12, log, seconds=0.05), faulty(), store, local, kill_once)
    assert killed
    assert len(outcome.artifacts) == 12
    assert 12 <= len(noted(log)) <= 14
    assert clean(store)


def test_an_engine_is_loaded_once_in_a_worker_and_its_temporary_files_go(store, log, local):
    fulfil([Trouble(f"temp-{n}", act="store_temp", log=str(log)) for n in range(6)], faulty(), store, local)
    workers = set(noted(log)) - set(noted(log, "temp"))
    assert len(workers) <= 2
    folders = {Path(folder) for folder in noted(log, "temp")}
    assert {folder.parent for folder in folders} == {store.root / "tmp"}
    assert not any(folder.exists() for folder in folders)


def test_a_damaged_result_is_made_again(store, log, executor):
    first = fulfil(orders(3, log), faulty(), store, executor)
    victim = first.artifacts[orders(1)[0]].content.path
    victim.chmod(0o644)
    victim.write_bytes(b"x" * 100)
    again = fulfil(orders(3, log), faulty(), store, executor)
    assert {order.name for order in again.made} == {"order-0"}
    assert again.artifacts == first.artifacts
    assert len(list((store.root / "quarantine").iterdir())) == 2


def test_a_store_that_cannot_be_written_to_is_told_before_anything_is_made(store, log, monkeypatch):
    (store.root / "tmp").rmdir()
    (store.root / "tmp").touch()
    with pytest.raises(StoreError, match="can't be written to"):
        fulfil(orders(3, log), faulty(), store, NoExecutor())


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_the_build(store, log, local, number, code):
    def stop(event):
        if event.what == "made":
            os.kill(os.getpid(), number)

    wanted = [Trouble(f"order-{n}", seconds=0.1, log=str(log), act="child") for n in range(30)]
    with pytest.raises(Interrupted, match="Stopped") as interrupted:
        fulfil(wanted, faulty(), store, local, stop)
    assert interrupted.value.exit_code == code
    assert all_gone(noted(log))
    assert 1 <= upkeep.verify(store).results < 30
    assert clean(store)


def test_a_signal_is_no_failure_of_an_engine(store, log):
    """In the same process the signal is raised in the engine's own code."""
    with pytest.raises(Interrupted):
        fulfil(orders(3, log, act="interrupt"), faulty(), store, start("serial", 1))
    assert len(noted(log)) == 1
    assert clean(store)


def test_two_builds_share_the_work(tmp_path, log):
    """Each request is made by one of them, and both get all."""
    builds = [drive(tmp_path / "store", log, 24, 0.05) for _ in range(2)]
    results = [json.loads(build.communicate(timeout=60)[0]) for build in builds]
    assert results[0]["artifacts"] == results[1]["artifacts"]
    assert len(results[0]["artifacts"]) == 24
    assert results[0]["made"] + results[1]["made"] == 24
    assert len(noted(log)) == 24
    assert clean(Store(tmp_path / "store"))


def test_the_other_build_is_killed(tmp_path, log):
    """What it had begun is taken over."""
    first = drive(tmp_path / "store", log, 8, 0.5)
    assert comes_true(lambda: noted(log))
    second = drive(tmp_path / "store", log, 8, 0.05)
    time.sleep(0.7)
    assert second.poll() is None
    first.kill()
    first.communicate()
    result = json.loads(second.communicate(timeout=60)[0])
    assert len(result["artifacts"]) == 8
    assert len(noted(log)) <= 8 + 2
    assert clean(Store(tmp_path / "store"))


def test_killed_at_any_moment_the_next_run_goes_on(tmp_path, log):
    undisturbed = fulfil(orders(24), faulty(), Store(tmp_path / "other"), start("serial", 1))
    expected = {order.name: parcel.content.sha256 for order, parcel in undisturbed.artifacts.items()}
    dice, kills = random.Random(7), 7
    for _ in range(kills):
        begun = len(noted(log))
        build = drive(tmp_path / "store", log, 24, 0.05, "child")
        assert comes_true(lambda: len(noted(log)) > begun + 1)  # noqa: B023
        time.sleep(dice.uniform(0, 0.15))
        build.kill()
        build.communicate()
        assert all_gone(noted(log))
        assert upkeep.verify(Store(tmp_path / "store")).bad == ()
    result = json.loads(drive(tmp_path / "store", log, 24, 0.05, "child").communicate(timeout=60)[0])
    assert all_gone(noted(log))
    assert result["artifacts"] == expected
    made = [line for line in log.read_text().splitlines() if not line.startswith("child")]
    assert len(made) <= 24 + 2 * kills  # no more than what each of two workers had in hand
    assert clean(Store(tmp_path / "store"))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_driver_leaves_nothing_behind(tmp_path, log, number, code):
    build = drive(tmp_path / "store", log, 30, 0.2, "child")
    assert comes_true(lambda: len(noted(log)) >= 6)
    build.send_signal(number)
    result = json.loads(build.communicate(timeout=10)[0])
    assert result["code"] == code
    assert all_gone(noted(log))
    assert clean(Store(tmp_path / "store"))


def test_gc_keeps_out_of_a_running_build(tmp_path, log):
    build = drive(tmp_path / "store", log, 8, 0.3)
    store = Store(tmp_path / "store")
    assert comes_true(lambda: len(noted(log)) >= 2)
    with pytest.raises(BuildLocked):
        upkeep.gc(store, 0, 0)
    assert len(json.loads(build.communicate(timeout=60)[0])["artifacts"]) == 8
    assert upkeep.gc(store, 0, 0).results == 8


def test_thousands_of_hits_take_a_moment(store):
    wanted = [Order(f"order-{n}") for n in range(1000)]
    fulfil(wanted, counting(), store, start("serial", 1))
    began = time.process_time()
    fulfil(wanted, counting(), Store(store.root), NoExecutor())
    assert time.process_time() - began < 0.5  # 0.12 s on two shared cores
