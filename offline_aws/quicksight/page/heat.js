// Heat maps: a color where rows and columns meet.

import { chart } from "./chart.js";
import { themed } from "./colors.js";
import { cell, chosen, key, ordered, place, shown, told } from "./data.js";
import { short } from "./format.js";
import { axis, beside, fitted, nameLimit, slant } from "./scales.js";

const ROW = 20; // px that a row takes at least
const LABEL = 14; // px that a label at the axis takes
const LABELED = 34; // px that a cell with a label takes at least
const ON_DARK = "datum.value !== null && luminance(scale('color', datum.value)) < 0.179";

export function drawHeat(visual, rows, room) {
  const [measure] = visual.measures;
  const sides = Object.fromEntries(["row", "column"].map((role) => [role, side(visual, rows, role)]));
  const wide = (0.72 * room.width) / sides.column.order.length;
  const spec = {
    ...fitted({ width: room.width, height: Math.max(room.height, sides.row.order.length * ROW + 60) }),
    data: { values: rows.map((row) => datum(visual, row, sides)) },
    encoding: {
      y: bands(sides.row, visual.options.valueAxis, { labelLimit: nameLimit(room.width * 0.25) }),
      x: bands(sides.column, visual.options.categoryAxis, {
        labelOverlap: wide < LABEL,
        ...slant(Object.values(sides.column.names), 0.85 * room.width),
      }),
    },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 2 },
        encoding: { color: color(visual, rows, room), description: { field: "told" } },
      },
      ...(visual.options.labels && wide > LABELED ? [label(wide)] : []),
    ],
  };
  const names = { ...sides.row.names, ...sides.column.names };
  return chart(spec, { visual, choose: room.choose, names, formats: { value: measure.format } });
}

/** One side's values in their order, and what their keys stand for. */
function side(visual, rows, role) {
  const index = place(visual, role);
  const field = visual.fields[index];
  const order = ordered(visual, rows, index);
  return {
    role,
    index,
    field,
    order,
    names: Object.fromEntries(order.map((value) => [key(value), shown(value, field)])),
  };
}

function datum(visual, row, { row: down, column: across }) {
  const [measure] = visual.measures;
  const value = row[visual.fields.length];
  const names = [down, across].map(({ index, field }) => shown(cell(visual, row, index), field));
  return {
    row: key(cell(visual, row, down.index)),
    column: key(cell(visual, row, across.index)),
    label: short(value, measure.format),
    value,
    ...chosen([names.join(", "), told(measure.label, value, measure)], visual, row),
  };
}

const bands = ({ role, field, order }, options, more) => ({
  field: role,
  type: "nominal",
  sort: order.map(key),
  scale: { padding: 0.04 },
  axis: axis(options, field.label, { labelExpr: "names[datum.value]", ...more }),
});

function color(visual, rows, room) {
  const { scale: given, legend } = visual.options;
  const values = rows.map((row) => row[visual.fields.length]).filter((value) => value !== null);
  const nothing = given?.null ?? (themed("empty") || themed("line"));
  return {
    condition: { test: "datum.value === null", value: nothing },
    field: "value",
    type: "quantitative",
    scale: scale(given, values),
    legend: legend && gradient(legend, visual.measures[0].label, room),
  };
}

/** The colors from the smallest number to the largest: the definition's, or the theme's. */
function scale(given, values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = given?.colors ?? [themed("low"), themed("high")];
  if (given?.steps) return { type: "quantize", domain: [low, high], range };
  const even = (index) => low + ((high - low) * index) / Math.max(range.length - 1, 1);
  return { domain: range.map((_, index) => given?.values[index] ?? even(index)), range };
}

function gradient({ title, position }, named, { width, height }) {
  const orient = position === "auto" ? (width < 480 ? "bottom" : "right") : position;
  return {
    title: title ?? named,
    orient,
    gradientLength: orient === "right" ? height * 0.5 : Math.min(width * 0.5, 260),
    gradientThickness: 10,
    labelExpr: "shortNumber(datum.value, formats.value)",
  };
}

const label = (wide) =>
  beside({ limit: wide }, { color: { condition: { test: ON_DARK, value: "#ffffff" }, value: "#0b1118" } });
