"""Every kind of picture, looked at in a browser: what is written in it can be read, on a phone as well."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.figures import Figure, Plane, Series, Stroke
from grader.telling.report import pages
from tests.first_loop.graphs import Graph
from tests.first_loop.picture import picture
from tests.grader.browser import CHROMIUM, Browser
from tests.grader.sample_grades import LESSON, half_done
from tests.grader.telling.test_graph import nodes
from tests.gradient_check import nudges
from tests.two_parameters import lines
from tests.two_parameters import picture as two_parameters

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

PHONE, DESKTOP = 360, 1000
SMALLEST = 12  # pixels that a letter is high
WAY = [(-1.0 + k / 3, 3.0 - k / 3) for k in range(9)]
LEVELS = [
    Stroke(f"{k}", "level", tuple(two_parameters.contour(lines.LESSON, k))) for k in (0.5, 1, 2, 4, 7, 25)
]
FIGURES = (
    Figure(
        "falls and explodes",
        "step",
        "loss",
        (
            Series("expected", tuple(36 * 0.04**k for k in range(10))),
            Series("yours", tuple(36.0**k for k in range(10))),
        ),
        "logarithmic",
    ),
    Figure("explodes", "step", "loss", (Series("yours", tuple(-(9.0**k) for k in range(99))),)),
    Plane("a map", "w", "b", (*LEVELS, Stroke("yours", "path", tuple(WAY))), "equal", two_parameters.WINDOW),
    Plane(
        "error",
        "h",
        "relative error",
        (
            Stroke(
                "forward, yours", "path", tuple((10.0**-k, nudges.forward(10.0**-k)) for k in range(1, 15))
            ),
        ),
        "logarithmic",
    ),
    Plane("a valley", "w", "loss", (Stroke("the loss", "curve", tuple((k, k * k) for k in range(-99, 99))),)),
)
# A diamond whose arrows have long rates, beside each other.
GRAPH = Graph(
    {"a": 0.125, "b": -1000.25},
    ("c = a * b", "d = a * b", "e = c * d", "f = d * c", "g = e * f", "h = g + a"),
)

JS = """(() => [...document.querySelectorAll('svg[role=img]')].map(svg => {
  const scale = svg.getScreenCTM().a, box = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map(t => {
    const r = t.getBoundingClientRect();
    return {said: t.textContent, size: parseFloat(getComputedStyle(t).fontSize) * scale,
            left: r.left - box.left, right: box.right - r.right,
            top: r.top - box.top, bottom: box.bottom - r.bottom,
            box: [r.left, r.right, r.top + r.height * .2, r.bottom - r.height * .2]};
  });
  const ids = svg.getAttribute('aria-labelledby').split(' ');
  const named = ids.map(id => document.getElementById(id).textContent);
  return {texts, named};
}))()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    opened = Browser(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    grade = half_done()
    square, train = grade.exercises[1:3]
    shown = replace(square.checks[1], graph=picture(GRAPH, nodes(GRAPH, c=7.0)))
    square = replace(square, checks=(square.checks[0], shown, *square.checks[2:]))
    train = replace(train, figures=FIGURES)
    whole = replace(grade, exercises=(grade.exercises[0], square, train, grade.exercises[3]))
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(pages.html(whole, LESSON), encoding="utf-8")
    return path


@pytest.fixture(params=[PHONE, DESKTOP])
def seen(request: pytest.FixtureRequest, browser: Browser, page: Path) -> list[dict[str, Any]]:
    """What stands in each picture of the page, at the width of a phone and of a desk."""
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=request.param,
        height=900,
        deviceScaleFactor=1,
        mobile=request.param == PHONE,
    )
    browser.open(page.as_uri())
    browser.wait("document.readyState === 'complete'")
    assert browser.run("document.documentElement.scrollWidth") <= request.param
    found: list[dict[str, Any]] = browser.run(JS)
    return found


def test_every_picture_can_be_read(seen: list[dict[str, Any]]) -> None:
    """Its letters are large enough, none is cut off, and no two labels touch."""
    assert len(seen) == 1 + len(FIGURES)
    for one in seen:
        for text in one["texts"]:
            assert text["size"] >= SMALLEST, text
            assert min(text[side] for side in ("left", "right", "top", "bottom")) > -3, text
        for k, text in enumerate(one["texts"]):
            for other in one["texts"][k + 1 :]:
                assert not _touch(text["box"], other["box"]), (text, other)


def _touch(one: list[float], other: list[float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_every_picture_has_a_title_and_says_what_is_seen(seen: list[dict[str, Any]]) -> None:
    assert all(len(one["named"]) == 2 and all(map(str.strip, one["named"])) for one in seen)
    told = " ".join(one["named"][1] for one in seen)
    assert "falls in every step" in told and "rises in every step" in told
    assert "handed on times -1000.25 to a and times 0.125 to b" in told
