"""In the country: a farm, and a road between fields."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, path, smooth
from lessonforge.visuals.draw.settings.flora import foreground
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, STEEL, box, slab
from lessonforge.visuals.draw.settings.land import crops, furrows, layer, slope, swathes
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, along, wave
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.things import catalogue


def farm(stage: Stage) -> None:
    """Fields in rows behind a fence, barn and silo at one side, hay and a yard."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 500)
    crops(stage, 596, 650)
    layer(stage, wave(stage.place, width, 648, 6, 1300), ("ground", "ground", "ground_near"), 0)
    swathes(stage, 652, (0.0, 1.0), 720)
    wide = 1.0 if width > 900 else 0.86
    if "silo" not in stage.named:
        _silo(stage, width * 0.03 + 0.02 * unit, 672, unit * 0.4 * wide)
    if "barn" not in stage.named:
        canvas.place(684, catalogue()["barn"], width * 0.1 + 0.12 * unit, 690, unit * 0.34 * wide)
    rails(stage, 0.36 * width, width + 20, 690, unit * 0.08)
    for n, share in enumerate((0.9, 0.97)):
        hay(stage, width * share, 724 + 22 * n, unit * 0.1)
    yard = [
        (0.02 * width, 704.0),
        (0.2 * width, 698.0),
        (0.42 * width, 716.0),
        (0.6 * width, 790.0),
        (0.74 * width, 1010.0),
    ]
    canvas.gradient(690, f"{smooth(yard)}H-20V720Z", ("#d9bf8c", "#c9a871"))
    foreground(stage, left=0.62)
    stage.zones["ground"] = Zone(0.12 * width, 0.92 * width, 712, FEET, 0.72)


def _silo(stage: Stage, x: float, foot: float, tall: float) -> None:
    wide = tall * 0.34
    slab(stage, foot, x - wide / 2, foot - tall * 0.84, wide, tall * 0.84, STEEL, shade=0.22)
    dome = path("M", x - wide * 0.53, foot - tall * 0.83, "a", wide * 0.53, wide * 0.5, 0, 0, 1, wide * 1.06, 0, "Z")
    stage.canvas.shape(foot, dome, "#b5432f")
    bands = "".join(box(x - wide / 2, foot - tall * at, wide, 3) for at in (0.16, 0.34, 0.52, 0.7))
    stage.canvas.shape(foot, bands, INK, 0, 0.22, detail=True)


def rails(stage: Stage, left: float, right: float, foot: float, tall: float) -> None:
    """A wooden rail fence."""
    step = tall * 1.9
    posts = "".join(
        box(left + n * step, foot - tall, tall * 0.13, tall, 3) for n in range(int((right - left) / step) + 1)
    )
    bars = "".join(box(left - 8, foot - tall * at, right - left, tall * 0.1, 3) for at in (0.86, 0.5))
    stage.canvas.shape(foot, bars, "#b98d63")
    stage.canvas.shape(foot, posts, "#97704c")


def hay(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A round bale of hay."""
    canvas = stage.canvas
    canvas.shape(foot, ellipse(x, foot, tall * 0.62, 7), INK, 0, 0.16, detail=True)
    canvas.shape(foot, box(x - tall * 0.2, foot - tall, tall * 0.76, tall, tall * 0.3), "#cf9f45")
    canvas.shape(foot, ellipse(x - tall * 0.16, foot - tall / 2, tall * 0.42, tall / 2), "#e6bf62")
    canvas.stroke(foot, ellipse(x - tall * 0.16, foot - tall / 2, tall * 0.26, tall * 0.32)
                  + ellipse(x - tall * 0.16, foot - tall / 2, tall * 0.11, tall * 0.14), "#b98a38", 3, 0.7)  # fmt: skip


def lane(stage: Stage) -> None:
    """A path of trodden earth through the fields, that one walks on."""
    canvas, width = stage.canvas, stage.width
    _fields(stage)
    far, near = (along(wave(stage.place, width, y, 6, 800), -20, width + 20) for y in (712, 838))
    edge = smooth(far) + "L" + smooth(near[::-1])[1:] + "Z"
    canvas.shape(752, edge, "sand_near")
    _trees(stage)
    stage.zones["ground"] = stage.zones["road"] = Zone(0.08 * width, 0.92 * width, 744, 812, 0.92)


def _fields(stage: Stage) -> None:
    width = stage.width
    backdrop(stage, 500)
    crops(stage, 596, 630)
    curve = slope(stage, wave(stage.place, width, 628, 8, 1300), 24)
    layer(stage, curve, ("ground", "ground", "ground_near"), 0)
    furrows(stage, lambda x: 640.0, 634, 0.05)
    swathes(stage, 640, (0.0, 1.0), 700)


def _trees(stage: Stage) -> None:
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    for share, tall, y in ((0.1, 0.36, 694), (0.2, 0.22, 656), (0.9, 0.42, 704), (0.79, 0.24, 654)):
        if width > 900 or share in (0.1, 0.9):
            canvas.place(y, catalogue()["tree"], width * share, y, unit * tall, depth=0.1 if y < 690 else 0.0)


def road(stage: Stage) -> None:
    """A country road from left to right, posts along it, fields and hills behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    _fields(stage)
    canvas.shape(752, box(-5, 738, width + 10, 16), "sand_near", 0, 0.8)
    canvas.shape(752, box(-5, 752, width + 10, 152), "#7f8896")
    canvas.shape(752, box(-5, 904, width + 10, 12), "sand_near", 0, 0.8)
    canvas.shape(753, box(-5, 764, width + 10, 5) + box(-5, 886, width + 10, 6), "#f4f1e6", 0, 0.8)
    dashes = "".join(box(n * 190 + 40, 820, 100, 7) for n in range(-1, int(width / 190) + 1))
    canvas.shape(753, dashes, "#f4f1e6", 0, 0.85)
    tall = unit * 0.05
    for n in range(int(width / 230) + 1):
        x = 90 + 230.0 * n
        slab(stage, 735, x - tall * 0.1, 735 - tall, tall * 0.2, tall, CREAM, rounded=3)
        canvas.shape(735, box(x - tall * 0.1, 735 - tall * 0.8, tall * 0.2, tall * 0.2), "#d9573f", detail=True)
    _trees(stage)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 694, 744, 0.85)
    stage.zones["road"] = Zone(0.08 * width, 0.92 * width, 796, FEET + 15, 0.95)
