"""Models converted for CTranslate2, with the SentencePiece models of their tokens: small and fast without a GPU."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

from lessonforge.errors import EngineMissing
from lessonforge.translation.languages import flores
from lessonforge.translation.models import Model, model, unsound
from lessonforge.translation.protocol import Passage, Translation

PIECES = (("source.spm", "target.spm"), ("sentencepiece.bpe.model",) * 2, ("spiece.model",) * 2, ("spm.model",) * 2)
"""The names that tokenizers go by: of OPUS-MT (one for each language), NLLB, T5, others."""
END = "</s>"


class CTranslate2:
    """A model in a local folder with `model.bin` and its SentencePiece models."""

    name = "ctranslate2"

    def __init__(self, called: str):
        self._called = called

    @property
    def _model(self) -> Model:
        return model(self._called, "model.bin")

    @property
    def credit(self) -> str:
        """The model and its licence."""
        return self._model.credit

    def fingerprint(self) -> str:
        """The library and the model's files."""
        digest = self._model.digest
        try:
            return f"ctranslate2 {version('ctranslate2')} {digest}"
        except ImportError as error:
            raise _missing() from error

    def translate(self, passages: Sequence[Passage]) -> Iterator[Translation]:
        """Beam search, in batches of one pair of languages."""
        translator, before, after = _loaded(self._model.folder.as_posix())
        known = [token for token in _vocabulary(self._model.folder) if len(token) == 8 and token[3] == "_"]
        for (source, target), its in groupby(passages, lambda one: (one.source, one.target)):
            tokens = [[*before.encode(one.text, out_type=str), END] for one in its]
            lead = [flores(target, known)] if known else []
            if known:
                tokens = [[flores(source, known), *one] for one in tokens]
            prefix, longest = [lead] * len(tokens) if lead else None, 2 * max(map(len, tokens)) + 20
            options = {"beam_size": 4, "max_batch_size": 16, "max_decoding_length": longest}
            for result in translator.translate_batch(tokens, target_prefix=prefix, **options):
                yield Translation(after.decode(result.hypotheses[0][len(lead) :]).strip())


@functools.lru_cache(1)
def _loaded(folder: str) -> tuple[Any, Any, Any]:
    try:
        import ctranslate2
        from sentencepiece import SentencePieceProcessor
    except ImportError as error:
        raise _missing() from error
    found = next((pair for pair in PIECES if all((Path(folder) / name).is_file() for name in pair)), None)
    if found is None:
        raise EngineMissing(f"'{folder}' has no SentencePiece model ({', '.join(pair[0] for pair in PIECES)}).")
    try:
        before, after = (SentencePieceProcessor(model_file=str(Path(folder) / name)) for name in found)
        return ctranslate2.Translator(folder, device="cpu"), before, after
    except (RuntimeError, ValueError, OSError) as error:
        raise unsound(folder, "CTranslate2", error) from error


def _vocabulary(folder: Path) -> list[str]:
    import json

    for file in (folder / "shared_vocabulary.json", folder / "shared_vocabulary.txt"):
        if file.is_file():
            text = file.read_text("utf-8")
            return list(json.loads(text)) if file.suffix == ".json" else text.split("\n")
    return []


def _missing() -> EngineMissing:
    return EngineMissing("Translating with CTranslate2 needs `pip install lessonforge[translate]`.")
