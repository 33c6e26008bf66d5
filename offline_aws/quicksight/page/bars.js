// Bars, horizontal and vertical: clustered, stacked, 100 % stacked; and bars with lines over them.

import { axis, chart, legend, numeric, slant } from "./chart.js";
import { on, themed } from "./colors.js";
import { OTHER, key, series, shown, told } from "./data.js";
import { percent, short } from "./format.js";

const CHARACTER = 7.2; // px, about
const ROW = 22; // px, the least that a horizontal bar and its gap take
const COLUMN = 30;
const THICKEST = 60;

export function drawBars(visual, rows, room) {
  const drawn = series(visual, rows);
  const { orientation, arrangement, labels } = visual.options;
  const flat = orientation === "horizontal";
  const stacked = arrangement !== "clustered";
  const colors = visual.options.color && drawn.series.length === 1
    ? [visual.options.color]
    : room.colors.range(drawn.column, drawn.series.map((each) => each.name), OTHER);
  const order = drawn.series.map((each) => each.name);
  const points = stacked ? drawn.categories.flatMap((each) => stack(each, order, arrangement)) : drawn.points.map((point) => ({ ...point, start: 0, end: point.value }));
  const values = points.map((point) => datum(point, visual, drawn, colors, order));
  const size = flat
    ? { width: room.width, height: Math.max(room.height, drawn.categories.length * Math.max(ROW, stacked ? 0 : 14 * order.length)) }
    : { width: Math.max(room.width, drawn.categories.length * COLUMN), height: room.height };
  const along = discrete(drawn.categories, visual, flat, size);
  const across = flat ? "x" : "y";
  const inner = { ...size, entries: order.length };
  const spec = {
    ...size,
    autosize: { type: "fit", contains: "padding" },
    padding: labels && !stacked ? roomForLabels(values, flat) : 5,
    data: { values },
    encoding: {
      [flat ? "y" : "x"]: along,
      ...(stacked || order.length < 2 ? {} : { [flat ? "yOffset" : "xOffset"]: { field: "series", sort: order.map(key) } }),
    },
    layer: [
      {
        mark: { type: "bar", cornerRadiusEnd: stacked ? 0 : 3, ...(stacked ? { stroke: themed("card"), strokeWidth: 1 } : {}), [flat ? "height" : "width"]: thickness(size, drawn.categories.length, stacked ? 1 : order.length, flat) },
        encoding: {
          [across]: { field: "start", type: "quantitative", scale: scale(visual, arrangement), axis: valueAxis(visual, arrangement, flat) },
          [`${across}2`]: { field: "end" },
          color: { field: "series", scale: { domain: order.map(key), range: colors }, legend: legend(visual.options.legend, visual.fields.find((field) => field.role === "color")?.label, inner) },
          description: { field: "told" },
        },
      },
      ...(labels ? [stacked ? inside(across, values, flat, size, visual) : outside(across, flat)] : []),
    ],
  };
  return chart(spec, { visual, choose: room.choose, names: names(drawn), formats: { value: visual.measures[0].format } });
}

/** A share of the room that a bar has, and no more than looks like a bar. */
function thickness({ width, height }, categories, series, flat) {
  const room = (0.8 * (flat ? height : width)) / categories / series;
  return 0.78 * room > THICKEST ? THICKEST : { band: series > 1 ? 0.92 : 0.78 };
}

/** The points of one category, each from where the last one ends; those below zero grow the other way. */
function stack(category, order, arrangement) {
  const whole = category.points.reduce((sum, point) => sum + Math.abs(point.value ?? 0), 0);
  const ends = { up: 0, down: 0 };
  return [...category.points].sort((a, b) => order.indexOf(a.series) - order.indexOf(b.series)).map((point) => {
    const size = arrangement === "stacked_percent" ? (whole ? (point.value ?? 0) / whole : 0) : point.value ?? 0;
    const way = size < 0 ? "down" : "up";
    const start = ends[way];
    ends[way] += size;
    return { ...point, start, end: ends[way], share: whole ? Math.abs(point.value ?? 0) / whole : 0 };
  });
}

function datum(point, visual, drawn, colors, order) {
  const share = visual.options.arrangement === "stacked_percent";
  const category = shown(point.category, visual.fields[0]);
  const line = share ? `${point.label}: ${percent(point.share)} (${short(point.value, point.measure.format)})` : told(point.label, point.value, point.measure);
  const color = colors[order.indexOf(point.series)];
  return {
    category: key(point.category), series: key(point.series), start: point.start, end: point.end, size: point.end - point.start,
    lines: [category, line], told: `${category}, ${line}`, key: `${category}\n${point.label}`, choices: point.choices,
    label: share ? percent(point.share) : short(point.value, point.measure.format), name: point.label, on: on(color),
  };
}

/** The names of keys: of categories and of series. */
const names = (drawn) => Object.fromEntries([
  ...drawn.categories.map(({ name, label }) => [key(name), label]),
  ...drawn.series.map(({ name, label }) => [key(name), label]),
]);

function discrete(categories, visual, flat, { width }) {
  const title = visual.fields.filter((field) => field.role === "category").map((field) => field.label).join(", ");
  const labels = categories.map((each) => each.label);
  return {
    field: "category", type: "nominal", sort: categories.map((each) => key(each.name)),
    axis: axis(visual.options.categoryAxis, title, { labelExpr: "names[datum.value]", grid: false, ...(flat ? { labelLimit: Math.max(width * 0.3, 60) } : slant(labels, width - 60)) }),
    scale: { paddingInner: 0.12, paddingOuter: 0.1 },
  };
}

function scale(visual, arrangement) {
  return arrangement === "stacked_percent" ? { domainMax: 1, nice: false } : numeric(visual.options.valueAxis);
}

function valueAxis(visual, arrangement, flat) {
  const title = visual.measures.filter((measure) => measure.role === "value").map((measure) => measure.label).join(", ");
  const labels = arrangement === "stacked_percent" ? { format: ".0%" } : { labelExpr: "shortNumber(datum.value, formats.value)" };
  return axis(visual.options.valueAxis, title, { ...labels, ...whole(visual, arrangement), tickCount: flat ? 6 : 5, domain: false, ticks: false });
}

/** Counts have no fractions, so their scale has none. */
const whole = (visual, arrangement) => (arrangement !== "stacked_percent" && visual.measures.every((each) => each.label.startsWith("Count") || each.label.startsWith("Unique")) ? { tickMinStep: 1 } : {});

/** What the labels at the ends of bars may need beyond the scale. */
function roomForLabels(values, flat) {
  const longest = Math.max(...values.map((each) => each.label.length), 0);
  return flat ? { left: 5, top: 5, bottom: 5, right: 8 + longest * CHARACTER } : { left: 5, top: 18, bottom: 5, right: 5 };
}

/** A clustered bar's value stands at its end. */
function outside(across, flat) {
  const below = "datum.end < 0";
  const mark = flat
    ? { align: { expr: `${below} ? 'right' : 'left'` }, dx: { expr: `${below} ? -5 : 5` } }
    : { baseline: { expr: `${below} ? 'top' : 'bottom'` }, dy: { expr: `${below} ? 4 : -4` } };
  return {
    mark: { type: "text", aria: false, ...mark },
    encoding: { [across]: { field: "end", type: "quantitative" }, text: { field: "label" } },
  };
}

/** A stacked bar's name and value stand in it, so that it can be told without its color; as much as has room. */
function inside(across, values, flat, { width }, visual) {
  const reach = Math.max(...values.map((each) => Math.abs(each.end)), 0) || 1;
  const inner = 0.68 * width;
  for (const each of values) {
    const room = flat ? (inner * Math.abs(each.size)) / reach : Math.abs(each.size) / reach > 0.07 ? COLUMN + 10 : 0;
    const texts = flat ? [visual.fields.length > 1 || visual.measures.length > 1 ? `${each.name} · ${each.label}` : each.label, each.name] : [each.label];
    each.inside = texts.find((text) => text.length * CHARACTER < room) ?? "";
    each.middle = (each.start + each.end) / 2;
  }
  return {
    mark: { type: "text", aria: false, align: "center", baseline: "middle" },
    encoding: { [across]: { field: "middle", type: "quantitative" }, text: { field: "inside" }, color: { field: "on", scale: null } },
  };
}

/** Bars by the primary axis, and lines over them by an axis of their own on the right. */
export function drawCombo(visual, rows, room) {
  const [bars, lines] = ["value", "line"].map((role) => visual.measures.filter((measure) => measure.role === role));
  const drawn = series(visual, rows);
  const all = [...bars, ...lines];
  const colors = room.colors.range(drawn.column, drawn.series.map((each) => each.name), OTHER);
  const { arrangement, oneAxis, labels, lineLabels } = visual.options;
  const ids = bars.map((measure) => measure.id || measure.label);
  const grouped = Map.groupBy(drawn.points, (point) => bars.includes(point.measure));
  const barPoints = drawn.categories.flatMap((category) => {
    const own = { ...category, points: category.points.filter((point) => bars.includes(point.measure)) };
    return arrangement === "stacked" ? stack(own, ids, arrangement) : own.points.map((point) => ({ ...point, start: 0, end: point.value }));
  });
  const linePoints = (grouped.get(false) ?? []).map((point) => ({ ...point, start: 0, end: point.value }));
  const order = all.map((measure) => measure.id || measure.label);
  const data = (points) => ({ values: points.map((point) => datum(point, visual, drawn, colors, order)) });
  const color = { field: "series", scale: { domain: order.map(key), range: colors }, legend: legend(visual.options.legend, null, { ...room, entries: all.length }) };
  const along = discrete(drawn.categories, visual, false, room);
  const axisOf = (options, of, format) => axis(options, of.map((measure) => measure.label).join(", "), { labelExpr: `shortNumber(datum.value, formats.${format})`, domain: false, ticks: false, tickCount: 5 });
  const y = (field, options, of, format, more) => ({ field, type: "quantitative", scale: numeric(options), axis: { ...axisOf(options, of, format), ...more } });
  const second = oneAxis ? { orient: "left" } : { orient: "right", grid: false };
  const spec = {
    width: room.width, height: room.height, autosize: { type: "fit", contains: "padding" },
    layer: [
      {
        data: data(barPoints),
        encoding: { x: along, ...(arrangement === "clustered" && bars.length > 1 ? { xOffset: { field: "series", sort: ids.map(key) } } : {}) },
        layer: [
          { mark: { type: "bar", width: thickness(room, drawn.categories.length, arrangement === "stacked" ? 1 : bars.length, false) }, encoding: { y: y("start", visual.options.valueAxis, oneAxis ? all : bars, "value", {}), y2: { field: "end" }, color, description: { field: "told" } } },
          ...(labels ? [outside("y", false)] : []),
        ],
      },
      {
        data: data(linePoints),
        encoding: { x: along, y: y("end", oneAxis ? visual.options.valueAxis : visual.options.lineAxis, oneAxis ? all : lines, oneAxis ? "value" : "line", second), color },
        layer: [
          { mark: { type: "line", aria: false, strokeWidth: 2.5 } },
          { mark: { type: "point", size: 70 }, encoding: { description: { field: "told" } } },
          ...(lineLabels ? [{ mark: { type: "text", dy: -10, aria: false }, encoding: { text: { field: "label" }, color: { value: themed("ink") } } }] : []),
        ],
      },
    ],
    resolve: oneAxis ? {} : { scale: { y: "independent" } },
  };
  return chart(spec, { visual, choose: room.choose, names: names(drawn), formats: { value: bars[0].format, line: lines[0].format } });
}
