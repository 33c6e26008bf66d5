// A table, which every other visual can be read as too; a KPI; CSV.

import { h, number, text } from "./dom.js";

const headings = (visual) => [...visual.fields, ...visual.measures].map((each) => each.label);

export function drawTable(visual, rows) {
  const kinds = headings(visual).map((_, index) => (rows.some((row) => typeof row[index] === "number") ? "number" : null));
  const named = kinds[0] === "number" ? "td" : "th"; // the first column names its row, unless it is a number
  const cell = (value, index) => h(index ? "td" : named, {
    class: kinds[index], scope: index || named === "td" ? null : "row", title: typeof value === "number" ? null : text(value),
  }, number(value));
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": visual.title }, h("table", { class: "data" }, [
    h("thead", {}, h("tr", {}, headings(visual).map((label, index) => h("th", { scope: "col", class: kinds[index] }, label)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell)))),
  ]));
}

export function drawKpi(visual, rows) {
  return h("div", { class: "kpis" }, visual.measures.map((measure, index) => h("p", { class: "mark" }, [
    h("strong", {}, number(rows[0][index])),
    visual.measures.length > 1 ? h("span", {}, measure.label) : null,
  ])));
}

/** RFC 4180; a text that a spreadsheet would run as a formula is kept from it by a quote before it. */
export function csv(visual, rows) {
  const field = (value) => {
    if (typeof value === "number") return String(value);
    const safe = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : value ?? "";
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return [headings(visual), ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}
