"""Sequence-to-sequence models of the `transformers` library: Marian (OPUS-MT), NLLB, M2M100, MADLAD.

Only safetensors are loaded, no code of a model is run, and nothing is fetched.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import groupby
from typing import Any

from lessonforge.errors import EngineMissing
from lessonforge.translation.languages import flores
from lessonforge.translation.models import Model, model, unsound
from lessonforge.translation.protocol import Passage, Translation

BATCH = 8
_LOCAL = {"local_files_only": True, "trust_remote_code": False}


class Transformers:
    """A model in a local folder, or fetched at a pinned revision."""

    name = "transformers"

    def __init__(self, called: str):
        self._called = called

    @property
    def _model(self) -> Model:
        return model(self._called, "config.json")

    @property
    def credit(self) -> str:
        """The model and its licence."""
        return self._model.credit

    def fingerprint(self) -> str:
        """The library and the model's files."""
        digest = self._model.digest
        return f"transformers {_versions()} {digest}"

    def translate(self, passages: Sequence[Passage]) -> Iterator[Translation]:
        """Deterministic beam search, in batches of one pair of languages."""
        tokenizer, network = _loaded(self._model.folder.as_posix())
        for (source, target), its in groupby(passages, lambda one: (one.source, one.target)):
            texts = [one.text for one in its]
            for start in range(0, len(texts), BATCH):
                yield from _batch(tokenizer, network, texts[start : start + BATCH], source, target)


def _batch(tokenizer: Any, network: Any, texts: list[str], source: str, target: str) -> Iterator[Translation]:
    import torch

    options = _spoken(tokenizer, source, target)
    tokens = tokenizer(texts, return_tensors="pt", padding=True, truncation=False)
    longest = 2 * tokens["input_ids"].shape[1] + 20
    with torch.inference_mode():
        found = network.generate(**tokens, num_beams=4, do_sample=False, max_new_tokens=longest, **options)
    yield from (Translation(text.strip()) for text in tokenizer.batch_decode(found, skip_special_tokens=True))


def _spoken(tokenizer: Any, source: str, target: str) -> dict[str, Any]:
    """Tells a multilingual model which languages are meant; a model of one pair knows."""
    known = [token for token in tokenizer.get_vocab() if len(token) == 8 and token[3] == "_"]
    if not known or not hasattr(tokenizer, "src_lang"):
        return {}
    tokenizer.src_lang = flores(source, known)
    return {"forced_bos_token_id": tokenizer.convert_tokens_to_ids(flores(target, known))}


@functools.lru_cache(1)
def _loaded(folder: str) -> tuple[Any, Any]:
    try:
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer
        from transformers.utils.logging import disable_progress_bar
    except ImportError as error:
        raise EngineMissing("Translating with transformers needs `pip install lessonforge[translate]`.") from error
    disable_progress_bar()
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, **_LOCAL)
        network = AutoModelForSeq2SeqLM.from_pretrained(folder, use_safetensors=True, **_LOCAL)
    except Exception as error:  # a damaged file ends in any class of error: KeyError, AttributeError
        raise unsound(folder, "transformers", error) from error
    return tokenizer, network.eval()


def _versions() -> str:
    try:
        return f"{version('transformers')} torch {version('torch')}"
    except ImportError as error:
        raise EngineMissing("Translating with transformers needs `pip install lessonforge[translate]`.") from error
