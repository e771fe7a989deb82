import json
import subprocess
import sys

import pytest

_PROGRAM = """
import ctypes, json, os, sys
from pathlib import Path
import espeakng_loader
data = Path(espeakng_loader.get_data_path())
os.chdir(data.parent)
library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_Initialize(2, 0, b".", 0x8000)
library.espeak_TextToPhonemes.restype = ctypes.c_char_p
def phonemes(voice, text):
    assert library.espeak_SetVoiceByName(voice.encode()) == 0, voice
    left, said = ctypes.c_char_p(text.encode()), []
    while left.value:
        said.append(library.espeak_TextToPhonemes(ctypes.byref(left), 1, 2).decode())
    return " ".join(said)
print(json.dumps([phonemes(*one) for one in json.load(sys.stdin)]))
"""


@pytest.fixture(scope="session")
def phonemes():
    """What espeak-ng makes of texts: IPA of each (voice as it calls it, text); `(en)` is before what it reads so."""
    return _phonemes


def _phonemes(said: list[tuple[str, str]]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], input=json.dumps(said), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)
