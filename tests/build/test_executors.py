import os
import signal
import subprocess
import time

import pytest
from faults import alive, all_gone, comes_true, noted

from lessonforge.build.executors import start
from lessonforge.build.executors.local import Local
from lessonforge.errors import SettingsError, WorkerLost


def count(upto):
    yield from range(upto)


def say_pid(_):
    yield os.getpid()


def wait(seconds):
    time.sleep(seconds)
    yield seconds


def drip(seconds):
    for _ in range(4):
        time.sleep(seconds)
        yield os.getpid()


def end(code):
    yield "begun"
    os._exit(code)


def raise_it(error):
    yield 1
    raise error


def shut_out(_):
    """An error that can't be pickled."""

    class Local(Exception):
        pass

    raise Local("hidden")
    yield


def child_of(log):
    child = subprocess.Popen(["sleep", "3600"])
    log.write_text(f"worker {os.getpid()}\nchild {child.pid}\n")
    yield child.pid
    time.sleep(3600)


def noise(_):
    print("printed")
    os.write(1, b"written\n")
    subprocess.run(["sh", "-c", "echo from a child; cat"], check=True)
    yield "heard"


def last_words(_):
    os.write(2, b"out of cheese\n")
    os._exit(7)
    yield


@pytest.fixture(params=["local", "serial"])
def executor(request):
    executor = start(request.param, 2)
    yield executor
    executor.close()


@pytest.fixture
def local():
    executor = Local(2)
    yield executor
    executor.close()


def run(executor, work, arg, timeout=20.0):
    items = []
    future = executor.submit(work, arg, timeout, items.append)
    error = future.exception(30)
    return items, error


def test_items_come_in_order(executor):
    assert run(executor, count, 100) == (list(range(100)), None)


def test_what_the_work_raises_comes_back_and_the_worker_goes_on(executor):
    items, error = run(executor, raise_it, ZeroDivisionError("a bug"))
    assert items == [1]
    assert isinstance(error, ZeroDivisionError)
    assert run(executor, count, 2) == ([0, 1], None)


def test_an_error_that_cannot_travel_comes_back_as_words(local):
    _, error = run(local, shut_out, None)
    assert isinstance(error, RuntimeError)
    assert str(error) == "Local: hidden"


def test_work_that_cannot_be_found_is_an_error(local):
    def inner(arg):
        yield 1

    _, error = run(local, inner, None)
    assert error is not None
    assert run(local, count, 2) == ([0, 1], None)


def test_slots_work_side_by_side(local):
    pids = []
    futures = [local.submit(drip, 0.2, 20, pids.append) for _ in range(2)]
    [future.result(20) for future in futures]
    assert len(set(pids[:4])) == 2
    assert os.getpid() not in pids


def test_nothing_is_started_before_there_is_work():
    executor = Local(2)
    assert executor._workers == set()
    executor.close()


def test_a_death_costs_one_piece_of_work(local):
    futures = [local.submit(end if n == 3 else count, 9, 20, lambda item: None) for n in range(12)]
    errors = [future.exception(20) for future in futures]
    assert [n for n, error in enumerate(errors) if error] == [3]
    assert isinstance(errors[3], WorkerLost)
    assert "exit code 9" in str(errors[3])


def test_the_last_words_of_a_worker_are_told(local):
    _, error = run(local, last_words, None)
    assert str(error) == "Its process died (exit code 7). It said last:\nout of cheese"


def test_a_worker_killed_while_idle_is_replaced(local):
    for _ in range(3):
        (pid,), error = run(local, say_pid, None)
        assert error is None
        os.kill(pid, signal.SIGKILL)
        time.sleep(0.2)


def test_a_hang_is_ended_with_its_children(local, tmp_path):
    items, error = run(local, child_of, tmp_path / "log", timeout=1)
    assert len(items) == 1
    assert isinstance(error, WorkerLost)
    assert "no result for 1 s" in str(error)
    assert all_gone(noted(tmp_path / "log"))
    assert run(local, count, 2) == ([0, 1], None)


def test_the_time_is_counted_from_the_last_item(local):
    items, error = run(local, drip, 0.5, timeout=1.5)
    assert error is None
    assert len(items) == 4


def test_a_killed_worker_takes_its_children_along(local, tmp_path):
    log, pids = tmp_path / "log", []
    future = local.submit(child_of, log, 20, pids.append)
    assert comes_true(lambda: pids)
    os.kill(int(noted(log, "worker")[0]), signal.SIGKILL)
    assert "SIGKILL" in str(future.exception(10))
    assert all_gone(noted(log))


def test_close_kills_what_runs_and_fails_what_waits(tmp_path):
    executor, pids = Local(1), []
    running = executor.submit(child_of, tmp_path / "log", 20, pids.append)
    waiting = executor.submit(count, 3, 20, lambda item: None)
    assert comes_true(lambda: pids)
    began = time.monotonic()
    executor.close()
    assert time.monotonic() - began < 2
    assert isinstance(running.exception(1), WorkerLost)
    assert isinstance(waiting.exception(1), WorkerLost)
    assert all_gone(noted(tmp_path / "log"))
    with pytest.raises(WorkerLost):
        executor.submit(count, 3, 20, lambda item: None)


def test_noise_stays_off_the_terminal_and_children_read_nothing(local, capfd):
    assert run(local, noise, None) == (["heard"], None)
    assert run(local, count, 1) == ([0], None)
    assert capfd.readouterr() == ("", "")


def test_ctrl_c_does_not_reach_a_worker(local):
    pids = []
    future = local.submit(drip, 0.2, 20, pids.append)
    assert comes_true(lambda: pids)
    os.kill(pids[0], signal.SIGINT)
    assert future.result(10) is None
    assert len(pids) == 4
    assert alive(str(pids[0]))


def test_an_unknown_name_is_refused():
    with pytest.raises(SettingsError, match="Did you mean 'local'"):
        start("locale", 2)
