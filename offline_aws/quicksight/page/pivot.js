// Pivot tables: rows down the side, columns across, values where they meet, totals and subtotals of both.
//
// Each row of the query says by its last value which dimensions it is a total over: a bit for each, the first the highest.

import { compare, key } from "./data.js";
import { h } from "./dom.js";
import { number, text } from "./format.js";
import { scrolled } from "./tables.js";

const TOTAL = Symbol("total");

export function drawPivot(visual, rows) {
  const sides = Object.fromEntries(["row", "column"].map((role) => [role, side(visual, rows, role)]));
  const cells = new Map(rows.map((row) => [`${path(visual, row, "row")}|${path(visual, row, "column")}`, row]));
  const { row: down, column: across } = sides;
  const value = (name, over, index) => cells.get(`${name.key}|${over.key}`)?.[visual.fields.length + index];
  const body = down.entries.map((entry, position) =>
    h("tr", { class: entry.total ? "total" : null }, [
      ...headings(entry, down.entries[position - 1], down.fields),
      ...across.entries.flatMap((over) =>
        visual.measures.map((measure, index) => {
          const found = value(entry, over, index);
          return h(
            "td",
            { class: over.total ? "number total" : "number" },
            found === undefined ? "" : number(found, measure.format),
          );
        }),
      ),
    ]),
  );
  return scrolled(
    visual,
    h("table", { class: "data pivot" }, [h("thead", {}, head(visual, down, across)), h("tbody", {}, body)]),
  );
}

/** The values of one side's dimensions in a row, each TOTAL where the row is a total over it. */
function values(visual, row, role) {
  const level = row[visual.fields.length + visual.measures.length];
  return visual.fields.flatMap((field, index) => {
    if (field.role !== role) return [];
    return [(level >> (visual.fields.length - 1 - index)) & 1 ? TOTAL : row[index]];
  });
}

const part = (value) => (value === TOTAL ? "total" : key(value));
const path = (visual, row, role) => values(visual, row, role).map(part).join(",");

/** The entries of a side in their order: values in the order of the query's rows, a total behind or before what it is of. */
function side(visual, rows, role) {
  const fields = visual.fields.filter((field) => field.role === role);
  const names = new Map(rows.map((row) => [path(visual, row, role), values(visual, row, role)]));
  const order = fields.map((_, index) => places(visual, rows, role, index));
  const entries = [...names].map(([path, own]) => ({
    key: path,
    values: own,
    total: own.includes(TOTAL),
    fields,
    label: label(visual, role, own),
  }));
  const first = visual.options[`${role}Total`]?.first;
  return { fields, entries: entries.sort((a, b) => before(a, b, order, first)) };
}

/** The place of each value of a dimension: in the order of the values, or the other way where it is sorted so. */
function places(visual, rows, role, index) {
  const field = visual.fields.filter((each) => each.role === role)[index];
  const found = [...new Set(rows.map((row) => values(visual, row, role)[index]))].filter((value) => value !== TOTAL);
  const sorted = found.sort(compare);
  if (visual.sort.reversed.includes(field.id)) sorted.reverse();
  return new Map(sorted.map((value, place) => [value, place]));
}

function before(a, b, order, first) {
  for (const [index, places] of order.entries()) {
    const [one, other] = [a.values[index], b.values[index]];
    if (one === other) continue;
    if (one === TOTAL || other === TOTAL) return (one === TOTAL ? 1 : -1) * (first && index === 0 ? -1 : 1);
    return places.get(one) - places.get(other);
  }
  return 0;
}

function label(visual, role, own) {
  const options = own.every((value) => value === TOTAL)
    ? visual.options[`${role}Total`]
    : visual.options[`${role}Subtotal`];
  return options?.label ?? "Total";
}

/** The headings of a line: what is the same as in the line above is not said again. */
function headings(entry, above, fields) {
  return entry.values.map((value, index) => {
    if (value === TOTAL) return h("th", { scope: "row" }, entry.values.indexOf(TOTAL) === index ? entry.label : "");
    const same = above && entry.values.slice(0, index + 1).every((each, position) => each === above.values[position]);
    return h("th", { scope: "row" }, same ? "" : text(value, fields[index].format));
  });
}

/** A line for each of the columns' dimensions, and one that names the rows' dimensions and the values. */
function head(visual, down, across) {
  const wide = visual.measures.length;
  const lines = across.fields.map((field, index) =>
    h("tr", {}, [
      ...(down.fields.length
        ? [h("th", { colspan: down.fields.length, scope: "row", class: "name" }, field.label)]
        : []),
      ...across.entries.map((entry) =>
        h("th", { colspan: wide, scope: "colgroup", class: "number" }, columnName(entry, index, field)),
      ),
    ]),
  );
  const names = across.entries.flatMap(() =>
    visual.measures.map((measure) => h("th", { scope: "col", class: "number" }, measure.label)),
  );
  return [...lines, h("tr", {}, [...down.fields.map((field) => h("th", { scope: "col" }, field.label)), ...names])];
}

function columnName(entry, index, field) {
  const value = entry.values[index];
  if (value === TOTAL) return entry.values.indexOf(TOTAL) === index ? entry.label : "";
  return text(value, field.format);
}
