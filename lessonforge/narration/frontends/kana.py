"""Japanese as it sounds: kanji, particles and numbers as katakana, by the dictionary UniDic (fugashi, unidic-lite).

Words are parted by spaces, a particle staying with its word, because a voice stresses what stands between spaces.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from lessonforge.errors import EngineMissing
from lessonforge.model import Span
from lessonforge.narration.spans import composed

Reading = tuple[str, tuple[Span, ...]]

_LEANING = ("助詞", "助動詞", "接尾辞", "補助記号", "記号", "空白")
"""What leans on the word before it: particles, endings, suffixes, punctuation."""
_JAPANESE = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff]")
_KATAKANA = re.compile("[\u30a0-\u30ff]+")
_COUNTERS = {
    "時間": "ジカン", "分間": "フンカン", "年間": "ネンカン", "週間": "シューカン", "か月": "カゲツ", "世紀": "セーキ",
    "キロ": "キロ", "本": "ホン", "匹": "ヒキ", "杯": "ハイ", "分": "フン", "回": "カイ", "個": "コ", "階": "カイ",
    "歳": "サイ", "冊": "サツ", "頭": "トー", "月": "ガツ", "時": "ジ", "年": "ネン", "人": "ニン", "日": "ニチ",
    "度": "ド", "円": "エン", "秒": "ビョー", "倍": "バイ", "枚": "マイ", "台": "ダイ", "番": "バン", "つ": "ツ",
}  # fmt: skip
"""What things are counted in, and how that sounds; longer ones first."""
_NUMBER = re.compile(rf"(\d+(?:,\d{{3}})*)(?:\.(\d+))?(?:\s?({'|'.join(_COUNTERS)}))?")
_DOUBLED = {"イチ": "イッ", "ハチ": "ハッ", "ジュー": "ジュッ"}
"""How these numbers end before k, s, t and h; before k and h others do too."""
_DOUBLED_TOO = {**_DOUBLED, "ロク": "ロッ", "ヒャク": "ヒャッ"}
_OTHERWISE = {("キュー", "ガツ"): "ク", ("キュー", "ジ"): "ク", ("キュー", "ジカン"): "ク", ("ナナ", "ガツ"): "シチ"}
_OTHERWISE |= {("ナナ", "ジ"): "シチ", ("ナナ", "ジカン"): "シチ", ("ヨン", "ガツ"): "シ"}
_OTHERWISE |= {("ヨン", after): "ヨ" for after in ("ジ", "ジカン", "ネン", "ネンカン", "ニン", "エン")}
_DAYS = "ツイタチ フツカ ミッカ ヨッカ イツカ ムイカ ナノカ ヨーカ ココノカ トーカ"
_THINGS = "ヒトツ フタツ ミッツ ヨッツ イツツ ムッツ ナナツ ヤッツ ココノツ トー"
_WHOLE = {(str(n), "日"): day for n, day in enumerate(_DAYS.split(), 1)}
_WHOLE |= {(str(n), "つ"): thing for n, thing in enumerate(_THINGS.split(), 1)}
_WHOLE |= {("14", "日"): "ジューヨッカ", ("20", "日"): "ハツカ", ("24", "日"): "ニジューヨッカ"}
_WHOLE |= {("1", "人"): "ヒトリ", ("2", "人"): "フタリ", ("20", "歳"): "ハタチ"}


def read(text: str) -> Reading:
    """A Japanese text in katakana; others stay as they are. Raises EngineMissing without the dictionary."""
    if not _JAPANESE.search(text):
        return text, ((Span(0, len(text), 0, len(text)),) if text else ())
    between, first = _counted(text)
    spoken, second = _sounded(between)
    return spoken, composed(text, first, between, second, spoken)


def _counted(text: str) -> Reading:
    """The text with its numbers, and what they count, in katakana."""
    counted, at = "", 0
    spans: list[Span] = []
    for found in [*_NUMBER.finditer(text), None]:
        start, end = found.span() if found else (len(text), len(text))
        if at < start:
            spans.append(Span(at, start, len(counted), len(counted) + start - at))
            counted += text[at:start]
        if found:
            said = _number(found[1].replace(",", ""), found[2] or "", found[3] or "")
            said = said if found[0] != "1日" or text[:start].endswith("月") else "イチニチ"
            spans.append(Span(start, end, len(counted), len(counted) + len(said)))
            counted += said
        at = end
    return counted, tuple(spans)


def _number(whole: str, part: str, counter: str) -> str:
    if not part and (whole, counter) in _WHOLE:
        return _WHOLE[whole, counter]
    digits = "".join(_numeral(digit) for digit in part)
    number = _numeral(whole) + (f" テン {digits}" if part else "")
    return _joined(number, _COUNTERS.get(counter, ""))


def _numeral(digits: str) -> str:
    """A number in katakana: ICU writes it in kanji, and the dictionary knows how these change one another."""
    from icu4py.messageformat import MessageFormat

    kanji = MessageFormat("{number,spellout}", "ja").format({"number": int(digits)})
    return "".join(word.feature.pron or word.surface for word in _tagger()(kanji)).replace("〇", "ゼロ")


def _joined(number: str, counter: str) -> str:
    """A number and what it counts, as they change each other: イチ and ホン are イッポン."""
    for (ending, before), said in _OTHERWISE.items():
        if before == counter and number.endswith(ending):
            return number.removesuffix(ending) + said + counter
    if not counter:
        return number
    soft = counter[0] in "ハヒフホ"
    for ending, said in (_DOUBLED_TOO if soft or counter[0] in "カキコ" else _DOUBLED).items():
        if number.endswith(ending) and counter[0] in "カキコサシスセトハヒフホ":
            return number.removesuffix(ending) + said + (_hard(counter) if soft else counter)
    if soft and number.endswith("サン"):
        return number + (_hard(counter) if counter[0] == "フ" else _voiced(counter))
    return number + (_hard(counter) if counter[0] == "フ" and number.endswith("ヨン") else counter)


def _hard(sound: str) -> str:
    return chr(ord(sound[0]) + 2) + sound[1:]


def _voiced(sound: str) -> str:
    return chr(ord(sound[0]) + 1) + sound[1:]


def _sounded(text: str) -> Reading:
    """The text word for word as the dictionary says it."""
    spoken, at = "", 0
    spans: list[Span] = []
    for word in _tagger()(text):
        end = text.index(word.surface, at) + len(word.surface)
        said = text[at:end] if _is_plain(word.surface) else word.feature.pron or text[at:end]
        runs_on = _KATAKANA.fullmatch(text[at - 1 : end] if at else "")
        if not (runs_on or word.feature.pos1 in _LEANING or said[:1].isspace() or not spoken[-1:].isalnum()):
            said = f" {said}"
        spans.append(Span(at, end, len(spoken), len(spoken) + len(said)))
        spoken, at = spoken + said, end
    if at < len(text):
        spans.append(Span(at, len(text), len(spoken), len(spoken) + len(text) - at))
    return spoken + text[at:], tuple(spans)


def _is_plain(surface: str) -> bool:
    """Whether a word already is what is said: katakana, Latin letters, punctuation."""
    return bool(_KATAKANA.fullmatch(surface)) or not _JAPANESE.search(surface)


@functools.cache
def _tagger() -> Any:
    try:
        import fugashi
        import unidic_lite  # noqa: F401  # the dictionary, which fugashi finds by itself

        return fugashi.Tagger()
    except (ImportError, RuntimeError) as error:
        message = "Kanji are read with fugashi and unidic-lite, which are not here: pip install 'lessonforge[ja]'"
        raise EngineMissing(message) from error
