"""Which language a passage is in, however short, sloppy or mixed it is."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from bedenktijd.engine.language import draft_language, identify, warm
from hypothesis import given
from hypothesis import strategies as st

DUTCH = [
    "gisteren was het weer eens zover op kantoor",
    "ik heb je daar vorige week al over gemaild",
    "amai zeg, da's ne goeie, ge moet da is proberen",
    "ff kijken of t lukt, gwn bellen dan",
    "wollah die gozer liep gewoon weg",
    "mijn manager vindt die meeting echt een feestje",
    "onmogelijkheden",
    "lelijke straat",
    "zonnebloempitten",
]
ENGLISH = [
    "yesterday we finally got the keys to our house",
    "i've told you about this last week",
    "tbh idk why ppl keep saying that smh",
    "gonna grab a coffee, brb",
    "the uncle of my neighbour speaks dutch",
    "thoughtfulness",
    "broken bridges",
    "unemployment figures",
]
NEITHER = [
    "der zug ist heute schon wieder viel zu spat gekommen",
    "les voisins ont encore fait du bruit toute la nuit",
    "ayer fuimos a la playa con los ninos y comimos helado",
    "ieri sera siamo andati a cena con gli amici",
    "amanha vou ao mercado com a minha irma",
    "wczoraj bylem na spacerze z moim psem",
    "yarin sabah erken kalkmam lazim cunku is var",
    "завтра будет дождь",
    "明天会下雨",
]


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_is_told(text: str) -> None:
    assert (draft_language(text), identify(text).best) == ("nl", "nl")


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_told(text: str) -> None:
    assert (draft_language(text), identify(text).best) == ("en", "en")


@pytest.mark.parametrize("text", NEITHER)
def test_another_language_is_neither(text: str) -> None:
    assert identify(text).language == "other"
    assert draft_language(text) == "other"


@pytest.mark.parametrize("text", ["", "…", "12:30 – 14:00", "🎉🎉", "\U00010330\U0001034a", "\uf8f0"])
def test_without_letters_nothing_is_known(text: str) -> None:
    assert identify(text).language == draft_language(text) == "unknown"
    assert not identify(text).certain


@pytest.mark.parametrize("text", ["die", "slut", "hun", "kut", "arm", "warm water", "dick"])
def test_words_of_both_languages_are_never_certain(text: str) -> None:
    assert not identify(text).certain


def test_a_sentence_that_changes_language_is_mixed() -> None:
    guess = identify("ik weet het echt niet meer but you should have told me about that")
    assert (guess.language, guess.certain) == ("mixed", False)


def test_a_draft_with_a_sentence_in_each_language_is_mixed() -> None:
    text = "wat een prachtige dag was het gisteren weer. we should really do this again some time."
    assert draft_language(text) == "mixed"


def test_a_quoted_word_does_not_make_a_draft_mixed() -> None:
    assert draft_language("hij riep weer eens dat het een no-brainer was. ik vind van niet.") == "nl"


def test_accents_and_curly_apostrophes_are_no_obstacle() -> None:
    assert identify("één reünie met z’n drieën is genoeg").language == "nl"
    assert identify("they’re at the café").language == "en"


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_and_always_the_same(text: str) -> None:
    assert identify(text) == identify(text)
    assert draft_language(text) == draft_language(text)


def test_threads_agree() -> None:
    warm()
    texts = [*DUTCH, *ENGLISH, *NEITHER] * 20
    alone = [identify(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(identify, texts)) == alone


def test_more_different_words_than_are_remembered_change_nothing() -> None:
    before = identify("zonnebloempitten")
    for number in range(9000):
        identify("q" + "".join(chr(97 + number // 26**place % 26) for place in range(4)))
    assert identify("zonnebloempitten") == before
