"""Valleys, and what there is to read from them: every expected word comes from numbers here.

The picture in lesson.md, of a loss over the plane of w and b, is drawn of POINTS, and P and Q lie in it.
"""

from itertools import pairwise
from math import atan2, cos, degrees, hypot, pi, sin

from tests.two_parameters import lines

POINTS = ((-3.0, -1.5), (-1.0, -0.5), (1.0, 1.5), (3.0, 4.5))  # L = 5·(w − 1)² + (b − 1)² + ¼
P = (0.5, 3.5)
Q = (2.5, 1.0)  # nearer to the best place than P, and higher

DIRECTIONS = ("right", "up right", "up", "up left", "left", "down left", "down", "down right")
LEAVES = ("at a right angle", "along it", "it depends on the learning rate")
STEEPNESS = ("along w", "along b", "equally")
BEHAVIOURS = ("smooth", "zigzag", "explodes")

START = (-1.0, 3.0)
STEPS = 10


def lower():
    """Which of P and Q has the lower loss."""
    return "P" if lines.loss(*P, POINTS) < lines.loss(*Q, POINTS) else "Q"


def first_step(place=P, points=POINTS):
    """The direction of a step of gradient descent, in one of eight words; none where it lies between two."""
    dw, db = lines.slopes(*place, points)
    angle = degrees(atan2(-db, -dw)) % 360
    eighth = round(angle / 45)
    assert abs(angle - 45 * eighth) < 10, "this place says too little about the direction of a step"
    return DIRECTIONS[eighth % 8]


def leaves_its_line(place=P, points=POINTS):
    """How a step leaves its contour line: its angle to where the loss, measured all around, stays equal."""
    dw, db = lines.slopes(*place, points)
    here, reach = lines.loss(*place, points), 1e-4
    around = [k * pi / 1800 for k in range(3600)]
    changes = [
        abs(lines.loss(place[0] + reach * cos(a), place[1] + reach * sin(a), points) - here) for a in around
    ]
    along = around[changes.index(min(changes))]
    across = abs(cos(along) * dw + sin(along) * db) / hypot(dw, db)
    return LEAVES[0] if across < 0.01 else LEAVES[1] if across > 0.99 else LEAVES[2]


def steepest(points=POINTS):
    """Along which axis the loss grows faster, from the best place."""
    w, b = lines.best(points)
    along_w, along_b = lines.loss(w + 1, b, points), lines.loss(w, b + 1, points)
    return STEEPNESS[2] if along_w == along_b else STEEPNESS[0] if along_w > along_b else STEEPNESS[1]


def behaviour(lr, points=lines.LESSON, start=START, steps=STEPS):
    """How w and b travel, in one of three words."""
    places = lines.walk(*start, points, lr, steps)
    losses = [lines.loss(*place, points) for place in places[:-1]]  # as many as `train` records
    if losses[-1] > losses[0]:
        return "explodes"
    assert all(after < before for before, after in pairwise(losses)), "neither smooth nor a zigzag"
    return "zigzag" if max(_crossings(places, points)) > 2 else "smooth"


def _crossings(places, points):
    """How often w, and how often b, jumps over its best value."""
    goal = lines.best(points)
    for k in (0, 1):
        sides = [place[k] > goal[k] for place in places]
        yield sum(before != after for before, after in pairwise(sides))
