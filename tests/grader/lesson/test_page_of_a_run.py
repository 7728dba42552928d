"""`python training.py --page` of lesson 1: a page of the student's own run, for a browser."""

import ast
import base64
import hashlib
import json
import os
import re
import sys
from importlib.resources import files
from math import inf, nan

import pytest

from tests.grader.browser import CHROMIUM, Browser
from tests.grader.conftest import ROOT

FOLDER = ROOT / "solutions" / "first_loop"
NAMES = ("showing", "valley", "page", "plainly")


@pytest.fixture
def written(tmp_path, monkeypatch, capsys):
    """What `write` does with rows: the page's text, or None, and what was said."""
    monkeypatch.syspath_prepend(str(FOLDER))
    modules = {}
    for name in NAMES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    from importlib import import_module

    for name in NAMES:
        modules[name] = import_module(name)

    def write(rows, path=tmp_path / "valley.html", lr=0.1):
        valley, _ = modules["valley"].valley_of(rows, 2.0, 4.0)
        modules["page"].write(rows, valley, lr, path)
        said = capsys.readouterr().out
        return (path.read_text(encoding="utf-8") if path.is_file() else None), said

    yield write
    for name in NAMES:
        sys.modules.pop(name, None)


def run(lr=0.1, steps=10, w=-1.0):
    rows = []
    for step in range(steps):
        rows.append((float(step), w, (2 * w - 4) ** 2))
        w -= lr * 4 * (2 * w - 4)
    return rows


def test_the_page_holds_the_students_own_steps(written):
    page, said = written([(0.0, -1.0, 36.0), (1.0, 0.5, 7.25)])
    assert "<th scope='row'>1</th><td>0.5</td><td>7.25</td>" in page
    assert "the last of 2 recorded steps: 0.5." in page
    assert said.startswith("\nThe same as a page, with a slider: open ")


@pytest.mark.parametrize(
    "rows", [run(0.3), run(0.25, 400), run(steps=1), [(0.0, -1.0, 36.0), (1.0, nan, inf)]]
)
def test_whatever_was_recorded_there_is_a_page(written, rows):
    page, _ = written(rows)
    facts = json.loads(re.search(r'id="facts">(.*?)</script>', page)[1])
    assert all(abs(value) < 1e6 for value in facts.values())
    assert page.count("<tr><th scope='row'>") == min(len(rows), 200)
    assert ("Only the first 200 rows of 400" in page) == (len(rows) == 400)
    drawn = page.partition("<table>")[0]
    assert "nan" not in drawn.lower() and "infinity" not in page.lower()


def test_a_page_loads_nothing_and_runs_only_its_own_script(written):
    page, _ = written(run())
    assert not re.search(r"https?:(?!//www\.w3\.org/2000/svg)|\ssrc=|\shref=|url\(|@import|\son\w+=", page)
    policy = re.search(r'content="(default-src .*?)"', page)[1]
    for kind in ("style", "script"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_an_older_page_is_replaced_and_nothing_else_is(written, tmp_path):
    path = tmp_path / "valley.html"
    first, _ = written(run())
    second, _ = written(run(0.2), lr=0.2)
    assert first != second
    path.write_text("<p>my notes</p>", encoding="utf-8")
    kept, said = written(run())
    assert kept == "<p>my notes</p>" and "is there already, and is none of these pages" in said
    assert [file.name for file in tmp_path.iterdir()] == ["valley.html"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed(written, tmp_path):
    target = tmp_path / "other.html"
    target.write_text(written(run())[0], encoding="utf-8")
    (tmp_path / "valley.html").unlink()
    (tmp_path / "valley.html").symlink_to(target)
    before = target.read_bytes()
    assert "none of these pages" in written(run(0.2))[1] and target.read_bytes() == before


def test_where_nothing_can_be_written_a_line_says_so(written, tmp_path):
    page, said = written(run(), tmp_path / "missing" / "valley.html")
    assert page is None and said.startswith("\nNo page: ") and "could not be written" in said


def test_a_page_is_whole_or_not_there(written, tmp_path, monkeypatch):
    """What was there before stays, and nothing is left lying about."""
    before, _ = written(run())
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "disk full")))
    after, said = written(run(0.2))
    assert after == before and "disk full" in said
    assert [file.name for file in tmp_path.iterdir()] == ["valley.html"]


def test_the_command_writes_it_beside_the_script(tmp_path):
    import shutil
    import subprocess

    for name in ("training", "engine", *NAMES):
        shutil.copy(FOLDER / f"{name}.py", tmp_path)
    command = [sys.executable, "-B", "training.py", "--page"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("open valley.html in a browser.\n")
    assert (tmp_path / "valley.html").is_file()


def test_the_page_is_no_solution(written):
    """Nobody finds a line in it that is to be written in Python, nor the parts that one is made of."""
    page, _ = written(run())
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    assert not re.search(r"grad|backward|data\b|-=|\* ?lr|square|Value", script)
    for name in ("engine.py", "training.py"):
        tree = ast.parse((FOLDER / name).read_text(encoding="utf-8"))
        lines = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.stmt)}
        ours = "".join((FOLDER / f"{ours}.py").read_text(encoding="utf-8") for ours in NAMES)
        held = {line for line in lines if "\n" not in line and len(line) > 12 and line in ours}
        assert held <= {"from valley import show", "rows.append((step, w, loss))"}, held


# --- in a browser ----------------------------------------------------------------------------------

in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    opened = Browser(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture
def look(browser, written, tmp_path):
    written(run())

    def look(script=True, width=1000, **media):
        browser.call("Emulation.setScriptExecutionDisabled", value=not script)
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        browser.call("Emulation.setEmulatedMedia", features=features)
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.call("Emulation.setDeviceMetricsOverride", **screen)
        browser.open((tmp_path / "valley.html").as_uri())
        browser.wait("location.protocol === 'file:' && document.readyState === 'complete'")
        return browser

    yield look
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    browser.open("about:blank")


def press(browser, key, code):
    for kind in ("rawKeyDown", "char", "keyUp"):
        browser.call(
            "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=" "
        )


@in_a_browser
def test_a_step_by_keyboard_is_the_lessons_step_and_is_said(look):
    page = look()
    page.run("const rate = document.getElementById('rate'); rate.focus(); rate.value = 0.05;"
             "rate.dispatchEvent(new Event('input')); document.getElementById('step').focus()")  # fmt: skip
    for step in (1, 2):
        press(page, " ", 32)
        page.wait(f"document.getElementById('where').textContent.includes('after {step} of')")
    said = page.run("document.getElementById('where').textContent")
    w = run(0.05)[2][1]
    assert f"w = {w:.6g}, loss = {(2 * w - 4) ** 2:.6g}" in said
    assert page.run("document.getElementById('where').getAttribute('role')") == "status"
    assert page.run("document.querySelectorAll('#walk path').length") == 3
    assert page.run("[...document.querySelectorAll('td')].map(cell => cell.textContent)")[2] == "1.4"


@in_a_browser
def test_a_step_that_leaves_the_picture_is_said(look):
    page = look()
    page.run("document.getElementById('rate').value = 0.35; for (let k = 0; k < 70; k++) "
             "document.getElementById('step').click()")  # fmt: skip
    said = page.run("document.getElementById('where').textContent")
    assert "too far away for the picture" in said and "after 60 of" in said and "NaN" not in said


@in_a_browser
def test_without_scripts_it_is_a_picture_and_a_table(look):
    page = look(script=False)
    assert page.run("getComputedStyle(document.querySelector('fieldset')).display") == "none"
    assert page.run("document.querySelectorAll('svg circle').length") == 20
    assert page.run("document.querySelectorAll('tbody tr').length") == 10


@in_a_browser
@pytest.mark.parametrize(("wish", "moves"), [("reduce", "none"), ("no-preference", "come")])
def test_nothing_moves_for_whoever_asked_for_that(look, wish, moves):
    page = look(prefers_reduced_motion=wish)
    page.run("document.getElementById('step').click()")
    assert page.run("getComputedStyle(document.querySelector('.new')).animationName") == moves


@in_a_browser
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_shows_it(look, colours):
    page = look(width=360, prefers_color_scheme=colours)
    page.run("document.getElementById('step').click()")
    assert page.run("document.documentElement.scrollWidth") <= 360
    sizes = page.run("[...document.querySelectorAll('svg text')].map(text => "
                     "parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)")  # fmt: skip
    assert min(sizes) >= 12
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.run(f"{axe}; null")
    assert (
        page.run("axe.run().then(done => done.violations.map(v => [v.id, v.nodes.map(n => n.html)]))") == []
    )
