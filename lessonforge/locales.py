"""Locales: BCP 47 language tags such as `es`, `pt-BR` or `zh-Hant-TW`, and what CLDR knows of them.

Babel is imported only when a plain two-letter tag does not answer the question, because it costs more than
the rest of a command's start.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

# ISO 639-1 codes (two letters), each followed by its ISO 639-2/T code (three letters).
_ISO_639 = """
aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bibis bmbam bnben bobod
brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv dzdzo eeewe elell eneng eoepo
esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry gagle gdgla glglg gngrn guguj gvglv hahau heheb hihin
hohmo hrhrv hthat huhun hyhye hzher iaina idind ieile igibo iiiii ikipk ioido isisl itita iuiku jajpn jvjav kakat
kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin
lolao ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon mrmar msmsa mtmlt mymya nanau nbnob ndnde nenep ngndo
nlnld nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs papan pipli plpol pspus ptpor quque rmroh rnrun
roron rurus rwkin sasan scsrd sdsnd sesme sgsag sisin skslk slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun
svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi tytah uguig ukukr ururd
uzuzb veven vivie vovol wawln wowol xhxho yiyid yoyor zazha zhzho zuzul
"""
_THREE_LETTERS = {code[:2]: code[2:] for code in _ISO_639.split()}
_RTL_LANGUAGES = frozenset(("ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
_RTL_SCRIPTS = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
_ZEROS = {
    "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "gujr": 0xAE6, "guru": 0xA66, "khmr": 0x17E0,
    "knda": 0xCE6, "laoo": 0xED0, "latn": 0x30, "mlym": 0xD66, "mymr": 0x1040, "orya": 0xB66, "tamldec": 0xBE6,
    "telu": 0xC66, "thai": 0xE50, "tibt": 0xF20,
}  # fmt: skip
DIGITS = tuple(_ZEROS)
"""The decimal numbering systems of CLDR that texts can be written with."""
_SHAPE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)",
    re.IGNORECASE,
)


@functools.cache
def canonical(tag: str) -> str:
    """The tag as BCP 47 writes it: `pt_br` is `pt-BR`, `eng` is `en`. Raises ValueError with a suggestion."""
    plain = tag.strip().replace("_", "-")
    if plain.lower() in _THREE_LETTERS:
        return plain.lower()
    shape = _SHAPE.fullmatch(plain)
    if not shape or not _known(shape["language"].lower()):
        raise ValueError(f"'{tag}' is not a language tag. {_suggestion(plain)}".rstrip())
    language, script = _current(shape["language"].lower())
    script = shape["script"].title() if shape["script"] else script
    region = shape["region"].upper() if shape["region"] else ""
    if region and region not in _display("en").territories:
        raise ValueError(f"'{tag}': there is no region '{region}'. {_region_suggestion(language, region)}".rstrip())
    if script and script not in _display("en").scripts:
        raise ValueError(f"'{tag}': there is no script '{script}'.")
    return "-".join(part for part in (language, script, region, shape["variants"].lower().strip("-")) if part)


@functools.cache
def chain(tag: str) -> tuple[str, ...]:
    """The tags to look a translation up in, best first, by CLDR's parents: `es-MX`, `es-419`, `es`.

    A script is never left for another one: `zh-TW` gives `zh-TW`, `zh-Hant-TW`, `zh-Hant`.
    """
    tag = canonical(tag)
    if len(tag) == 2:
        return (tag,)
    found = [tag]
    full = _cldr("likely_subtags").get(tag.replace("-", "_"), "")
    if full and _script_of(full) != _script_of(_likely(language(tag))):
        found.append(full.replace("_", "-"))
    while parent := _parent(found[-1]):
        found.append(parent)
    return tuple(dict.fromkeys(found))


def language(tag: str) -> str:
    """The primary subtag: `pt` of `pt-BR`."""
    return tag.replace("_", "-").split("-")[0].lower()


@functools.cache
def is_rtl(tag: str) -> bool:
    """Whether the script of a locale runs from right to left."""
    if len(tag) == 2:
        return tag.lower() in _RTL_LANGUAGES
    return _script_of(_likely(canonical(tag))) in _RTL_SCRIPTS


def in_digits(text: str, system: str) -> str:
    """The text with its ASCII digits written in a numbering system of `DIGITS`; as it stands where there is none."""
    zero = _ZEROS.get(system)
    return text.translate({ord("0") + n: zero + n for n in range(10)}) if zero else text


def between_sentences(tag: str) -> str:
    """What stands between two sentences: nothing in Chinese and Japanese, a space elsewhere."""
    return "" if language(tag) in ("ja", "yue", "zh") else " "


def script(tag: str) -> str:
    """The script a locale is written in, as ISO 15924: `Latn`, `Arab`, `Hans`; `Latn` where CLDR doesn't know it."""
    parts = tag.replace("_", "-").split("-")
    given = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    if given:
        return given
    likely = _cldr("likely_subtags")
    region = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    full: str = likely.get(f"{parts[0].lower()}_{region}") or likely.get(parts[0].lower()) or ""
    return _script_of(full) or "Latn"


def iso639_2(tag: str) -> str:
    """The three letters that media containers want: `spa` for `es-MX`. Raises ValueError."""
    code = language(canonical(tag))
    return _THREE_LETTERS.get(code, code)


@functools.cache
def display_name(tag: str, in_locale: str = "en") -> str:
    """The name of a locale in the words of another one: `Brazilian Portuguese`; the tag where CLDR has no name."""
    names = _display(in_locale)
    parts = canonical(tag).split("-")
    for end in (3, 2):
        if name := names.languages.get("_".join(parts[:end])):
            return _qualified(name, parts[end:], names)
    return _qualified(names.languages.get(parts[0], parts[0]), parts[1:], names)


def _qualified(name: str, parts: list[str], names: Locale) -> str:
    rest = [names.scripts.get(part) or names.territories.get(part) or part for part in parts]
    return f"{name} ({', '.join(rest)})" if rest else name


def _cldr(table: Any) -> Mapping[str, Any]:
    from babel.core import get_global

    return get_global(table)


@functools.cache
def _display(tag: str) -> Locale:
    """CLDR's words in the nearest locale that it has, English at last."""
    from babel import Locale, UnknownLocaleError

    for candidate in chain(tag):
        try:
            return Locale.parse(candidate, sep="-")
        except UnknownLocaleError:
            continue
    return Locale("en")


def _known(code: str) -> bool:
    return code in _THREE_LETTERS or code in _cldr("likely_subtags") or code in _cldr("language_aliases")


def _current(code: str) -> tuple[str, str]:
    """The language code in use now and the script that an old code implied: `iw` is `he`, `sh` is `sr` in `Latn`."""
    if code in _THREE_LETTERS:
        return code, ""
    newer, _, script = _cldr("language_aliases").get(code, code).partition("_")
    return newer, script


def _likely(tag: str) -> str:
    """The tag with its likely script and region, as far as CLDR knows them."""
    likely = _cldr("likely_subtags")
    parts = tag.split("-")
    if _script_of(tag):
        return tag
    return next((likely[key] for end in (3, 2, 1) if (key := "_".join(parts[:end])) in likely), tag)


def _script_of(tag: str) -> str:
    return next((part for part in re.split("[-_]", tag)[1:] if len(part) == 4 and part.isalpha()), "")


def _parent(tag: str) -> str:
    """CLDR's parent; none for a script, whose parent is the root and not the language in another script."""
    listed = _cldr("parent_exceptions").get(tag.replace("-", "_"))
    if listed:
        return listed.replace("_", "-") if language(listed) == language(tag) else ""
    head, _, last = tag.rpartition("-")
    is_other_script = last == _script_of(tag) != _script_of(_likely(language(tag)))
    return "" if is_other_script else head


def _suggestion(word: str) -> str:
    """What someone may have meant by a language's name or by a country's code."""
    names = {name.lower(): code for code, name in _display("en").languages.items()}
    country = _cldr("likely_subtags").get(f"und_{word.upper()}", "")
    meant = names.get(word.lower()) or _own_names().get(word.lower()) or language(country)
    return f"Did you mean '{meant.replace('_', '-')}'?" if meant else "Write it like 'en', 'pt-BR' or 'zh-Hant'."


@functools.cache
def _own_names() -> dict[str, str]:
    """Languages by what their speakers call them; read only on the way to an error."""
    from babel import Locale, UnknownLocaleError

    names = {}
    for code in _THREE_LETTERS:
        try:
            names[str(Locale(code).language_name).lower()] = code
        except UnknownLocaleError:
            continue
    return names


def _region_suggestion(code: str, region: str) -> str:
    newer = _cldr("territory_aliases").get(region, [""])[0]
    return f"Did you mean '{code}-{newer}'?" if newer else f"Did you mean '{code}'?"
