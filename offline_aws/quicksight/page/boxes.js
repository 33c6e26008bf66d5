// How values are spread: box plots and histograms, whose boxes and bins Athena computes.

import { chart } from "./chart.js";
import { themed } from "./colors.js";
import { chosen, key, shown, told } from "./data.js";
import { number, short } from "./format.js";
import { axis, beside, fitted, numbers, numeric, slant } from "./scales.js";

const BOX = 34; // px that a box and its gap take at least
const PARTS = ["Maximum", "Third quartile", "Median", "First quartile", "Minimum"];

export function drawBoxes(visual, rows, room) {
  const [measure] = visual.measures;
  const [field] = visual.fields;
  const names = Object.fromEntries(rows.map((row) => [key(row[0]), shown(row[0], field)]));
  const spec = {
    ...fitted({ width: Math.max(room.width, rows.length * BOX), height: room.height }),
    data: { values: rows.map((row) => box(visual, row)) },
    encoding: {
      x: {
        field: "group",
        type: "nominal",
        sort: rows.map((row) => key(row[0])),
        scale: { paddingInner: 0.45, paddingOuter: 0.25 },
        axis: axis(visual.options.categoryAxis, field.label, {
          labelExpr: "names[datum.value]",
          grid: false,
          ...slant(Object.values(names), room.width - 60),
        }),
      },
    },
    layer: boxLayers(visual, visual.options.color ?? themed("mark-1")),
  };
  return chart(spec, { visual, choose: room.choose, names, formats: { value: measure.format } });
}

function box(visual, row) {
  const [low, first, median, third, high] = row.slice(1, 6);
  const values = [high, third, median, first, low];
  const lines = values.map((value, index) => told(PARTS[index], value, visual.measures[0]));
  return {
    group: key(row[0]),
    low,
    first,
    median,
    third,
    high,
    ...chosen([shown(row[0], visual.fields[0]), ...lines], visual, row),
  };
}

/** The whiskers and their ends, the box over them, and the median over that. */
function boxLayers(visual, color) {
  const { valueAxis, filled } = visual.options;
  const y = (field) => ({ field, type: "quantitative", scale: numeric(valueAxis) });
  const tick = (field, more) => ({ mark: { type: "tick", aria: false, ...more }, encoding: { y: y(field) } });
  const edge = { stroke: color, strokeWidth: 1.5 };
  return [
    {
      mark: { type: "rule", aria: false, ...edge },
      encoding: {
        y: { ...y("low"), axis: numbers(valueAxis, visual.measures[0].label, "value") },
        y2: { field: "high" },
      },
    },
    ...["low", "high"].map((end) => tick(end, { color, thickness: 1.5, width: { band: 0.4 } })),
    {
      mark: { type: "bar", color, fillOpacity: filled ? 0.45 : 0.05, ...edge, cornerRadius: 2, width: { band: 1 } },
      encoding: { y: y("first"), y2: { field: "third" }, description: { field: "told" } },
    },
    tick("median", { color: themed("ink"), thickness: 2.5, width: { band: 1 } }),
  ];
}

export function drawHistogram(visual, rows, room) {
  const [measure] = visual.measures;
  const { categoryAxis, labels } = visual.options;
  const x = {
    scale: { zero: false, nice: false },
    axis: numbers(categoryAxis, measure.label, "value", { grid: false }),
  };
  const spec = {
    ...fitted(room),
    data: { values: rows.map((row) => bin(row, measure)) },
    encoding: { x: { field: "from", type: "quantitative", ...x }, x2: { field: "to" } },
    layer: [binLayer(visual), ...(labels ? [binLabels()] : [])],
  };
  return chart(spec, { visual, formats: { value: measure.format, count: null } });
}

/** A bin is no value of a column, so it can't be chosen. */
function bin([from, to, count], measure) {
  const lines = [`${number(from, measure.format)} – ${number(to, measure.format)}`, `Count: ${number(count)}`];
  return { from, to, count, label: short(count), lines, told: lines.join(", "), key: lines[0], choices: [] };
}

function binLayer(visual) {
  const { color, valueAxis } = visual.options;
  const y = { scale: numeric(valueAxis), axis: numbers(valueAxis, "Count", "count", { tickMinStep: 1 }) };
  const mark = { color: color ?? themed("mark-1"), binSpacing: 0, stroke: themed("card"), strokeWidth: 1 };
  return {
    mark: { type: "bar", ...mark },
    encoding: { y: { field: "count", type: "quantitative", ...y }, y2: { datum: 0 }, description: { field: "told" } },
  };
}

function binLabels() {
  const at = (field) => ({ field, type: "quantitative" });
  return {
    transform: [{ calculate: "(datum.from + datum.to) / 2", as: "middle" }],
    ...beside({ dy: -8 }, { x: at("middle"), x2: null, y: at("count"), y2: null }),
  };
}
