// Scatter plots: a point for each group, by two values, with a third one as its size.

import { chart } from "./chart.js";
import { themed } from "./colors.js";
import { OTHER, chosen, columnKey, key, ordered, place, shown, told } from "./data.js";
import { text } from "./format.js";
import { beside, fitted, legend, numbers, numeric } from "./scales.js";

export function drawScatter(visual, rows, room) {
  const at = Object.fromEntries(["x", "y", "size"].map((role) => [role, measureAt(visual, role)]));
  const { categoryAxis, valueAxis, labels } = visual.options;
  const known = rows.filter((row) => row[at.x] !== null && row[at.y] !== null);
  const axisOf = (role, options, more) => ({
    field: role,
    type: "quantitative",
    scale: numeric(options),
    axis: numbers(options, visual.measures[at[role] - visual.fields.length].label, role, more),
  });
  const { color, names } = colorOf(visual, rows, room);
  const size =
    at.size < 0 ? { value: 110 } : { field: "size", type: "quantitative", scale: { range: [40, 900] }, legend: null };
  const spec = {
    ...fitted(room),
    data: { values: known.map((row) => datum(visual, row, at)) },
    encoding: { x: axisOf("x", categoryAxis, { tickCount: 6 }), y: axisOf("y", valueAxis) },
    layer: [
      {
        mark: { type: "point", opacity: 0.8, stroke: themed("card"), strokeWidth: 1 },
        encoding: { color, size, description: { field: "told" } },
      },
      ...(labels || place(visual, "label") >= 0 ? [beside({ align: "left", dx: 9, limit: 110 })] : []),
    ],
  };
  const formatOf = (role) => visual.measures[at[role] - visual.fields.length].format;
  return chart(spec, { visual, choose: room.choose, names, formats: { x: formatOf("x"), y: formatOf("y") } });
}

/** Where a row has the value of this role, -1 for nowhere. */
function measureAt(visual, role) {
  const index = visual.measures.findIndex((measure) => measure.role === role);
  return index < 0 ? -1 : visual.fields.length + index;
}

function datum(visual, row, at) {
  const names = visual.fields.map((field, index) => text(row[index], field.format));
  const values = visual.measures.map((measure, index) =>
    told(measure.label, row[visual.fields.length + index], measure),
  );
  const color = place(visual, "color");
  return {
    x: row[at.x],
    y: row[at.y],
    size: at.size < 0 ? 1 : row[at.size],
    series: color < 0 ? "all" : key(row[color]),
    label: names.at(-1),
    ...chosen([names.join(", "), ...values], visual, row),
  };
}

function colorOf(visual, rows, room) {
  const index = place(visual, "color");
  if (index < 0) return { color: { value: visual.options.color ?? themed("mark-1") }, names: {} };
  const field = visual.fields[index];
  const order = ordered(visual, rows, index);
  const scale = { domain: order.map(key), range: room.colors.range(columnKey(field), order, OTHER) };
  const title = legend(visual.options.legend, field.label, { ...room, entries: order.length });
  const names = Object.fromEntries(order.map((value) => [key(value), shown(value, field)]));
  return { color: { field: "series", scale, legend: title }, names };
}
