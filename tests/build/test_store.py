import contextlib
import errno
import itertools
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import pytest
from faults import Parcel

from lessonforge.blob import Blob
from lessonforge.build import lock, upkeep
from lessonforge.build.store import Origin, Store
from lessonforge.errors import BuildLocked, EngineFailed, StoreError
from lessonforge.model import Footage, Speech, Still, WordMark

KEY, OTHER = "ab" + "0" * 62, "cd" + "1" * 62
ORIGIN = Origin("pen", "pen 1", 1.5)
MAKES = {cls.__name__: cls for cls in (Still, Footage, Speech, Parcel)}
SPEECH = Speech(Blob.of(b"sound"), 2.0, (WordMark(0, 3, 0.0, 0.5), WordMark(4, 7, 0.5, 1.25)), "engine")
STILL = Still((Blob.of(b"one"), Blob.of(b"two"), Blob.of(b"one")), 1920, 1080)


@dataclass(frozen=True)
class Leaf:
    name: str
    file: Blob | None = None


@dataclass(frozen=True)
class Twig:
    length: float


@dataclass(frozen=True)
class Tree:
    top: Leaf | Twig | None
    rest: tuple[Leaf | Twig, ...]
    pair: tuple[str, Leaf]
    scale: Annotated[float, "metres"]
    kind: Literal["oak", "elm"]
    names: Mapping[str, Blob]
    nested: tuple[tuple[int, ...], ...]
    maybe: float | None = None


TREE = Tree(
    Twig(2.0),
    (Leaf("a", Blob.of(b"a")), Twig(0.5), Leaf("b")),
    ("x", Leaf("c", Blob.of(b"c"))),
    3.0,
    "oak",
    {"d": Blob.of(b"d")},
    ((1, 2), (), (3,)),
)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def objects(store):
    return sorted(path for path in (store.root / "objects").glob("*/*"))


@pytest.mark.parametrize("artifact", [SPEECH, STILL, Footage(Blob.of(b""), 1.0, 16, 9), TREE])
def test_an_artifact_comes_back_the_same(store, artifact):
    store.put(KEY, artifact, ORIGIN)
    makes = MAKES | {"Tree": Tree}
    for reader in (store, Store(store.root)):
        kept = reader.load(KEY, makes)
        assert kept.artifact == artifact
        assert kept.origin == ORIGIN
    assert upkeep.verify(store).bad == ()


def test_its_numbers_keep_their_type(store):
    store.put(KEY, TREE, ORIGIN)
    tree = store.load(KEY, {"Tree": Tree}).artifact
    assert [type(value) for value in (tree.top.length, tree.scale, tree.nested[0][0])] == [float, float, int]


def test_its_files_lie_in_the_store_read_only(store):
    store.put(KEY, STILL, ORIGIN)
    states = store.load(KEY, MAKES).artifact.states
    assert [state.read() for state in states] == [b"one", b"two", b"one"]
    assert {state.path for state in states} == set(objects(store))
    assert {state.path.stat().st_mode & 0o777 for state in states} == {0o444}
    assert states[0].path == store.root / "objects" / states[0].sha256[:2] / states[0].sha256[2:]


def test_what_is_not_there_is_none(store):
    assert store.load(KEY, MAKES) is None
    assert not store.has(KEY)


def test_a_file_of_the_author_is_copied_and_one_in_tmp_is_moved(store, tmp_path):
    mine = tmp_path / "mine.wav"
    mine.write_bytes(b"mine")
    with store.scratch() as folder:
        theirs = Path(tempfile.mkstemp()[1])
        assert theirs.parent == folder
        theirs.write_bytes(b"theirs")
        inode = theirs.stat().st_ino
        store.put(KEY, Still((Blob.file(mine), Blob.file(theirs)), 1, 1), ORIGIN)
        assert not theirs.exists()
    assert mine.read_bytes() == b"mine"
    kept = store.load(KEY, MAKES).artifact.states
    assert kept[0].path.stat().st_ino != mine.stat().st_ino
    assert kept[1].path.stat().st_ino == inode
    assert list((store.root / "tmp").iterdir()) == []


def test_a_link_in_tmp_is_not_taken_for_the_file(store, tmp_path):
    (tmp_path / "mine.wav").write_bytes(b"mine")
    with store.scratch() as folder:
        (folder / "link").symlink_to(tmp_path / "mine.wav")
        store.put(KEY, Footage(Blob.file(folder / "link"), 1.0, 1, 1), ORIGIN)
    (tmp_path / "mine.wav").unlink()
    assert store.load(KEY, MAKES).artifact.video.read() == b"mine"


def test_the_first_writer_wins(store):
    store.put(KEY, SPEECH, ORIGIN)
    store.put(KEY, STILL, ORIGIN)
    assert store.load(KEY, MAKES).artifact == SPEECH


def test_a_file_that_is_not_what_its_blob_says_is_refused(store, tmp_path):
    (tmp_path / "a").write_bytes(b"before")
    blob = Blob.file(tmp_path / "a")
    (tmp_path / "a").write_bytes(b"after!")
    with pytest.raises(EngineFailed, match="not what was hashed"):
        store.put(KEY, Footage(blob, 1.0, 1, 1), ORIGIN)
    (tmp_path / "a").unlink()
    with pytest.raises(EngineFailed, match="gone"):
        store.put(KEY, Footage(blob, 1.0, 1, 1), ORIGIN)
    assert objects(store) == list((store.root / "tmp").iterdir()) == []
    assert not store.has(KEY)


def damage_flip(path):
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    rewrite(path, bytes(data))


def damage_truncate(path):
    rewrite(path, path.read_bytes()[:-1])


def damage_empty(path):
    rewrite(path, b"")


def rewrite(path, data):
    path.chmod(0o644)
    path.write_bytes(data)
    os.utime(path, ns=(1, time.time_ns()))


@pytest.mark.parametrize("damage", [damage_flip, damage_truncate, damage_empty, Path.unlink])
@pytest.mark.parametrize("part", ["objects", "actions"])
@pytest.mark.parametrize("fresh", [True, False], ids=["a new process", "the same process"])
def test_what_is_damaged_counts_as_missing(store, damage, part, fresh):
    store.put(KEY, SPEECH, ORIGIN)
    store.load(KEY, MAKES)
    damage(next((store.root / part).glob("*/*")))
    reader = Store(store.root) if fresh else store
    assert reader.load(KEY, MAKES) is None
    assert not (store.root / "actions" / KEY[:2] / KEY[2:]).exists()
    reader.put(KEY, SPEECH, ORIGIN)
    assert reader.load(KEY, MAKES).artifact.sound.read() == b"sound"
    assert upkeep.verify(store).bad == ()


@pytest.mark.parametrize("damage", [damage_flip, damage_truncate, Path.unlink])
def test_verify_finds_what_is_damaged(store, damage):
    store.put(KEY, SPEECH, ORIGIN)
    store.put(OTHER, STILL, ORIGIN)
    damage(store.root / "objects" / SPEECH.sound.sha256[:2] / SPEECH.sound.sha256[2:])
    audit = upkeep.verify(store)
    assert f"result {KEY}" in audit.bad
    assert (f"object {SPEECH.sound.sha256}" in audit.bad) == (damage is not Path.unlink)
    assert upkeep.verify(store).bad == ()
    assert store.load(OTHER, MAKES).artifact == STILL


def test_a_record_of_another_shape_counts_as_missing(store):
    """A class that has changed since must not stop anybody."""
    store.put(KEY, Twig(1.0), ORIGIN)

    @dataclass(frozen=True)
    class Twig2:
        length: float
        leaves: int

    assert store.load(KEY, {"Twig": Twig2}) is None
    assert store.load(KEY, {"Twig": Twig}) is None


def test_a_disk_without_hard_links(store, monkeypatch):
    def refuse(*args, **options):
        raise OSError(errno.EOPNOTSUPP, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    store.put(KEY, SPEECH, ORIGIN)
    store.put(KEY, STILL, ORIGIN)
    assert Store(store.root).load(KEY, MAKES).artifact == SPEECH
    assert list((store.root / "tmp").iterdir()) == []


STEPS = ("fsync", "link", "replace", "unlink", "mkdir", "chmod", "open")
"""What the store asks of the system while it keeps something."""


def disturb(store, at, do):
    """Keep SPEECH; `do` happens in place of system call number `at`. Returns how many there were."""
    asked = itertools.count()

    def instead(real):
        def call(*args, **options):
            if next(asked) == at:
                do()
            return real(*args, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, instead(getattr(os, name)))
        with contextlib.suppress(StoreError):
            store.put(KEY, SPEECH, ORIGIN)
    return next(asked)


def kill_at(store, at):
    """Keep SPEECH in a process that is killed in place of its system call number `at`."""
    child = os.fork()
    if child == 0:
        disturb(store, at, lambda: os.kill(os.getpid(), signal.SIGKILL))
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_step_it_is_whole_or_missing(tmp_path):
    killed = 0
    while kill_at(store := Store(tmp_path / str(killed)), killed):
        assert upkeep.verify(store).bad == ()
        kept = store.load(KEY, MAKES)
        assert kept is None or kept.artifact == SPEECH
        store.put(KEY, SPEECH, ORIGIN)
        assert store.load(KEY, MAKES).artifact.sound.read() == b"sound"
        with store.using():
            pass
        assert list((store.root / "tmp").iterdir()) == []
        killed += 1
    assert killed > 10


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EMFILE, errno.EROFS])
def test_refused_at_any_step_it_is_whole_or_missing(tmp_path, number):
    def refuse():
        raise OSError(number, os.strerror(number))

    store = Store(tmp_path / "first")
    for at in range(disturb(store, -1, refuse)):
        store = Store(tmp_path / str(at))
        disturb(store, at, refuse)
        assert upkeep.verify(store).bad == ()
        with store.using():  # in case that it was the removal of a file that was refused
            assert list((store.root / "tmp").iterdir()) == []
        kept = store.load(KEY, MAKES)
        assert kept is None or kept.artifact == SPEECH


def test_a_full_disk_is_a_clean_error(store, monkeypatch):
    def full(fd):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="the disk is full"):
        store.put(KEY, SPEECH, ORIGIN)
    monkeypatch.undo()
    assert objects(store) == list((store.root / "tmp").iterdir()) == []


def test_a_place_that_cannot_be_is_a_clean_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/store.*LESSONFORGE_CACHE"):
        Store(tmp_path / "file" / "store")


READ_ONLY = """
import os, sys
from pathlib import Path
from lessonforge.build.store import Store, Origin
from lessonforge.errors import StoreError
from lessonforge.model import Speech
if os.getuid() == 0:  # whom no mode keeps out
    os.setuid(65534)
store = Store(Path(sys.argv[1]))
with store.using():
    print(store.load(sys.argv[2], {"Speech": Speech}).artifact.sound.read())
    for do in (store.check_writable, lambda: store.put("f" * 64, Speech(1, 1, (), "engine"), Origin("a", "b", 1))):
        try:
            do()
        except StoreError as error:
            print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="folders have no mode there")
def test_a_store_that_can_only_be_read_still_gives():
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        store.put(KEY, SPEECH, ORIGIN)
        for path in [Path(folder), *Path(folder).rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        command = [sys.executable, "-c", READ_ONLY, str(store.root), KEY]
        root = Path(__file__).parents[2]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True)
        for path in [Path(folder), *Path(folder).rglob("*")]:
            path.chmod(0o755)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "b'sound'"
    assert all("can't be written to: Permission denied" in line for line in lines[1:])
    assert len(lines) == 3


def age(store, key, seconds):
    path = store.root / "actions" / key[:2] / key[2:]
    os.utime(path, (time.time() - seconds,) * 2)


def fill(store, count):
    keys = [f"{number:02x}" + "e" * 62 for number in range(count)]
    for number, key in enumerate(keys):
        store.put(key, Footage(Blob.of(bytes([number]) * 1000), 1.0, 1, 1), ORIGIN)
        age(store, key, 10_000 - number)
    for path in objects(store):
        os.utime(path, (1, 1))
    return keys


def test_gc_removes_what_was_not_used_for_longest(store):
    keys = fill(store, 10)
    store.load(keys[0], MAKES)
    freed = upkeep.gc(store, 4000)
    assert (freed.results, freed.files, freed.bytes) == (6, 6, 6000)
    assert [key for key in keys if store.has(key)] == [keys[0], *keys[7:]]
    assert upkeep.size(store) == upkeep.Size(4, 4, 4000)
    assert upkeep.verify(store).bad == ()


def test_gc_spares_what_is_young_and_what_is_shared(store):
    keys = fill(store, 3)
    store.put(KEY, Footage(Blob.of(bytes([0]) * 1000), 2.0, 1, 1), ORIGIN)
    upkeep.gc(store, 0)
    assert not any(map(store.has, keys))
    assert store.load(KEY, MAKES).artifact.video.size == 1000


def test_gc_takes_a_time_in_the_future_for_now(store):
    keys = fill(store, 2)
    age(store, keys[0], -1e8)
    upkeep.gc(store, 0)
    assert [store.has(key) for key in keys] == [True, False]


def test_gc_clears_leftovers(store):
    for name in ("tmp/1.a/b", "locks/c", "quarantine/d"):
        path = store.root / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    upkeep.gc(store, 0)
    assert [list((store.root / name).iterdir()) for name in ("tmp", "locks", "quarantine")] == [[], [], []]


def test_gc_waits_for_no_build(store):
    fill(store, 2)
    with store.using(), store.using(), pytest.raises(BuildLocked, match="using the store"):
        upkeep.gc(store, 0)
    assert upkeep.gc(store, 0).results == 2


def test_leftovers_of_a_killed_build_are_cleared_by_the_next_one_but_not_while_another_runs(store):
    left = store.root / "tmp" / "1.dead"
    with store.using():
        left.mkdir()
        with store.using():
            assert left.exists()
        assert left.exists()
    assert not left.exists()


def test_where_locks_do_nothing_only_old_leftovers_are_cleared(store, monkeypatch):
    def unknown(fd, shared):
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(lock, "_lock", unknown)
    young, old = store.root / "tmp" / "1.a", store.root / "tmp" / "1.b"
    young.mkdir()
    old.mkdir()
    os.utime(old, (1, 1))
    with store.using():
        assert young.exists()
        assert not old.exists()
        with store.claim(KEY) as one, store.claim(KEY) as other:
            assert one
            assert other


def test_a_claim_is_for_one_at_a_time(store):
    with store.claim(KEY) as mine:
        assert mine
        with store.claim(KEY) as other:
            assert not other
        with store.claim(OTHER) as elsewhere:
            assert elsewhere
    with store.claim(KEY) as again:
        assert again
    assert list((store.root / "locks").iterdir()) == []


def test_scratch_is_for_children_too_and_ends(store, monkeypatch):
    monkeypatch.setenv("TMP", "before")
    monkeypatch.delenv("TEMP", raising=False)
    before = tempfile.tempdir
    with store.scratch() as folder:
        command = [sys.executable, "-c", "import tempfile; print(tempfile.mkdtemp())"]
        made = subprocess.run(command, capture_output=True, text=True).stdout.strip()
        assert Path(made).parent == folder
    assert not folder.exists()
    assert tempfile.tempdir == before
    assert os.environ["TMP"] == "before"
    assert "TEMP" not in os.environ


def test_the_folder_says_what_it_is(store):
    assert "can be deleted" in (store.root / "README.txt").read_text()
    assert (store.root / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
