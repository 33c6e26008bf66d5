// How values are spread: heat maps, box plots, histograms, scatter plots.

import { axis, chart, legend, numeric, slant } from "./chart.js";
import { themed } from "./colors.js";
import { OTHER, cell, choices, columnKey, key, ordered, place, shown, told } from "./data.js";
import { number, short, text } from "./format.js";

const fitted = ({ width, height }) => ({ width, height, autosize: { type: "fit", contains: "padding" } });
const numbers = (options, title, format, more = {}) => axis(options, title, { labelExpr: `shortNumber(datum.value, formats.${format})`, domain: false, ticks: false, ...more });

const ON_DARK = "datum.value !== null && luminance(scale('color', datum.value)) < 0.179";

/** A datum that can be chosen. */
const chosen = (lines, row, visual) => ({ lines, told: lines.join(", "), key: lines.slice(0, 1).join(), choices: choices(visual, row) });

export function drawHeat(visual, rows, room) {
  const [row, column] = [place(visual, "row"), place(visual, "column")];
  const [measure] = visual.measures;
  const at = visual.fields.length;
  const nothing = visual.options.scale?.null ?? (themed("empty") || themed("line"));
  const values = rows.map((each) => {
    const names = [row, column].map((index) => shown(cell(visual, each, index), visual.fields[index]));
    return {
      row: key(cell(visual, each, row)), column: key(cell(visual, each, column)), label: short(each[at], measure.format), value: each[at],
      ...chosen([names.join(", "), told(measure.label, each[at], measure)], each, visual),
    };
  });
  const [rowOrder, columnOrder] = [row, column].map((index) => ordered(visual, rows, index));
  const label = (order, index) => order.map((value) => [key(value), shown(value, visual.fields[index])]);
  const size = { width: room.width, height: Math.max(room.height, rowOrder.length * 20 + 60) };
  const wide = (0.72 * room.width) / columnOrder.length;
  const discrete = (field, order, options, index, more) => ({
    field, type: "nominal", sort: order.map(key), scale: { padding: 0.04 },
    axis: axis(options, visual.fields[index].label, { labelExpr: "names[datum.value]", ...more }),
  });
  const position = visual.options.legend?.position;
  const side = position === "auto" ? (room.width < 480 ? "bottom" : "right") : position;
  const color = {
    field: "value", type: "quantitative", scale: scale(visual.options.scale, rows.map((each) => each[at]).filter((value) => value !== null)),
    legend: visual.options.legend && { title: visual.options.legend.title ?? measure.label, orient: side, gradientLength: side === "right" ? room.height * 0.5 : Math.min(room.width * 0.5, 260), gradientThickness: 10, labelExpr: "shortNumber(datum.value, formats.value)" },
  };
  const columnLabels = columnOrder.map((value) => shown(value, visual.fields[column]));
  const spec = {
    ...fitted(size),
    data: { values },
    encoding: {
      y: discrete("row", rowOrder, visual.options.valueAxis, row, { labelLimit: Math.max(room.width * 0.25, 60) }),
      x: discrete("column", columnOrder, visual.options.categoryAxis, column, { labelOverlap: true, ...slant(columnLabels, 0.85 * room.width) }),
    },
    layer: [
      { mark: { type: "rect", cornerRadius: 2 }, encoding: { color: { condition: { test: "datum.value === null", value: nothing }, ...color }, description: { field: "told" } } },
      ...(visual.options.labels && wide > 34 ? [{ mark: { type: "text", aria: false, limit: wide }, encoding: { text: { field: "label" }, color: { condition: { test: ON_DARK, value: "#ffffff" }, value: "#0b1118" } } }] : []),
    ],
  };
  const names = Object.fromEntries([...label(rowOrder, row), ...label(columnOrder, column)]);
  return chart(spec, { visual, choose: room.choose, names, formats: { value: measure.format } });
}

/** The colors from the smallest number to the largest: the definition's, or the theme's. */
function scale(given, values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = given?.colors ?? [themed("low"), themed("high")];
  if (given?.steps) return { type: "quantize", domain: [low, high], range };
  return { domain: range.map((_, index) => given?.values[index] ?? low + ((high - low) * index) / Math.max(range.length - 1, 1)), range };
}

export function drawBoxes(visual, rows, room) {
  const [measure] = visual.measures;
  const parts = ["Maximum", "Third quartile", "Median", "First quartile", "Minimum"];
  const color = visual.options.color ?? themed("mark-1");
  const values = rows.map((row) => {
    const [low, first, median, third, high] = row.slice(1, 6);
    const name = shown(row[0], visual.fields[0]);
    const lines = [name, ...[high, third, median, first, low].map((value, index) => told(parts[index], value, measure))];
    return { group: key(row[0]), low, first, median, third, high, ...chosen(lines, row, visual) };
  });
  const names = Object.fromEntries(rows.map((row) => [key(row[0]), shown(row[0], visual.fields[0])]));
  const y = (field, options = {}) => ({ field, type: "quantitative", scale: numeric(visual.options.valueAxis), ...options });
  const spec = {
    ...fitted({ width: Math.max(room.width, rows.length * 34), height: room.height }),
    data: { values },
    encoding: {
      x: {
        field: "group", type: "nominal", sort: rows.map((row) => key(row[0])), scale: { paddingInner: 0.45, paddingOuter: 0.25 },
        axis: axis(visual.options.categoryAxis, visual.fields[0].label, { labelExpr: "names[datum.value]", grid: false, ...slant(Object.values(names), room.width - 60) }),
      },
    },
    layer: [
      { mark: { type: "rule", aria: false, stroke: color, strokeWidth: 1.5 }, encoding: { y: y("low", { axis: numbers(visual.options.valueAxis, measure.label, "value") }), y2: { field: "high" } } },
      ...["low", "high"].map((end) => ({ mark: { type: "tick", aria: false, color, thickness: 1.5, width: { band: 0.4 } }, encoding: { y: y(end) } })),
      { mark: { type: "bar", color, fillOpacity: visual.options.filled ? 0.45 : 0.05, stroke: color, strokeWidth: 1.5, cornerRadius: 2, width: { band: 1 } }, encoding: { y: y("first"), y2: { field: "third" }, description: { field: "told" } } },
      { mark: { type: "tick", aria: false, color: themed("ink"), thickness: 2.5, width: { band: 1 } }, encoding: { y: y("median") } },
    ],
  };
  return chart(spec, { visual, choose: room.choose, names, formats: { value: measure.format } });
}

/** A bin is no value of a column, so it can't be chosen. */
export function drawHistogram(visual, rows, room) {
  const [measure] = visual.measures;
  const color = visual.options.color ?? themed("mark-1");
  const values = rows.map(([from, to, count]) => {
    const lines = [`${number(from, measure.format)} – ${number(to, measure.format)}`, `Count: ${number(count)}`];
    return { from, to, count, label: short(count), lines, told: lines.join(", "), key: lines[0], choices: [] };
  });
  const spec = {
    ...fitted(room),
    data: { values },
    encoding: { x: { field: "from", type: "quantitative", scale: { zero: false, nice: false }, axis: numbers(visual.options.categoryAxis, measure.label, "value", { grid: false }) }, x2: { field: "to" } },
    layer: [
      { mark: { type: "bar", color, binSpacing: 0, stroke: themed("card"), strokeWidth: 1 }, encoding: { y: { field: "count", type: "quantitative", scale: numeric(visual.options.valueAxis), axis: numbers(visual.options.valueAxis, "Count", "count", { tickMinStep: 1 }) }, y2: { datum: 0 }, description: { field: "told" } } },
      ...(visual.options.labels ? [{ transform: [{ calculate: "(datum.from + datum.to) / 2", as: "middle" }], mark: { type: "text", dy: -8, aria: false }, encoding: { x: { field: "middle", type: "quantitative" }, x2: null, y: { field: "count", type: "quantitative" }, y2: null, text: { field: "label" } } }] : []),
    ],
  };
  return chart(spec, { visual, formats: { value: measure.format, count: null } });
}

export function drawScatter(visual, rows, room) {
  const of = (role) => visual.measures.findIndex((measure) => measure.role === role);
  const [x, y, size] = ["x", "y", "size"].map(of);
  const [color, label] = [place(visual, "color"), place(visual, "label")];
  const at = visual.fields.length;
  const order = color < 0 ? [null] : ordered(visual, rows, color);
  const colors = color < 0 ? [visual.options.color ?? themed("mark-1")] : room.colors.range(columnKey(visual.fields[color]), order, OTHER);
  const values = rows.filter((row) => row[at + x] !== null && row[at + y] !== null).map((row) => {
    const names = visual.fields.map((field, index) => text(row[index], field.format));
    const lines = [names.join(", "), ...visual.measures.map((measure, index) => told(measure.label, row[at + index], measure))];
    return { x: row[at + x], y: row[at + y], size: size < 0 ? 1 : row[at + size], series: color < 0 ? key(null) : key(row[color]), label: names.at(-1), ...chosen(lines, row, visual) };
  });
  const quantity = (field, options, index, format, more = {}) => ({ field, type: "quantitative", scale: numeric(options), axis: numbers(options, visual.measures[index].label, format, more) });
  const spec = {
    ...fitted(room),
    data: { values },
    encoding: { x: quantity("x", visual.options.categoryAxis, x, "x", { tickCount: 6 }), y: quantity("y", visual.options.valueAxis, y, "y") },
    layer: [
      {
        mark: { type: "point", opacity: 0.8, stroke: themed("card"), strokeWidth: 1 },
        encoding: {
          color: { field: "series", scale: { domain: order.map(key), range: colors }, legend: color < 0 ? null : legend(visual.options.legend, visual.fields[color].label, { ...room, entries: order.length }) },
          size: size < 0 ? { value: 110 } : { field: "size", type: "quantitative", scale: { range: [40, 900] }, legend: null },
          description: { field: "told" },
        },
      },
      ...(visual.options.labels || label >= 0 ? [{ mark: { type: "text", align: "left", dx: 9, aria: false, limit: 110 }, encoding: { text: { field: "label" } } }] : []),
    ],
  };
  const names = Object.fromEntries(order.map((value) => [key(value), color < 0 ? "" : shown(value, visual.fields[color])]));
  const formats = { x: visual.measures[x].format, y: visual.measures[y].format };
  return chart(spec, { visual, choose: room.choose, names, formats });
}
