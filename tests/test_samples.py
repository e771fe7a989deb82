"""The sample lessons, as a class would see them."""

import re
from pathlib import Path

import pytest
from facts import film_facts

from lessonforge.cli import main
from lessonforge.pipeline import Job, Order, prepare
from lessonforge.text import bidi

LESSONS = Path(__file__).parents[1] / "lessons"


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LESSONFORGE_CACHE", str(folder / "store"))
        for course in sorted({job.script.folder for job in JOBS}):
            tags = [f"-l{job.script.locale}" for job in JOBS if job.script.folder == course]
            assert main(["build", str(course), *tags, "--profile", "mobile", "--out", str(folder)]) == 0
    return folder


ALSO = {"earth": ("es", "ar", "zh-Hans")}
"""Courses that are built in other languages than their own too: one of each direction and way of breaking lines."""
JOBS = [
    job
    for job in prepare(Order(LESSONS, profile="mobile"))
    if job.script.locale in (job.script.lesson.language, *ALSO.get(job.script.folder.name, ()))
]


def flat(text: str) -> str:
    return re.sub(r"\s+", "", bidi.strip(text))


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
def test_a_sample_is_a_whole_film(job: Job, films: Path) -> None:
    facts = film_facts(films / job.name / "mobile" / f"{job.stem}.mp4")
    ends = {stream.kind: stream.end for stream in facts.streams}
    narration = "".join(sentence.written for panel in job.storyboard.panels for sentence in panel.sentences)

    heard = [text.partition("\n")[0] if job.storyboard.bilingual else text for _, _, text in facts.captions]

    assert [stream.codec for stream in facts.streams] == ["h264", "aac"] + ["mov_text"] * len(job.storyboard.locales)
    assert abs(ends["video"] - ends["audio"]) <= 0.05
    assert 120 < facts.seconds < 300
    assert -17 <= facts.loudness <= -15 and facts.peak <= -1.5
    assert facts.black[1] - facts.black[0] < 0.1
    assert flat("".join(heard)) == flat(narration)
    assert [title for _, _, title in facts.chapters] == [p.title for p in job.storyboard.panels if p.title]
