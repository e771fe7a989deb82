from hypothesis import given, settings
from hypothesis import strategies as st

from lessonforge.text.palette import ENOUGH, ROLES, contrast, roles

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")
NEAR = st.tuples(st.integers(0, 255), st.integers(-20, 20))


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def legible_pairs(found):
    accents = ("accent", "accent2", "accent3", "accent4", "good", "bad")
    grounds = [found[name] for name in ("paper", "surface", "shade", "shade2")]
    for text in ("ink", "muted", *(f"{role}-text" for role in accents)):
        yield from ((text, ground, contrast(found[text], ground)) for ground in grounds)
    for role in accents:
        yield f"on-{role}", role, contrast(found[f"on-{role}"], found[role])
        yield "ink", f"{role}-soft", contrast(found["ink"], found[f"{role}-soft"])


@settings(max_examples=150)
@given(st.booleans(), st.lists(COLOURS, min_size=8, max_size=8))
def test_text_is_legible_whatever_the_palette(dark, colours):
    paper, surface = ("#14181d", "#20262d") if dark else ("#fdf8ee", "#ffffff")
    names = [name for name in ROLES if name not in ("paper", "surface")]
    found = roles([("paper", paper), ("surface", surface), *zip(names, colours, strict=True)])
    assert [pair for pair in legible_pairs(found) if pair[2] < ENOUGH] == []


def test_the_styles_keep_their_own_colours():
    assert {name: roles(())[name] for name in ROLES} == ROLES
