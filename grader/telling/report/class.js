// Sorting, searching and filtering for the table of students. Without this script all rows are on the page,
// in parts that open; with it they are one list, of which so many are shown at a time.
"use strict";
(() => {
  const tables = [...document.querySelectorAll("table.students")];
  if (!tables.length) return;
  const [first, ...others] = tables;
  const body = first.tBodies[0];
  const step = body.rows.length;
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  for (const table of others) table.closest("details").remove();

  const heads = [...first.tHead.rows[0].cells];
  const text = (row, column) => row.cells[column].lastChild.textContent;
  const search = new Map(rows.map((row) => {
    const link = row.querySelector("a");
    return [row, `${link.textContent} ${link.getAttribute("href").split("/")[0]}`.toLowerCase()];
  }));
  const filters = []; // functions that say whether a row is shown
  let found = rows;
  let limit = step;

  const make = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const said = make("p", { className: "quiet", role: "status" });
  const more = make("button", { type: "button", className: "more" });
  const show = () => {
    body.replaceChildren(...found.slice(0, limit));
    said.textContent = found.length === rows.length
      ? `${rows.length} students` : `${found.length} of ${rows.length} students`;
    more.textContent = `Show ${Math.min(step, found.length - limit)} more`;
    more.hidden = found.length <= limit;
  };
  const refresh = () => {
    limit = step;
    found = rows.filter((row) => filters.every((fits) => fits(row)));
    show();
  };
  more.addEventListener("click", () => { limit += step; show(); });
  addEventListener("beforeprint", () => { limit = found.length; show(); });

  // --- what is shown ---
  const controls = make("div", { className: "controls" });
  const control = (label, field) => {
    controls.append(make("label", {}, `${label} `, field));
    field.addEventListener("input", refresh);
    return field;
  };
  const name = control("Search", make("input", { type: "search" }));
  filters.push((row) => search.get(row).includes(name.value.trim().toLowerCase()));

  const choose = (label, choices, fits) => {
    const all = make("option", { value: "" }, "all");
    const field = control(label, make("select", {}, all, ...choices.map(([value, shown]) =>
      make("option", { value }, shown))));
    filters.push((row) => !field.value || fits(row, field.value));
  };
  const exercises = heads.flatMap((head, column) => "exercise" in head.dataset ? [[column, head]] : []);
  if (exercises.length) {
    choose("Not done yet", exercises.map(([column, head]) => [column, head.dataset.exercise]),
      (row, column) => !row.cells[column].classList.contains("passed"));
  }
  heads.forEach((head, column) => {
    if (head.dataset.sort !== "text" || column === 0) return;
    const values = [...new Set(rows.map((row) => text(row, column)))].sort((a, b) => a.localeCompare(b));
    choose(head.textContent.trim(), values.map((value) => [value, value]),
      (row, value) => text(row, column) === value);
  });

  // --- in which order ---
  const number = (row, column) => {
    const value = parseFloat(text(row, column));
    return Number.isNaN(value) ? -Infinity : value;
  };
  const sortBy = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sign = down ? -1 : 1;
    const keys = new Map(rows.map((row) =>
      [row, head.dataset.sort === "number" ? number(row, column) : text(row, column)]));
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    rows.sort((a, b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      return sign * (head.dataset.sort === "number" ? (x > y) - (x < y) : compare(x, y));
    });
    refresh();
  };
  heads.forEach((head, column) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => sortBy(head, column));
    head.append(button);
  });

  const frame = first.parentElement;
  frame.before(controls, said);
  frame.after(more);
  show();
})();
