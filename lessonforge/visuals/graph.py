"""Where the boxes of a diagram go and which way its arrows take: places in a grid, sizes left to the layout."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lessonforge.errors import did_you_mean

Place = tuple[float, float]
Edge = tuple[int, int]


@dataclass(frozen=True)
class Graph:
    """Nodes at `places` in a grid of `columns` x `rows` cells, (0.5, 0.5) being the middle of the first.

    `paths` has the places that each edge passes, its nodes' included; `curved` ones bend round their middle place.
    `fill` is the share of a cell's width that a box may take.
    """

    places: tuple[Place, ...]
    edges: tuple[Edge, ...]
    paths: tuple[tuple[Place, ...], ...]
    columns: float
    rows: float
    fill: float = 0.74
    curved: bool = False


def arrange(content: Mapping[str, Any], width: int, height: int) -> Graph:
    """The layout of a diagram's content for a frame: wide ones flow along the line of text, others downwards.

    A flow or cycle without arrows goes through the boxes in order.
    """
    wide, tall = width > 1.2 * height, height > 1.2 * width
    ids = {node["id"]: n for n, node in enumerate(content["nodes"])}
    count = len(ids)
    edges = tuple((ids[arrow["start"]], ids[arrow["end"]]) for arrow in content["arrows"])
    if content["layout"] == "cycle":
        return _cycle(count, edges or tuple((n, (n + 1) % count) for n in range(count)), wide)
    edges = edges or tuple((n, n + 1) for n in range(count - 1))
    if content["layout"] == "flow" and sorted(edges) == [(n, n + 1) for n in range(count - 1)]:
        return _chain(count, edges, wide, tall)
    return _layers(count, edges, wide, _levels(count, edges))


def mistakes(content: Mapping[str, Any]) -> list[str]:
    """Why a diagram can't be laid out: an arrow to a box that is not there, a tree without arrows."""
    ids = [node["id"] for node in content["nodes"]]
    ends = [(arrow[end], arrow) for arrow in content["arrows"] for end in ("start", "end")]
    found = [
        f"an arrow of the diagram names '{name}'. {did_you_mean(name, ids)}" for name, _ in ends if name not in ids
    ]
    found += [f"two boxes of the diagram are called '{name}'." for name in {n for n in ids if ids.count(n) > 1}]
    found += [
        f"an arrow of the diagram goes from '{a['start']}' to itself."
        for a in content["arrows"]
        if a["start"] == a["end"]
    ]
    if content["layout"] == "tree" and not content["arrows"]:
        found.append("a tree needs arrows, from each box to those below it.")
    return found


def _chain(count: int, edges: Sequence[Edge], wide: bool, tall: bool) -> Graph:
    """One after the other, in rows that run to and fro where they don't fit into one."""
    most = 4 if wide else 1 if tall and count <= 6 else 2
    across = math.ceil(count / math.ceil(count / most))
    rows = math.ceil(count / across)
    places = []
    for n in range(count):
        row, column = divmod(n, across)
        places.append(((across - 1 - column if row % 2 else column) + 0.5, row + 0.5))
    paths = tuple((places[a], places[b]) for a, b in edges)
    return Graph(tuple(places), tuple(edges), paths, across, rows, 0.74 if across > 1 else 0.9)


def _cycle(count: int, edges: Sequence[Edge], wide: bool) -> Graph:
    """Around an ellipse, clockwise from the top; arrows to the next box bend outwards along it."""
    columns, rows = (3.6, 3.0) if wide else (2.4, 4.2)
    if count > 6:
        columns, rows = (5.0, 4.2) if wide else (2.8, 6.0)
    middle, radius = (columns / 2, rows / 2), (columns / 2 - 0.5, rows / 2 - 0.5)

    def on(turn: float, reach: float = 1) -> Place:
        angle = math.tau * turn / count
        return middle[0] + radius[0] * reach * math.sin(angle), middle[1] - radius[1] * reach * math.cos(angle)

    places = tuple(on(n) for n in range(count))
    bend = 1 / max(math.cos(math.pi / count), 0.5)
    paths = tuple(
        (places[a], on(a + 0.5, bend), places[b]) if (b - a) % count == 1 and count > 2 else (places[a], places[b])
        for a, b in edges
    )
    return Graph(places, tuple(edges), paths, columns, rows, 0.86, curved=True)


def _levels(count: int, edges: Sequence[Edge]) -> list[int]:
    """The layer of each node: one more than the highest before it; edges that close a loop don't count."""
    forward = _without_loops(count, edges)
    levels = [0] * count
    for _ in range(count):
        for a, b in forward:
            levels[b] = max(levels[b], levels[a] + 1)
    return levels


def _without_loops(count: int, edges: Sequence[Edge]) -> list[Edge]:
    kept: list[Edge] = []
    done: set[int] = set()

    def visit(node: int, path: frozenset[int]) -> None:
        for edge in edges:
            if edge[0] == node and edge[1] not in path and edge not in kept:
                kept.append(edge)
                if edge[1] not in done:
                    visit(edge[1], path | {edge[1]})
        done.add(node)

    for root in range(count):
        if root not in done:
            visit(root, frozenset({root}))
    return kept


def _layers(count: int, edges: Sequence[Edge], wide: bool, levels: list[int]) -> Graph:
    """Layer after layer, each ordered by where its neighbours are; long edges keep a lane of their own."""
    routes = {edge: _route(edge, levels) for edge in edges}
    members: list[list[Any]] = [[] for _ in range(max(levels) + 1)]
    for node, level in enumerate(levels):
        members[level].append(node)
    for edge, lanes in routes.items():
        for level in lanes:
            members[level].append((edge, level))
    position = _ordered(members, edges, routes)
    breadth = max(len(layer) for layer in members)
    flow_across = breadth > 4 if not wide and len(members) <= 3 else wide and (breadth > 4 or len(members) >= breadth)
    steps, lanes_wide = (len(members), breadth)

    def at(item: Any, level: int) -> Place:
        along, beside = level + 0.5, position[item] * lanes_wide
        return (along, beside) if flow_across else (beside, along)

    places = tuple(at(node, levels[node]) for node in range(count))
    paths = tuple((places[a], *(at(((a, b), lv), lv) for lv in routes[a, b]), places[b]) for a, b in edges)
    columns, rows = (steps, lanes_wide) if flow_across else (lanes_wide, steps)
    return Graph(places, tuple(edges), paths, columns, rows, 0.74 if flow_across else 0.86)


def _route(edge: Edge, levels: Sequence[int]) -> tuple[int, ...]:
    """The layers that an edge passes between its ends."""
    a, b = levels[edge[0]], levels[edge[1]]
    return tuple(range(a + 1, b)) if b > a else tuple(range(a - 1, b, -1))


def _ordered(
    members: list[list[Any]], edges: Sequence[Edge], routes: Mapping[Edge, tuple[int, ...]]
) -> dict[Any, float]:
    """The place across of every node and lane, 0 to 1: barycentres, swept to and fro until they have settled."""
    near: dict[Any, list[Any]] = {item: [] for layer in members for item in layer}
    for edge in edges:
        chain = [edge[0], *((edge, level) for level in routes[edge]), edge[1]]
        for a, b in itertools.pairwise(chain):
            near[a].append(b)
            near[b].append(a)
    position = {item: (n + 0.5) / len(layer) for layer in members for n, item in enumerate(layer)}
    for sweep in range(8):
        for layer in members if sweep % 2 == 0 else members[::-1]:
            layer.sort(key=lambda item: sum(position[x] for x in near[item]) / max(1, len(near[item])))
            position |= {item: (n + 0.5) / len(layer) for n, item in enumerate(layer)}
    return position
