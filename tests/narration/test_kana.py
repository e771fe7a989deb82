"""Japanese as it is read out; the dictionary is an extra, so what needs it is left out where it isn't."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonforge.blob import Blob
from lessonforge.errors import EngineMissing, Unreadable
from lessonforge.model import Voice
from lessonforge.narration import frontends
from lessonforge.narration.espeak import Espeak
from lessonforge.narration.frontends import kana
from lessonforge.narration.read import recorded, utterances
from lessonforge.narration.voices import named
from lessonforge.settings import built_in


def narrator() -> Voice:
    return named("ja", [built_in("voices")])["narrator"]


@pytest.fixture(autouse=True)
def anew():
    kana._tagger.cache_clear()
    yield
    kana._tagger.cache_clear()


@pytest.fixture
def dictionary():
    pytest.importorskip("fugashi")
    pytest.importorskip("unidic_lite")


SPOKEN = {
    "今日は東京に雨が降ります。": "キョーワ トーキョーニ アメガ フリマス。",
    "水は100°Cで沸騰する。": "ミズワ セッシ ヒャク ドデ フットー スル。",
    "海の水が蒸発して雲になる。": "ウミノ ミズガ ジョーハツ シテ クモニ ナル。",
    "3月1日の午後4時30分": "サンガツツイタチノ ゴゴ ヨジサンジュップン",
    "3本、1匹、8杯、4人、2人、6個": "サンボン、イッピキ、ハッパイ、ヨニン、フタリ、ロッコ",
    "1分間に約70回": "イップンカンニ ヤク ナナジュッカイ",
    "2024年の3.14": "ニセンニジューヨネンノ サン テン イチヨン",
    "10歳の子供が300円": "ジュッサイノ コドモガ サンビャクエン",
    "「光合成」は月曜日に学ぶ": "「コーゴーセー」ワ ゲツヨービニ マナブ",
    "12,000個で９月": "イチマンニセンコデ クガツ",
    "みずがそらへのぼる": "ミズガ ソラエ ノボル",
    "1日に3回": "イチニチニ サンカイ",
    "OK!": "OK!",
}  # fmt: skip


@pytest.mark.parametrize("written", SPOKEN)
def test_it_is_read_out(written: str, dictionary) -> None:
    (sentence,) = utterances(written, narrator(), "ja", {})
    assert sentence.utterance.text == SPOKEN[written]
    assert sentence.written == written


def test_words_lead_back_to_what_is_written(dictionary) -> None:
    (sentence,) = utterances("今日は5 km歩いた。", narrator(), "ja", {})
    said = sentence.utterance.text
    pairs = [(sentence.written[one.start : one.end], said[one.spoken_start : one.spoken_end]) for one in sentence.spans]
    assert pairs[:3] == [("今日", "キョー"), ("は", "ワ"), ("5 km", " ゴキロメートル")]


@settings(max_examples=100)
@given(text=st.text(st.sampled_from("水今日は3月.、5 kmA「」々〇\u3000あ\u304b\u3099ア。"), max_size=14))
def test_nothing_is_lost(text: str) -> None:
    pytest.importorskip("unidic_lite")
    for sentence in utterances(text, narrator(), "ja", {}):
        at, spoken_at = 0, 0
        for span in sentence.spans:
            assert (span.start, span.spoken_start) == (at, spoken_at) and span.end > at
            at, spoken_at = span.end, span.spoken_end
        assert (at, spoken_at) == (len(sentence.written), len(sentence.utterance.text))


def test_espeak_reads_it(dictionary, phonemes) -> None:
    (sentence,) = utterances("水は太陽に温められて空へ昇ります。", narrator(), "ja", {})
    assert Espeak().check(sentence.utterance) == []
    (said,) = phonemes([("jpx/ja", sentence.utterance.text)])
    assert "(en)" not in said and said.startswith("mizˈɯᵝwä")
    (speech,) = Espeak().speak([sentence.utterance])
    assert 2 < speech.seconds < 6


def test_without_the_dictionary_it_is_named(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "fugashi", None)
    with pytest.raises(Unreadable) as raised:
        utterances("水がある。", narrator(), "ja", {})
    assert "pip install 'lessonforge[ja]'" in raised.value.hint
    (plain,) = utterances("OK!", narrator(), "ja", {})
    assert plain.utterance.text == "OK!"
    assert recorded("水。", Blob.of(b"sound"), narrator(), "ja", {}).utterance.text == "水。"


def test_a_front_end_that_is_not_there_is_named() -> None:
    with pytest.raises(EngineMissing, match=r"no front end 'kanna'\. Known: kana"):
        frontends.load("kanna")


def test_one_from_elsewhere_is_found(monkeypatch) -> None:
    from importlib.metadata import EntryPoint

    own = EntryPoint("shout", "lessonforge.narration.frontends.kana:read", frontends.GROUP)
    gone = EntryPoint("gone", "no_such_module:read", frontends.GROUP)
    monkeypatch.setattr(frontends, "_installed", lambda: {"shout": own, "gone": gone})
    assert frontends.names() == ("kana", "gone", "shout")
    assert frontends.load("shout") is kana.read
    with pytest.raises(EngineMissing, match="'gone' can't be loaded"):
        frontends.load("gone")
