import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lessonforge.build.lock import building
from lessonforge.errors import BuildLocked, SettingsError

HOLD = """
import sys
from pathlib import Path
from lessonforge.build.lock import building
with building(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path / "out")]
    root = Path(__file__).parents[2]
    process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_build_is_told_who_is_there(tmp_path, holder):
    with pytest.raises(BuildLocked) as locked, building(tmp_path / "out"):
        pass
    assert f"process {holder.pid} on {os.uname().nodename} since 20" in str(locked.value)
    with building(tmp_path / "elsewhere"):
        pass


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_lock_ends_with_its_process(tmp_path, holder, end):
    holder.send_signal(end)
    holder.wait()
    with building(tmp_path / "out"):
        pass


def test_a_lock_leaves_nothing_behind(tmp_path):
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), building(tmp_path / "out"):
            assert len(list((tmp_path / "out").iterdir())) == 1
            raise ZeroDivisionError
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_is_a_wrong_setting(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(SettingsError, match="can't be written to: Not a directory"),
        building(tmp_path / "file" / "out"),
    ):
        pass
