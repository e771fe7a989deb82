"""The names that multilingual models have for languages, by locale."""

from __future__ import annotations

from collections.abc import Collection

from lessonforge import locales
from lessonforge.errors import EngineMissing

_INDIVIDUAL = {
    "ar": "arb", "az": "azj", "et": "est", "fa": "pes", "lv": "lvs", "mg": "plt", "mn": "khk", "ms": "zsm", "ne": "npi",
    "no": "nob", "om": "gaz", "or": "ory", "ps": "pbt", "qu": "quy", "sq": "als", "sw": "swh", "uz": "uzn", "yi": "ydd",
}  # fmt: skip
"""The one language of a macrolanguage (ISO 639-3) that FLORES-200 has under that name."""


def flores(locale: str, known: Collection[str]) -> str:
    """The FLORES-200 code of a locale among those that a model knows: `swh_Latn`. Raises EngineMissing."""
    language = locales.language(locale)
    code = _INDIVIDUAL.get(language) or locales.iso639_2(locale)
    script = locales.script(locale)
    own = [name for name in sorted(known) if name.startswith(f"{code}_")]
    if (best := f"{code}_{script}") in known:
        return best
    if len(own) != 1:
        raise EngineMissing(f"The model doesn't know '{locale}' (it would be called {best}).")
    return own[0]
