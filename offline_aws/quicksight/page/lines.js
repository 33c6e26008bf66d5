// Lines and areas over time or categories.

import { chart } from "./chart.js";
import { themed } from "./colors.js";
import { OTHER, key, series, shown, told } from "./data.js";
import { milliseconds, short } from "./format.js";
import { axis, beside, fitted, labelsOf, namesOf, numbers, numeric, seriesColor, slant } from "./scales.js";

const INTERPOLATION = { linear: "linear", smooth: "monotone", stepped: "step-after" };
const DASHES = { solid: [1, 0], dotted: [2, 3], dashed: [7, 4] };
const SHAPES = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"]; // of series in turn

export function drawLines(visual, rows, room) {
  const drawn = series(visual, rows);
  const dated = visual.fields[0].granularity !== null;
  const { type, valueAxis } = visual.options;
  const points = drawn.points.filter((point) => point.value !== null && !(dated && point.category === null));
  const values = points.map((point) => datum(point, visual, dated));
  const title = visual.fields.find((field) => field.role === "color")?.label;
  const color = seriesColor({ visual, drawn, room, title });
  const y = {
    field: "value",
    type: "quantitative",
    stack: type === "stacked_area" ? "zero" : null,
    scale: numeric(valueAxis),
    axis: numbers(valueAxis, labelsOf(visual.measures), "value"),
  };
  const spec = {
    ...fitted(room),
    data: { values },
    encoding: { x: dated ? time(visual, room) : discrete(drawn.categories, visual, room), y, color },
    layer: layers(visual, values, color),
  };
  const formats = { value: visual.measures[0].format };
  return chart(spec, { visual, choose: room.choose, names: namesOf(drawn), formats });
}

/** The area, the line over it, and the points and labels on that. */
function layers(visual, values, color) {
  const { type, interpolation, dashes, labels } = visual.options;
  const curve = { aria: false, interpolate: INTERPOLATION[interpolation] };
  const area = { mark: { type: "area", opacity: 0.16, ...curve } };
  const stacked = { data: { values: complete(values) }, mark: { type: "area", opacity: 0.75, ...curve } };
  const line = { mark: { type: "line", strokeWidth: 2.25, strokeDash: DASHES[dashes], ...curve } };
  const drawn = { line: [line], area: [area, line], stacked_area: [stacked] }[type];
  return [...drawn, points(visual, color), ...(labels ? [beside({ dy: -10 })] : [])];
}

/** A point for each value, of another shape for each series. */
function points(visual, { scale: { domain }, legend }) {
  const range = domain.map((_, index) => SHAPES[index % SHAPES.length]);
  return {
    mark: { type: "point", size: visual.options.markers ? 58 : 20, stroke: themed("card"), strokeWidth: 1 },
    encoding: {
      description: { field: "told" },
      ...(domain.length > 1 ? { shape: { field: "series", scale: { domain, range }, legend } } : {}),
    },
  };
}

/** With nothing as zero for each series without a value where others have one: areas stand on those below them. */
function complete(values) {
  const places = Map.groupBy(values, (each) => each.category);
  const all = [...new Set(values.map((each) => each.series))];
  const empty = ({ at, category }, series) => ({ at, category, series, value: 0 });
  return [...places.values()].flatMap((found) =>
    all.map((name) => found.find((each) => each.series === name) ?? empty(found[0], name)),
  );
}

function datum(point, visual, dated) {
  const category = shown(point.category, visual.fields[0]);
  const line = told(point.label, point.value, point.measure);
  return {
    at: dated && point.category !== OTHER ? milliseconds(point.category) : null,
    category: key(point.category),
    series: key(point.series),
    value: point.value,
    lines: [category, line],
    told: `${category}, ${line}`,
    key: `${category}\n${point.label}`,
    choices: point.choices,
    label: short(point.value, point.measure.format),
  };
}

function time(visual, { width }) {
  const field = visual.fields[0];
  return {
    field: "at",
    type: "temporal",
    scale: { type: "utc" },
    axis: axis(visual.options.categoryAxis, field.label, {
      labelExpr: `shortTime(datum.value, '${field.granularity}')`,
      grid: false,
      tickCount: Math.max(Math.floor(width / 90), 2),
      labelOverlap: true,
      labelFlush: true,
    }),
  };
}

function discrete(categories, visual, { width }) {
  const labels = categories.map((each) => each.label);
  return {
    field: "category",
    type: "nominal",
    sort: categories.map((each) => key(each.name)),
    scale: { type: "point", padding: 0.4 },
    axis: axis(visual.options.categoryAxis, visual.fields[0].label, {
      labelExpr: "names[datum.value]",
      grid: false,
      labelOverlap: true,
      ...slant(labels, width - 60),
    }),
  };
}
