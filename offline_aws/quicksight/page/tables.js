// Tables: the visual, and the table that every chart can be read as. And CSV.

import { OTHER, cell, choices } from "./data.js";
import { h } from "./dom.js";
import { number, text } from "./format.js";

/** What the columns of a visual's rows are: those of its fields and measures, but of a distribution those of its query. */
export function columns(visual, data) {
  if (visual.kind === "histogram")
    return ["From", "To", "Count"].map((label, index) => ({
      label,
      format: index < 2 ? visual.measures[0].format : null,
    }));
  if (visual.kind === "box") {
    const parts = ["Minimum", "First quartile", "Median", "Third quartile", "Maximum"];
    return [visual.fields[0], ...parts.map((label) => ({ label, format: visual.measures[0].format }))];
  }
  return [...visual.fields, ...visual.measures];
}

/** A row's value as it is shown: a dimension's as text, a measure's as a number. */
function written(visual, row, index, column) {
  if (index >= visual.fields.length || visual.kind === "histogram") return number(row[index], column.format);
  const value = cell(visual, row, index);
  return value === OTHER ? "Other" : text(value, column.format);
}

/** Columns in the definition's order, without those that it hides. */
function arranged(visual, all) {
  const { order = [], hidden = [] } = visual.options;
  const indexes = all.map((_, index) => index).filter((index) => !hidden.includes(all[index].id));
  const rank = (index) => (order.includes(all[index].id) ? order.indexOf(all[index].id) : order.length + index);
  return order.length ? indexes.sort((a, b) => rank(a) - rank(b)) : indexes;
}

export function drawTable(visual, rows, { choose } = {}) {
  const all = columns(visual);
  const shown = arranged(visual, all);
  const total = visual.kind === "table" ? visual.options.total : null;
  const level = (row) => (total ? row[all.length] : 0);
  const groups = rows.filter((row) => level(row) === 0);
  const numeric = all.map((_, index) => groups.some((row) => typeof row[index] === "number"));
  const heading = shown.find((index) => !numeric[index]); // names its row
  const cells = (row, label) =>
    shown.map((index, position) =>
      h(
        index === heading ? "th" : "td",
        { class: numeric[index] ? "number" : null, scope: index === heading ? "row" : null },
        label !== undefined && index < visual.fields.length
          ? position
            ? ""
            : label
          : written(visual, row, index, all[index]),
      ),
    );
  const line = (row) => {
    const activate = (event) => choose?.(choices(visual, row), event.currentTarget.dataset.key);
    const chosen = choose && visual.options.grouped !== false && visual.kind === "table" && visual.fields.length > 0;
    const pressed = (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), activate(event));
    return chosen
      ? h(
          "tr",
          {
            class: "mark",
            tabindex: 0,
            "data-key": JSON.stringify(row.slice(0, visual.fields.length)),
            click: activate,
            keydown: pressed,
          },
          cells(row),
        )
      : h("tr", {}, cells(row));
  };
  const sums = rows
    .filter((row) => level(row) !== 0)
    .map((row) => h("tr", { class: "total" }, cells(row, total.label)));
  return scrolled(
    visual,
    h("table", { class: "data" }, [
      h("thead", {}, [
        h(
          "tr",
          {},
          shown.map((index) => h("th", { scope: "col", class: numeric[index] ? "number" : null }, all[index].label)),
        ),
        ...(total?.first ? sums : []),
      ]),
      h("tbody", {}, groups.map(line)),
      ...(total && !total.first ? [h("tfoot", {}, sums)] : []),
    ]),
  );
}

export const scrolled = (visual, table) =>
  h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": visual.title }, table);

/** RFC 4180; a text that a spreadsheet would run as a formula is kept from it by a quote before it. */
export function csv(visual, rows) {
  const all = columns(visual);
  const field = (value) => {
    if (typeof value === "number") return String(value);
    const safe = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "");
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const values = (row) =>
    all.map((_, index) => (index < visual.fields.length && cell(visual, row, index) === OTHER ? "Other" : row[index]));
  return (
    [all.map((column) => column.label), ...rows.map(values)].map((row) => row.map(field).join(",")).join("\r\n") +
    "\r\n"
  );
}
