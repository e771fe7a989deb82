"""Signs and spaces, as a language sets them (CLDR's exemplar characters; for French, the *Lexique des règles
typographiques en usage à l'Imprimerie nationale*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lessonforge.locales import language

Found = Iterator[tuple[str, str]]

_CHINESE = {".": "。", "?": "？", "!": "！", ",": "，", ";": "；", ":": "："}
_ARABIC = {"?": "؟", ",": "،", ";": "؛"}
_DANDA = {".": "।"}
OWN: Mapping[str, Mapping[str, str]] = {
    "zh": _CHINESE, "yue": _CHINESE, "ja": {**_CHINESE, ",": "、"},
    **dict.fromkeys(("ar", "fa", "ps", "sd", "ug", "ckb"), _ARABIC), "ur": {**_ARABIC, ".": "۔"},
    **dict.fromkeys(("hi", "bn", "as", "or", "pa", "ne", "sa", "mai", "bho"), _DANDA),
    "el": {"?": ";"}, "am": {".": "።"}, "ti": {".": "።"}, "my": {".": "။"}, "km": {".": "។"}, "hy": {".": "։"},
}  # fmt: skip
"""By language: its own sign in place of the one that English has."""
_ENDS = {"statement": ".。｡।॥۔።။។։…!！", "question": "?？؟፧\u037e", "colon": ":：፦"}
_NO_ENDS = ("th", "lo", "hy")
"""Languages that end a sentence with a space, or ask inside a word."""
_CLOSERS = "\"'”’»›」』）】》〉)]} \u00a0\u202f\u200f\u200e\u2069"
_BRACKETS = ("()", "[]", "{}", "（）", "「」", "『』", "《》", "〈〉", "【】", "«»", "‹›", "“”")
_LOW_QUOTES = (
    "de",
    "cs",
    "sk",
    "pl",
    "hu",
    "ro",
    "bg",
    "sr",
    "hr",
    "sl",
    "lt",
    "lv",
    "et",
    "is",
    "fi",
    "sv",
    "da",
    "nb",
)
"""Languages whose quotation marks are not those of English: “ closes, or ” opens."""
_SHORT = re.compile(r"(?:^|[\s\d])[^\s.]{1,3}\.\s?[^\s.]{1,3}\.$|\d.*[\s\d][^\s.]{1,3}\.$")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def spaces(source: str, text: str, tag: str) -> Found:
    """Spaces outside, doubled, or before a sign."""
    if text != text.strip():
        yield "it begins or ends with a space.", "Remove it."
    if _spoilt(r"[^\S\n]{2,}", source, text.strip()):
        yield "there are two spaces in a row.", "Remove one."
    signs = r",." if language(tag) == "fr" else r",.;:!?"
    if found := _spoilt(rf"\w[^\S\n]+([{signs}])(?![\w{signs}])", source, text):
        yield f"there is a space before '{found[1]}'.", "Remove it."


def french(source: str, text: str, tag: str) -> Found:
    """French sets `: ; ! ?` and what is in « » off with a space that no line breaks at; Canada only `:` and « »."""
    if language(tag) != "fr":
        return
    signs = ":" if tag == "fr-CA" else ":;!?"
    inside = r"(«)[^\u00a0\u202f]|[^\u00a0\u202f](»)"
    if found := re.search(rf"[ \n]([{signs}])(?!\w)", text):
        yield f"a line may break at the space before '{found[1]}'.", "Put U+202F (or U+00A0) there."
    elif found := re.search(rf"[^\s\u00a0\u202f{signs}/]([{signs}])(?![\w/{signs}])|{inside}", text):
        sign = found[1] or found[2] or found[3]
        where = "after" if sign == "«" else "before"
        yield f"there is no no-break space {where} '{sign}'.", "Put U+202F (or U+00A0) there."


def ends(source: str, text: str, tag: str) -> Found:
    """A translation asks where its source asks, and ends a sentence where that does."""
    before, after = _end(source), _end(text, tag)
    kinds = {before[0], after[0]}
    asked = language(tag) == "ja" and kinds == {"question", "statement"}
    if language(tag) in _NO_ENDS or len(kinds) == 1 or asked or _abbreviated(source, text):
        return
    yield f"it ends with {_shown(after[1])}, and its source with {_shown(before[1])}.", "End it as its source ends."


def _end(text: str, tag: str = "") -> tuple[str, str]:
    """The kind of sign that a text ends with ("": none), and the sign."""
    last = text.rstrip().rstrip(_CLOSERS)[-1:]
    if last == ";" and language(tag) == "el":
        return "question", last
    return next(((kind, last) for kind, signs in _ENDS.items() if last and last in signs), ("", ""))


def _abbreviated(source: str, text: str) -> bool:
    """Whether one ends with no sign, and the other, of few words, with an abbreviation: `27 BC` and `27 a. C.`."""
    found = [one for one in (source, text) if _end(one)[1] == "."]
    return len(found) == 1 and len(found[0].split()) < 5 and bool(_SHORT.search(found[0]))


def _shown(sign: str) -> str:
    return f"'{sign}'" if sign else "no sign"


def own(source: str, text: str, tag: str) -> Found:
    """English signs after words of a language that has its own; the opening ones of Spanish."""
    for sign, wanted in OWN.get(language(tag), {}).items():
        after = rf"[{re.escape(_CLOSERS)}]*$" if sign == "." else r"(?!\d)"
        is_short = sign == "." and _abbreviated(source, text)
        if not is_short and re.search(rf"[^\x00-\x7f\W\d_]\W{{0,2}}{re.escape(sign)}{after}", text):
            yield f"'{sign}' is not a sign of this language.", f"Write '{wanted}'."
    if language(tag) in ("es", "ast"):
        for opening, closing in ("¿?", "¡!"):
            if len(re.findall(rf"\{opening}+", text)) != len(re.findall(rf"\{closing}+", text)):
                yield (
                    f"'{opening}' and '{closing}' don't come in pairs.",
                    f"Open with '{opening}', close with '{closing}'.",
                )


def balanced(source: str, text: str, tag: str) -> Found:
    """Brackets and quotation marks that are not closed; tags that are not those of the source."""
    for pair in _BRACKETS:
        is_quote = pair == "“”" and (language(tag) in _LOW_QUOTES or "„" in text)
        if not is_quote and _off(pair, text) and not _off(pair, source):
            yield f"'{pair[0]}' and '{pair[1]}' don't come in pairs.", "Add or remove one."
    if text.count('"') % 2 and not source.count('"') % 2:
        yield "a quotation mark is not closed.", "Add or remove one."
    lost, added = (
        set(_TAG.findall(source)) - set(_TAG.findall(text)),
        set(_TAG.findall(text)) - set(_TAG.findall(source)),
    )
    yield from ((f"{name} of the source is missing.", "Put it in.") for name in sorted(lost))
    yield from ((f"{name} isn't in the source.", "Remove it.") for name in sorted(added))


def _off(pair: str, text: str) -> bool:
    return text.count(pair[0]) != text.count(pair[1])


def _spoilt(pattern: str, source: str, text: str) -> re.Match[str] | None:
    """Where a text has what its source has not."""
    return None if re.search(pattern, source) else re.search(pattern, text)
