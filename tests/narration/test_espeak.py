import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from lessonforge.errors import EngineFailed, EngineMissing
from lessonforge.model import Utterance, Voice
from lessonforge.narration import espeak as module
from lessonforge.narration.espeak import Espeak


@pytest.fixture(scope="module")
def engine() -> Espeak:
    return Espeak()


def say(engine: Espeak, text: str, model: str = "en-us", **voice):
    return next(engine.speak([Utterance(text, Voice("narrator", model, "espeak", model, **voice))]))


def heard(speech, text: str) -> dict[str, tuple[float, float]]:
    return {text[mark.start : mark.end]: (mark.t0, mark.t1) for mark in speech.marks}


def test_words_without_times_of_their_own_and_numbers_get_one_mark_each(engine: Espeak) -> None:
    text = "In 1984 they would have been in the house."
    times = heard(say(engine, text), text)
    assert list(times) == ["In", "1984", "they", "would", "have", "been", "in", "the", "house"]
    assert times["1984"][1] - times["1984"][0] > 0.8
    assert all(last - first > 0.03 for first, last in times.values())


def test_a_word_ends_where_the_pause_begins(engine: Espeak) -> None:
    times = heard(say(engine, "First, second."), "First, second.")
    assert times["second"][0] - times["First"][1] > 0.08


@pytest.mark.parametrize("word", ["tomato", "balloon", "dinosaur", "garden"])
def test_marks_are_where_the_sound_is(engine: Espeak, word: str) -> None:
    """The onset of a word after a pause, found in the sound itself, lies within 50 ms of its mark."""
    text = f"Yes, {word}."
    spoken = engine.say(Utterance(text, Voice("n", "en", "espeak", "en-us")))
    speech = say(engine, text)
    loud = np.abs(spoken.samples) > 0.01
    silent = np.flatnonzero(~np.convolve(loud, np.ones(int(0.06 * spoken.rate)), "valid").astype(bool))
    inner = silent[(silent > np.flatnonzero(loud)[0]) & (silent < np.flatnonzero(loud)[-1])]
    onset = (inner[-1] + 0.06 * spoken.rate - np.flatnonzero(loud)[0]) / spoken.rate + 0.02
    assert heard(speech, text)[word][0] == pytest.approx(onset, abs=0.05)


def test_one_voice_leaves_nothing_behind_for_the_next(engine: Espeak) -> None:
    before = say(engine, "Słońce ogrzewa morze.", "pl")
    say(engine, "Сонце нагріває море.", "uk", rate=1.5, pitch=90)
    assert say(engine, "Słońce ogrzewa morze.", "pl") == before


def test_rate_and_pitch_are_heard(engine: Espeak) -> None:
    normal = say(engine, "The water rises into the air.")
    assert say(engine, "The water rises into the air.", rate=1.5).seconds == pytest.approx(
        normal.seconds / 1.5, rel=0.1
    )
    assert say(engine, "The water rises into the air.", pitch=80).sound != normal.sound


@pytest.mark.parametrize(
    ("model", "text", "says"),
    [
        ("xx", "Hello.", "espeak-ng has no voice 'xx'"),
        ("en-us+nobody", "Hello.", "espeak-ng has no variant 'nobody'"),
        ("ja", "水がある。", "can't read '水'"),
        ("en-us", "The word вода.", "can't read 'вода'"),
        ("hi", "น้ำ", "can't read 'นำ'"),
        ("ta", "3 × 4", "there are no words for '×'"),
    ],
)
def test_what_it_would_misread_is_told_before(engine: Espeak, model: str, text: str, says: str) -> None:
    messages = engine.check(Utterance(text, Voice("n", model, "espeak", model)))
    assert any(says in message for message in messages), messages


@pytest.mark.parametrize("text", ["Ελλάδα, α and Python", "naïve café", "ʻokina", "5 % off"])
def test_what_it_can_read_passes(engine: Espeak, text: str) -> None:
    assert engine.check(Utterance(text, Voice("n", "en", "espeak", "en-us"))) == []


def test_an_unknown_voice_is_never_replaced_by_another(engine: Espeak) -> None:
    with pytest.raises(EngineFailed, match="no voice 'fil'"):
        say(engine, "Kumusta.", "fil")


def test_a_dead_worker_is_replaced() -> None:
    engine = Espeak()
    first = say(engine, "Hello there.")
    os.kill(engine._worker._process.pid, signal.SIGTERM)
    assert say(engine, "Hello there.") == first


def test_a_worker_that_dies_again_fails_the_utterance(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Espeak()
    say(engine, "Hello.")
    monkeypatch.setattr(module, "PROGRAM", Path(os.devnull))
    os.kill(engine._worker._process.pid, signal.SIGKILL)
    with pytest.raises(EngineFailed, match="crashed twice"):
        say(engine, "Hello.")


def test_a_machine_without_the_library_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "espeak_worker.py"
    real = module.PROGRAM.read_text(encoding="utf-8")
    broken.write_text(real.replace("import espeakng_loader", "raise ImportError").replace(".so.1", ".so.none"), "utf-8")
    monkeypatch.setattr(module, "PROGRAM", broken)
    with pytest.raises(EngineMissing, match="pip install espeakng-loader"):
        Espeak().fingerprint()


@pytest.mark.skipif(sys.platform == "win32", reason="looks for the process in /proc")
def test_the_worker_ends_with_a_parent_that_is_killed() -> None:
    code = (
        "from lessonforge.narration.espeak import Espeak\nimport time\n"
        "e = Espeak(); e.fingerprint(); print(e._worker._process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    for _ in range(100):
        if not alive(worker):
            return
        time.sleep(0.05)
    pytest.fail("the worker outlives its parent")


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0]
    except OSError:
        return False


def test_the_library_is_never_loaded_into_this_process(engine: Espeak) -> None:
    say(engine, "Hello.")
    maps = Path("/proc/self/maps")
    assert not maps.exists() or "espeak" not in maps.read_text()
