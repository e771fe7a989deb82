import io

import pytest
from PIL import Image

from lessonforge.cli import main
from lessonforge.visuals.draw import things


def test_a_sheet_shows_the_things_that_were_asked_for(tmp_path):
    sheets = [tmp_path / "one.png", tmp_path / "two.png"]
    assert main(["engines", "draw", "--sheet", str(sheets[0]), "boat"]) == 0
    assert main(["engines", "draw", "--sheet", str(sheets[1]), "boat", *list(things.catalogue())[:19]]) == 0
    one, two = (Image.open(io.BytesIO(path.read_bytes())) for path in sheets)
    assert one.width == two.width and two.height > 1.5 * one.height
    colours = one.convert("RGB").getcolors(100_000)
    assert colours is not None and len(colours) > 50


@pytest.mark.parametrize(("name", "words"), [("draw", "no thing 'elephnt'. Did you mean"), ("cards", "no sheet")])
def test_what_has_no_sheet_is_told(tmp_path, capsys, name, words):
    assert main(["engines", name, "--sheet", str(tmp_path / "a.png"), "elephnt"]) != 0
    assert words in capsys.readouterr().err
    assert not (tmp_path / "a.png").exists()
