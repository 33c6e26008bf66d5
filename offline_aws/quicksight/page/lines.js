// Lines and areas over time or categories.

import { axis, chart, legend, numeric, slant } from "./chart.js";
import { themed } from "./colors.js";
import { OTHER, key, series, shown, told } from "./data.js";
import { milliseconds, short } from "./format.js";

const INTERPOLATION = { linear: "linear", smooth: "monotone", stepped: "step-after" };
const DASHES = { solid: [1, 0], dotted: [2, 3], dashed: [7, 4] };
const SHAPES = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"]; // series are told without color, too

export function drawLines(visual, rows, room) {
  const drawn = series(visual, rows);
  const dated = visual.fields[0].granularity !== null;
  const { type, interpolation, dashes, markers, labels } = visual.options;
  const order = drawn.series.map((each) => each.name);
  const colors = visual.options.color && order.length === 1 ? [visual.options.color] : room.colors.range(drawn.column, order, OTHER);
  const points = drawn.points.filter((point) => point.value !== null && !(dated && point.category === null));
  const values = points.map((point) => datum(point, visual, dated));
  const domain = order.map(key);
  const many = order.length > 1;
  const curve = { interpolate: INTERPOLATION[interpolation] };
  const stacked = type === "stacked_area";
  const title = legend(visual.options.legend, visual.fields.find((field) => field.role === "color")?.label, { ...room, entries: order.length });
  const y = { field: "value", type: "quantitative", stack: stacked ? "zero" : null, scale: numeric(visual.options.valueAxis), axis: valueAxis(visual) };
  const spec = {
    width: room.width, height: room.height, autosize: { type: "fit", contains: "padding" },
    data: { values },
    encoding: {
      x: dated ? time(visual, room) : discrete(drawn.categories, visual, room),
      y,
      color: { field: "series", scale: { domain, range: colors }, legend: title },
    },
    layer: [
      ...(type === "line" ? [] : [{ ...(stacked ? { data: { values: complete(values) } } : {}), mark: { type: "area", aria: false, opacity: stacked ? 0.75 : 0.16, ...curve } }]),
      ...(stacked ? [] : [{ mark: { type: "line", aria: false, strokeWidth: 2.25, strokeDash: DASHES[dashes], ...curve } }]),
      {
        mark: { type: "point", size: markers ? 58 : 20, stroke: themed("card"), strokeWidth: 1 },
        encoding: { description: { field: "told" }, ...(many ? { shape: { field: "series", scale: { domain, range: domain.map((_, index) => SHAPES[index % SHAPES.length]) }, legend: title } } : {}) },
      },
      ...(labels ? [{ mark: { type: "text", dy: -10, aria: false }, encoding: { text: { field: "label" }, color: { value: themed("ink") } } }] : []),
    ],
  };
  const names = Object.fromEntries([...drawn.categories, ...drawn.series].map(({ name, label }) => [key(name), label]));
  return chart(spec, { visual, choose: room.choose, names, formats: { value: visual.measures[0].format } });
}

/** With nothing as zero for each series without a value where others have one: areas stand on those below them. */
function complete(values) {
  const places = Map.groupBy(values, (each) => each.category);
  const all = [...new Set(values.map((each) => each.series))];
  return [...places.values()].flatMap((found) => all.map((name) => found.find((each) => each.series === name) ?? { at: found[0].at, category: found[0].category, series: name, value: 0 }));
}

function datum(point, visual, dated) {
  const category = shown(point.category, visual.fields[0]);
  const line = told(point.label, point.value, point.measure);
  return {
    at: dated && point.category !== OTHER ? milliseconds(point.category) : null,
    category: key(point.category), series: key(point.series), value: point.value,
    lines: [category, line], told: `${category}, ${line}`, key: `${category}\n${point.label}`, choices: point.choices,
    label: short(point.value, point.measure.format),
  };
}

function time(visual, { width }) {
  const field = visual.fields[0];
  return {
    field: "at", type: "temporal", scale: { type: "utc" },
    axis: axis(visual.options.categoryAxis, field.label, { labelExpr: `shortTime(datum.value, '${field.granularity}')`, grid: false, tickCount: Math.max(Math.floor(width / 90), 2), labelOverlap: true, labelFlush: true }),
  };
}

function discrete(categories, visual, { width }) {
  const labels = categories.map((each) => each.label);
  return {
    field: "category", type: "nominal", sort: categories.map((each) => key(each.name)), scale: { type: "point", padding: 0.4 },
    axis: axis(visual.options.categoryAxis, visual.fields[0].label, { labelExpr: "names[datum.value]", grid: false, labelOverlap: true, ...slant(labels, width - 60) }),
  };
}

function valueAxis(visual) {
  const title = visual.measures.map((measure) => measure.label).join(", ");
  return axis(visual.options.valueAxis, title, { labelExpr: "shortNumber(datum.value, formats.value)", domain: false, ticks: false, tickCount: 5 });
}
