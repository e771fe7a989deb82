"""Rooms: a wall, a floor and a window that shows the hour."""

from __future__ import annotations

from lessonforge.visuals.draw.canvas import ellipse, path
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone
from lessonforge.visuals.draw.things import catalogue

FLOOR = 690.0


def room(
    stage: Stage, wall: tuple[str, str] = ("#f6e6c8", "#ecd3a8"), *, shelf: bool = True, window: bool = True
) -> None:
    """A warm room: panelled wall, boards, a window, a plant and a rug under the things."""
    canvas, width = stage.canvas, stage.width
    canvas.band(-2000, 0, FLOOR, wall)
    canvas.band(-900, FLOOR, BOTTOM, ("#c89a6b", "#a8784c"))
    for n in range(1, 7):
        y = FLOOR + (BOTTOM - FLOOR) * (n / 7) ** 1.6
        canvas.shape(-899, f"M0 {y:.0f}H{width:.0f}v3H0Z", "#8f6444", 0, 0.3, detail=True)
        for k in range(4):
            x = width * (k + (n * 0.37) % 1) / 4
            canvas.shape(-899, f"M{x:.0f} {y:.0f}h3v{8 + 7 * n}h-3Z", "#8f6444", 0, 0.3, detail=True)
    canvas.shape(-898, f"M0 {FLOOR - 22:.0f}H{width:.0f}v24H0Z", "#fbf3e2")
    if window:
        _window(stage, max(width * 0.2, stage.unit * 0.19), 300, stage.unit * 0.3)
    canvas.shape(-890, ellipse(width / 2, 845, min(width * 0.4, 620), 62), "#c8744a", 0, 0.9)
    canvas.shape(-889, ellipse(width / 2, 845, min(width * 0.37, 575), 52), "#e0a878", 0, 0.9, detail=True)
    if shelf and width > 900 and not stage.named & {"board", "clock"}:
        _shelf(stage, width * 0.68, 330)
    if width > 900:
        canvas.place(FLOOR + 10, catalogue()["plant-pot"], width * 0.93, FLOOR + 46, stage.unit * 0.26)
    stage.zones["ground"] = Zone(0.12 * width, 0.88 * width, 770, FEET + 10, 0.92)
    stage.zones["wall"] = Zone(0.4 * width, 0.85 * width, 530, 540)
    stage.zones["sky"] = stage.zones["air"] = Zone(0.15 * width, 0.85 * width, 120, 330)


def _shelf(stage: Stage, x: float, y: float) -> None:
    """A shelf with books and a picture above: the wall behind the things is lived in."""
    canvas, at = stage.canvas, x
    for n in range(9):
        wide, tall = stage.place.uniform(17, 27), stage.place.uniform(68, 96)
        colour = ("#c8553d", "#4f7f9c", "#e0b050", "#6f8f6a", "#8a6f9c", "#d98a60")[n % 6]
        canvas.shape(-889.9, f"M{at:.0f} {y - tall:.0f}h{wide:.0f}v{tall:.0f}h{-wide:.0f}Z", colour)
        canvas.shape(
            -889.8, f"M{at:.0f} {y - tall * 0.8:.0f}h{wide:.0f}v7h{-wide:.0f}Z", "#fdf6e6", 0, 0.7, detail=True
        )
        at += wide + (26 if n == 5 else 2)
    canvas.shape(-889.7, f"M{x - 26:.0f} {y:.0f}h{at - x + 52:.0f}v13h{x - at - 52:.0f}Z", "#a5764f")
    canvas.shape(
        -889.6, f"M{x - 26:.0f} {y + 13:.0f}h{at - x + 52:.0f}l-8 7h{x - at - 36:.0f}Z", "#6f4a30", 0, 0.25, detail=True
    )


def _window(stage: Stage, x: float, y: float, size: float) -> None:
    canvas, light = stage.canvas, stage.canvas.light
    half, tall = size * 0.42, size * 0.56
    canvas.shape(
        -896,
        f"M{x - half - 14:.0f} {y - tall - 14:.0f}h{2 * half + 28:.0f}v{2 * tall + 28:.0f}h{-2 * half - 28:.0f}Z",
        "#fdf6e6",
    )
    pane = f"M{x - half:.0f} {y - tall:.0f}h{2 * half:.0f}v{2 * tall:.0f}h{-2 * half:.0f}Z"
    canvas.gradient(-895, pane, light.sky, lit=True)
    if not light.dark:
        canvas.glow(-890.5, x, y, size * 1.3, light.glow, 0.28)
    hill = path(
        "M", x - half, y + tall * 0.5, "q", half * 0.7, -tall * 0.4, half * 1.3, -tall * 0.1, "t", half * 0.7, 0,
        "V", y + tall, "H", x - half, "Z",
    )  # fmt: skip
    canvas.shape(-894, hill, "#2f4a6a" if light.dark else "hill_mid", lit=light.dark)
    canvas.stroke(-893, f"M{x:.0f} {y - tall:.0f}v{2 * tall:.0f}M{x - half:.0f} {y:.0f}h{2 * half:.0f}", "#fdf6e6", 9)
    canvas.shape(
        -892, f"M{x - half - 26:.0f} {y + tall + 12:.0f}h{2 * half + 52:.0f}v16h{-2 * half - 52:.0f}Z", "#e6d2a9"
    )


def classroom(stage: Stage) -> None:
    """A room with a board on its wall and a clock above."""
    room(stage, ("#dcebe4", "#c3dbd3"), shelf=False, window=stage.width > 1300)
    if "board" not in stage.named:
        board = catalogue()["board"]
        tall = min(stage.unit * 0.42, 0.8 * stage.width / board.aspect)
        stage.canvas.place(-880, board, stage.width * (0.56 if stage.width > 1300 else 0.5), 545, tall)
    if stage.width > 1300 and "clock" not in stage.named:
        stage.canvas.place(-880, catalogue()["clock"], stage.width * 0.87, 290, stage.unit * 0.13)
