import time

import pytest

from lessonforge.expand import templates
from lessonforge.expand.templates import TemplateMistake, fill, render

DATA = {
    "sea": "the Pacific",
    "depth": 3.5,
    "items": list(range(300)),
    "planets": {"inner": ["Mercury", "Venus"], "note": "x"},
    "evil": "{{ 7 * 7 }}",
    "big": "A" * 15_000,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over {{ sea }}", "over the Pacific"),
        ("no vars, {# not even a comment #}", "no vars, {# not even a comment #}"),
        ("{{ depth * 2 }} {{ 7 % 4 }} {{ depth | round(1) }}", "7.0 3 3.5"),
        ("{{ planets.inner | join(', ') }}", "Mercury, Venus"),
        ("{% for p in planets.inner %}{{ loop.index }} {{ p }}{% if not loop.last %}; {% endif %}{% endfor %}", None),
        ("{% if sea is defined %}yes{% endif %}{{ nothing | default('!') }}", "yes!"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("{{ evil }}", "{{ 7 * 7 }}"),
        ("{{ sea | replace('the', 'a wide') | upper }}", "A WIDE PACIFIC"),
        ("{% for key, value in planets | items %}{{ key }} {% endfor %}", "inner note "),
        ("{{ items | map('abs') | select('odd') | list | length }}", "150"),
    ],
)
def test_honest_texts(text, expected):
    assert fill(text, DATA) == (expected or "1 Mercury; 2 Venus")


ATTACKS = [
    "{% for a in items %}{% for b in items %}{% for c in items %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in items %}" * 4 + "{% endfor %}" * 4,
    "{% for a in items %}{{ big | list | sort | first }}{% endfor %}",
    "{% for a in range(10**9) %}x{% endfor %}",
    "{% for a in items recursive %}{{ loop(items) }}{% endfor %}",
    "{% for a in big %}x{% endfor %}",
    "{{ 'A' * 10**9 }}",
    "{{ 'A' * 1000000000 }}",
    "{{ items * 1000000 }}",
    "{{ 9**9**9 }}",
    "{{ 999999999999999999 * 999999999999999 }}",
    "{{ '%1000000000d' % 3 }}",
    "{{ '%1000000000d' is divisibleby(3) }}",
    "{{ '%1000000000d' | format(3) }}",
    "{{ sea | center(100000000) }}",
    "{{ sea | indent(100000000) }}",
    "{{ 3 | round(100000000, 'ceil') }}",
    "{{ planets | tojson(indent=100000000) }}",
    "{{ big | replace('A', 'AAAA') }}",
    "{{ big | join(big) }}",
    "{{ big }}{{ big }}",
    "{{ big ~ big ~ big }}",
    "{% set x = big %}{{ x }}",
    "{% set x %}{{ big }}{{ big }}{% endset %}{{ x }}",
    "{% with x = big %}{{ x }}{% endwith %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% filter upper %}{{ big }}{% endfilter %}",
    "{{ ''.__class__.__mro__ }}",
    "{{ sea.upper() }}",
    "{{ planets.items() }}",
    "{{ sea | attr('upper') }}",
    "{{ planets.inner | map(attribute='__class__') | list | first }}",
    "{{ self.__init__ }}",
    "{% for a in items %}{{ loop.__class__ }}{% endfor %}",
    "{{ cycler }}",
    "{{ lipsum(n=200000) }}",
    "{{ dict(a=1) }}",
    "{{ (" + "(" * 5000,
    "{{ " + "(" * 150 + "1" + ")" * 150 + " }}",
    "{{ " + "not " * 3000 + "1 }}",
    "{{ " + "1+" * 4000 + "1 }}",
    "{% if 1 %}" * 80 + "{% endif %}" * 80,
    "{{ 1 }}" * 5000,
    "{% include '../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends sea %}",
    "{{ 1 / 0 }}",
    "{{ sea",
    "{% if %}",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_what_runs_on_or_reaches_out_is_refused_at_once(text):
    began = time.process_time()
    with pytest.raises(TemplateMistake) as refused:
        fill(text, DATA)
    assert time.process_time() - began < 1
    assert refused.value.message
    assert refused.value.line >= 1


def test_an_unknown_var_is_named_with_its_line_and_the_nearest_one():
    with pytest.raises(TemplateMistake) as wrong:
        fill("one\n{{ sae }}", DATA)
    assert (wrong.value.line, wrong.value.message, wrong.value.hint) == (
        2,
        "there is no var 'sae'",
        "Did you mean 'sea'?",
    )


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        (tmp_path / "prompts" / "own").mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (tmp_path / "prompts" / "own" / f"{name}.j2").write_text(text)
        return (tmp_path / "prompts",)

    return write


def test_files_extend_and_include(folder):
    folders = folder(
        base="{{ prompt }}\n{% block look %}plain{% endblock %}",
        part="{{ sea }}!",
        prompt="{% extends 'own/base.j2' %}{% block look %}{{ super() }} {% include 'own/part.j2' %}{% endblock %}",
    )
    assert render("own/prompt.j2", {"prompt": "a boat", "sea": "wide"}, folders) == "a boat\nplain wide!"


@pytest.mark.parametrize(
    ("files", "blamed", "message"),
    [
        ({"prompt": "{% include 'own/prompt.j2' %}"}, "prompt", "more work"),
        ({"prompt": "{% extends 'own/prompt.j2' %}"}, "prompt", "more work"),
        (
            {"prompt": "{% include 'own/a.j2' %}" * 200, "a": "{% include 'own/b.j2' %}" * 200, "b": ""},
            "a",
            "more work",
        ),
        ({"prompt": "{% include 'own/missing.j2' %}"}, "prompt", "no template 'own/missing.j2'"),
        ({"prompt": "{% include '../own/prompt.j2' %}"}, "prompt", "no template"),
        ({"prompt": "{% include 'own/link.j2' %}"}, "prompt", "no template"),
        ({"prompt": "fine {% include 'own/a.j2' %}", "a": "{{ nothing }}"}, "a", "no var 'nothing'"),
    ],
)
def test_files_that_go_wrong(folder, files, blamed, message, tmp_path):
    folders = folder(**files)
    (tmp_path / "secret.j2").write_text("secret")
    (tmp_path / "prompts" / "own" / "link.j2").symlink_to(tmp_path / "secret.j2")
    began = time.process_time()
    with pytest.raises(TemplateMistake) as wrong:
        render("own/prompt.j2", {}, folders)
    assert time.process_time() - began < 1
    assert wrong.value.path == str(folders[0] / "own" / f"{blamed}.j2")
    assert message in wrong.value.message


def test_a_syntax_error_names_its_file_and_line(folder):
    folders = folder(prompt="one\ntwo {% if %}")
    with pytest.raises(TemplateMistake) as wrong:
        render("own/prompt.j2", {}, folders)
    assert (wrong.value.path, wrong.value.line) == (str(folders[0] / "own" / "prompt.j2"), 2)


def test_an_own_file_comes_before_a_built_in_one(tmp_path):
    for name in ("mine", "theirs"):
        (tmp_path / name / "flat").mkdir(parents=True)
        (tmp_path / name / "flat" / "prompt.j2").write_text(name)
    (tmp_path / "theirs" / "flat" / "more.j2").write_text("more")
    folders = (tmp_path / "mine", tmp_path / "theirs")
    assert render("flat/prompt.j2", {}, folders) == "mine"
    assert render("flat/more.j2", {}, folders) == "more"
    assert templates.find("flat/none.j2", folders) is None
