"""Given: your run of `train` as a page for a browser. There is nothing to write here, and nothing to learn.

The page needs nothing but itself: no network, and a script only for its slider. It holds what `train`
recorded, right or wrong. The slider's steps need no Values and nothing that goes backward: the
lesson's last part says how far from the floor the next one is.
"""

import base64
import hashlib
import json
import os
from math import ceil, floor, isfinite, log10
from pathlib import Path

FILE = Path(__file__).with_name("valley.html")
MARK = "<!-- written by training.py --page -->"
LEFT, RIGHT, TOP, BOTTOM = 58, 408, 34, 204  # the edges of a plot inside its picture
MOST = 200  # rows of the table and of the pictures


def write(rows, valley, lr, path=FILE):
    """Write the page, whole or not at all, and say where it is. A file that is none of ours is left alone."""
    name = os.path.relpath(path) if path.is_relative_to(Path.cwd()) else path
    if os.path.lexists(path) and not is_ours(path):
        print(f"\nNo page: {name} is there already, and is none of these pages. Give it another name first.")
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(page(rows[:MOST], valley, lr, len(rows)), encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        print(f"\nNo page: {name} could not be written: {error.strerror}.")
    else:
        print(f"\nThe same as a page, with a slider: open {name} in a browser.")
    finally:
        draft.unlink(missing_ok=True)


def is_ours(path):
    try:
        with path.open(encoding="utf-8", errors="replace") as opened:
            return path.is_file() and not path.is_symlink() and MARK in opened.read(200)
    except OSError:
        return False


def page(rows, valley, lr, count):
    facts = {
        "x": valley.x,
        "best": valley.best,
        "start": rows[0][1],
        "lr": lr,
        "left": valley.left,
        "right": valley.right,
        "top": valley.top,
    }
    losses = Losses([loss for _, _, loss in rows])
    facts |= {"log": losses.log, "low": losses.low, "high": losses.high, "last": losses.last}
    cut = f"<p>Only the first {MOST} rows of {count} are shown.</p>" if count > MOST else ""
    values = {
        "MARK": MARK,
        "POLICY": f"default-src 'none'; style-src '{digest(STYLE)}'; script-src '{digest(SCRIPT)}'",
        "STYLE": STYLE,
        "SCRIPT": SCRIPT,
        "FACTS": json.dumps(facts),
        "RATE": f"{lr:g}",
        "MOST": f"{max(1.4 / valley.x**2, lr):.3g}",
        "STEP": f"{max(1.4 / valley.x**2, lr) / 70:.2g}",
        "X": f"{valley.x:g}",
        "Y": f"{valley.y:g}",
        "VALLEY": valley_picture(rows, valley),
        "LOSSES": losses.picture(),
        "ROWS": "".join(map(table_row, rows)),
        "CUT": cut,
    }
    parts = TEMPLATE.split("@@")
    return "".join(part if k % 2 == 0 else values[part] for k, part in enumerate(parts))


def digest(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def told(value):
    if isfinite(value):
        return f"{value:.6g}"
    return "no number" if value != value else "too large"


def table_row(row):
    cells = [f"<td>{told(value)}</td>" for value in row[1:]]
    return f"<tr><th scope='row'>{row[0]:.0f}</th>{''.join(cells)}</tr>"


# --- pictures ------------------------------------------------------------------------------


def along(value, low, high, start, end):
    """Where a value stands between two ends of the picture."""
    return round(start + (value - low) / ((high - low) or 1.0) * (end - start), 1)


def text(x, y, said, anchor="middle"):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{said}</text>'


def dots(spots):
    return "".join(f'<circle cx="{x}" cy="{y}" r="5"/>' for x, y in spots)


def line(spots):
    return "M" + "L".join(f"{x} {y}" for x, y in spots) if spots else ""


def valley_picture(rows, valley):
    def place(w, loss):
        height = along(loss, 0, valley.top, BOTTOM, TOP)
        return along(w, valley.left, valley.right, LEFT, RIGHT), height

    curve = [valley.left + (valley.right - valley.left) * k / 80 for k in range(81)]
    inside = [(w, loss) for _, w, loss in rows if valley.place(w, loss, 100)]
    floor = along(valley.best, valley.left, valley.right, LEFT, RIGHT)
    lost = len(rows) - len(inside)
    said = f"The loss over w is a valley with its floor at w = {valley.best:.4g}. "
    said += f"Your w starts at {rows[0][1]:.4g}; the last of {len(rows)} recorded steps: {told(rows[-1][1])}."
    said += f" {lost} of them are outside of the picture or no number." if lost else ""
    drawn = [
        f'<path class="curve" d="{line([place(w, valley.loss(w)) for w in curve])}"/>',
        f'<g class="yours">{dots(place(w, loss) for w, loss in inside)}</g><g id="walk"></g>',
        text(LEFT, 224, f"{valley.left:.3g}"),
        text(floor, 224, f"{valley.best:.3g}"),
        text(RIGHT, 224, f"{valley.right:.3g}", "end"),
        text(RIGHT, 244, "w", "end"),
        text(50, BOTTOM + 5, "0", "end"),
        text(50, TOP + 5, f"{valley.top:.3g}", "end"),
        text(4, 13, "loss", "start"),
    ]
    return picture("valley", "w on its valley", said, drawn)


class Losses:
    """The loss of each row over its step, on a scale of powers of ten where the numbers span some."""

    def __init__(self, values):
        self.values, self.last = values, max(len(values) - 1, 1)
        known = [v for v in values if isfinite(v) and v > 0]
        self.log = bool(known) and max(known) > 100 * min(known)
        if self.log:
            self.high = ceil(log10(max(known)))
            self.low = max(floor(log10(min(known))), self.high - 18)
        else:
            self.low, self.high = 0.0, max(known, default=1.0)

    def place(self, step, loss):
        size = log10(max(loss, 10.0**self.low)) if self.log else loss
        height = along(max(size, self.low), self.low, self.high, BOTTOM, TOP)
        return along(step, 0, self.last, LEFT, RIGHT), height

    def picture(self):
        spots = [self.place(step, loss) for step, loss in enumerate(self.values) if isfinite(loss)]
        low, high = map(power if self.log else "{:.3g}".format, (self.low, self.high))
        first, final = told(self.values[0]), told(self.values[-1])
        said = f"Your loss over the steps: {first} at first, {final} in the last row."
        drawn = [
            f'<path class="way" d="{line(spots)}"/><g class="yours">{dots(spots)}</g>',
            '<path id="losses" class="formula" d=""/>',
            text(LEFT, 224, "0"),
            text(RIGHT, 224, f"{self.last}"),
            text(RIGHT, 244, "step", "end"),
            text(50, BOTTOM + 5, low, "end"),
            text(50, TOP + 5, high, "end"),
            text(4, 13, "loss, logarithmic scale" if self.log else "loss", "start"),
        ]
        return picture("losses-picture", "The loss, step by step", said, drawn)


def power(exponent):
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def picture(name, title, said, drawn):
    return (
        f'<svg viewBox="0 0 420 250" role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{said}</desc>'
        f'<path class="frame" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>{"".join(drawn)}</svg>'
    )


# --- the page ------------------------------------------------------------------------------

STYLE = """
:root { color-scheme: light dark; --paper: #fdfcfa; --ink: #1f2328; --soft: #59616b; --rule: #b9b5aa;
  --yours: #0b5f7a; --formula: #a3341f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181b; --ink: #e7e4de; --soft: #a2a9b1; --rule: #4a5159;
    --yours: #7cc4dd; --formula: #f0937e; }
}
* { box-sizing: border-box; }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 0 0 .3rem; }
p { margin: 0 0 .8rem; }
.pictures { display: grid; gap: 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 13px; }
@media (max-width: 46rem) { svg text { font-size: 16px; } }
.frame { fill: none; stroke: var(--rule); }
.curve, .way { fill: none; stroke: var(--soft); stroke-width: 1.6; }
.way { stroke: var(--yours); }
.yours { fill: var(--paper); stroke: var(--yours); stroke-width: 2; }
.formula { fill: none; stroke: var(--formula); stroke-width: 2; stroke-dasharray: 6 4; }
.mark { fill: var(--formula); }
.old { fill-opacity: .35; }
.slope { stroke: var(--formula); stroke-width: 2; }
ul { list-style: none; padding: 0; margin: 0 0 1rem; }
.sign { display: inline-block; width: 1.6rem; font-weight: 700; }
.sign.mine { color: var(--yours); }
.sign.rule { color: var(--formula); }
fieldset { border: 1px solid var(--rule); border-radius: .5rem; padding: .8rem 1rem; margin: 1.5rem 0; }
[hidden] { display: none; }
label { display: block; }
input[type=range] { width: 100%; max-width: 30rem; height: 2rem; accent-color: var(--formula); }
button { font: inherit; padding: .45rem 1rem; margin: 0 .5rem .5rem 0; border: 1px solid var(--soft);
  border-radius: .4rem; background: var(--paper); color: var(--ink); cursor: pointer; }
:focus-visible { outline: 3px solid var(--formula); outline-offset: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .15rem 0 .15rem 1.5rem; font-weight: 400; }
thead th { color: var(--soft); }
caption { text-align: left; font-weight: 600; }
@media (prefers-reduced-motion: no-preference) {
  @keyframes come { from { opacity: 0; } }
  .new { animation: come .4s; }
}
@media print { fieldset { display: none; } }
"""

SCRIPT = """
const facts = JSON.parse(document.getElementById("facts").textContent);
const find = name => document.getElementById(name);
const across = (value, low, high) => 58 + (value - low) / (high - low) * 350;
const upward = (value, low, high) => 204 - (value - low) / (high - low || 1) * 170;
const told = value => Number(value.toPrecision(6)).toString().replace("-", "\\u2212");
const sizes = distance => ({ loss: (facts.x * distance) ** 2, slope: 2 * facts.x ** 2 * distance });
let gaps = [];

function shape(kind, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", kind);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function place(distance) {
  const w = facts.best + distance;
  return [across(w, facts.left, facts.right), upward(sizes(distance).loss, 0, facts.top)];
}

function visible([x, y]) { return x >= 56 && x <= 410 && y >= 28; }

function tangent(distance) {
  const half = (facts.right - facts.left) / 12, { loss, slope } = sizes(distance);
  const end = side => [across(facts.best + distance + side * half, facts.left, facts.right),
                       upward(loss + side * half * slope, 0, facts.top)];
  const [[x1, y1], [x2, y2]] = [end(-1), end(1)];
  return shape("line", { class: "slope", x1, y1, x2, y2 });
}

function draw(isNew) {
  const walk = find("walk"), here = gaps[gaps.length - 1];
  walk.replaceChildren(...gaps.filter(gap => visible(place(gap))).map(gap => {
    const [x, y] = place(gap), kind = gap === here ? (isNew ? "mark new" : "mark") : "mark old";
    return shape("path", { class: kind, d: `M${x} ${y - 7}l6 7-6 7-6-7z` });
  }));
  if (visible(place(here))) walk.append(tangent(here));
  const { loss, slope } = sizes(here);
  const far = visible(place(here)) ? "" : " It is too far away for the picture.";
  find("where").textContent = `◆ after ${gaps.length - 1} of its steps: w = ${told(facts.best + here)}, ` +
    `loss = ${told(loss)}, slope = ${told(slope)}.${far}`;
  const spots = gaps.slice(0, facts.last + 1).map((gap, step) => {
    const size = facts.log ? Math.log10(Math.max(sizes(gap).loss, 10 ** facts.low)) : sizes(gap).loss;
    return `${across(step, 0, facts.last)} ${Math.max(28, upward(size, facts.low, facts.high))}`;
  });
  find("losses").setAttribute("d", "M" + spots.join("L"));
}

function begin() { gaps = [facts.start - facts.best]; draw(false); }

function step() {
  if (gaps.length > 60) return;
  const share = 1 - 2 * Number(find("rate").value) * facts.x ** 2;
  gaps.push(gaps[gaps.length - 1] * share);
  draw(true);
}

find("rate").addEventListener("input", () => { find("rate-now").textContent = find("rate").value; });
find("step").addEventListener("click", step);
find("again").addEventListener("click", begin);
for (const part of document.querySelectorAll(".played")) part.hidden = false;
begin();
"""

TEMPLATE = """<!doctype html>
@@MARK@@
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="@@POLICY@@">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>w on its valley</title>
<style>@@STYLE@@</style>
</head>
<body>
<main>
<h1>w on its valley</h1>
<p>The model is ŷ = w · x, with x = @@X@@ and y = @@Y@@. You trained w with η = @@RATE@@.</p>
<ul>
<li><span class="sign mine" aria-hidden="true">○</span>what your <code>train</code> recorded</li>
<li class="played" hidden><span class="sign rule" aria-hidden="true">◆</span>what the lesson’s rule says,
with the η of the slider</li>
</ul>
<div class="pictures">
<section aria-label="The valley"><h2>w on its valley</h2>@@VALLEY@@</section>
<section aria-label="The loss"><h2>The loss, step by step</h2>@@LOSSES@@</section>
</div>
<fieldset class="played" hidden>
<legend>Try another η</legend>
<label for="rate">η = <output id="rate-now" for="rate">@@RATE@@</output></label>
<input id="rate" type="range" min="0" max="@@MOST@@" step="@@STEP@@" value="@@RATE@@">
<p>Say where ◆ will land, before you press.</p>
<p><button type="button" id="step">One step</button>
<button type="button" id="again">Back to the start</button></p>
<p id="where" role="status"></p>
</fieldset>
<noscript><p>Without scripts there is no slider. Your own run is all here.</p></noscript>
<table>
<caption>What your <code>train</code> recorded</caption>
<thead><tr><th scope="col">step</th><th scope="col">w</th><th scope="col">loss</th></tr></thead>
<tbody>@@ROWS@@</tbody>
</table>
@@CUT@@
</main>
<script type="application/json" id="facts">@@FACTS@@</script>
<script>@@SCRIPT@@</script>
</body>
</html>
"""
