// Bars, horizontal and vertical: clustered, stacked, 100 % stacked.

import { chart } from "./chart.js";
import { on, themed } from "./colors.js";
import { key, series, shown, told } from "./data.js";
import { percent, short } from "./format.js";
import { axis, beside, fitted, labelsOf, nameLimit, namesOf, numbers, numeric, seriesColor, slant } from "./scales.js";

const CHARACTER = 8; // px: of a digit or a small letter in the widest of the fonts
const ROW = 22; // px, the least that a horizontal bar and its gap take
const COLUMN = 30;
const THICKEST = 60;

export function drawBars(visual, rows, room) {
  const drawn = series(visual, rows);
  const flat = visual.options.orientation === "horizontal";
  const stacked = visual.options.arrangement !== "clustered";
  const size = sizeOf(drawn, room, flat, stacked);
  const title = visual.fields.find((field) => field.role === "color")?.label;
  const color = seriesColor({ visual, drawn, room, size, title });
  const values = points(drawn, visual.options.arrangement).map((point) => datum(point, visual, color.scale));
  const several = !stacked && drawn.series.length > 1;
  const spec = {
    ...fitted(size),
    padding: visual.options.labels && !stacked ? roomForLabels(values, flat) : 5,
    data: { values },
    encoding: {
      [flat ? "y" : "x"]: bands(drawn.categories, visual, flat, size),
      ...(several ? { [flat ? "yOffset" : "xOffset"]: { field: "series", sort: color.scale.domain } } : {}),
    },
    layer: [
      bars({ visual, color, flat, stacked, thick: thickness(size, drawn, flat, several) }),
      ...(visual.options.labels ? [stacked ? inside(values, visual, flat) : outside(flat)] : []),
    ],
  };
  const formats = { value: visual.measures[0].format };
  return chart(spec, { visual, choose: room.choose, names: namesOf(drawn), formats });
}

/** The room, or more where there are so many bars that they would not be seen. */
function sizeOf(drawn, { width, height }, flat, stacked) {
  const bars = drawn.categories.length;
  if (!flat) return { width: Math.max(width, bars * COLUMN), height };
  return { width, height: Math.max(height, bars * Math.max(ROW, stacked ? 0 : 14 * drawn.series.length)) };
}

/** A share of the room that a bar has, and no more than looks like a bar. */
export function thickness({ width, height }, drawn, flat, several) {
  const series = several ? drawn.series.length : 1;
  const room = (0.8 * (flat ? height : width)) / drawn.categories.length / series;
  return 0.78 * room > THICKEST ? THICKEST : { band: several ? 0.92 : 0.78 };
}

/** The points with the ends of their bars. */
function points(drawn, arrangement) {
  if (arrangement === "clustered") return drawn.points.map((point) => ({ ...point, start: 0, end: point.value }));
  const order = drawn.series.map((each) => each.name);
  return drawn.categories.flatMap((each) => stack(each, order, arrangement === "stacked_percent"));
}

/** The points of one category, each from where the last one ends; those below zero grow the other way. */
export function stack(category, order, shares) {
  const whole = category.points.reduce((sum, point) => sum + Math.abs(point.value ?? 0), 0) || 1;
  const ends = { up: 0, down: 0 };
  const sorted = category.points.toSorted((a, b) => order.indexOf(a.series) - order.indexOf(b.series));
  return sorted.map((point) => {
    const size = (point.value ?? 0) / (shares ? whole : 1);
    const way = size < 0 ? "down" : "up";
    const start = ends[way];
    ends[way] += size;
    return { ...point, start, end: ends[way], share: Math.abs(point.value ?? 0) / whole };
  });
}

export function datum(point, visual, { domain, range }) {
  const category = shown(point.category, visual.fields[0]);
  const size = short(point.value, point.measure.format);
  const share = visual.options.arrangement === "stacked_percent" ? percent(point.share) : null;
  const line = share ? `${point.label}: ${share} (${size})` : told(point.label, point.value, point.measure);
  return {
    category: key(point.category),
    series: key(point.series),
    start: point.start,
    end: point.end,
    lines: [category, line],
    told: `${category}, ${line}`,
    key: `${category}\n${point.label}`,
    choices: point.choices,
    label: share ?? size,
    name: point.label,
    on: on(range[domain.indexOf(key(point.series))]),
  };
}

/** The axis of the categories. */
export function bands(categories, visual, flat, { width }) {
  const labels = categories.map((each) => each.label);
  return {
    field: "category",
    type: "nominal",
    sort: categories.map((each) => key(each.name)),
    axis: axis(visual.options.categoryAxis, visual.fields[0].label, {
      labelExpr: "names[datum.value]",
      grid: false,
      ...(flat ? { labelLimit: nameLimit(width * 0.3) } : slant(labels, width - 60)),
    }),
    scale: { paddingInner: 0.12, paddingOuter: 0.1 },
  };
}

function bars({ visual, color, flat, stacked, thick }) {
  const across = flat ? "x" : "y";
  const edge = stacked ? { stroke: themed("card"), strokeWidth: 1 } : { cornerRadiusEnd: 3 };
  return {
    mark: { type: "bar", ...edge, [flat ? "height" : "width"]: thick },
    encoding: {
      [across]: { field: "start", type: "quantitative", ...values(visual, flat) },
      [`${across}2`]: { field: "end" },
      color,
      description: { field: "told" },
    },
  };
}

/** Scale and axis of the values. Counts have no fractions, so their scale has none. */
function values(visual, flat) {
  const { valueAxis, arrangement } = visual.options;
  const more = { tickCount: flat ? 6 : 5, ...(visual.measures.every((each) => each.whole) ? { tickMinStep: 1 } : {}) };
  const shares = { ...more, labelExpr: "format(datum.value, '.0%')", tickMinStep: 0.01 };
  if (arrangement !== "stacked_percent") {
    return { scale: numeric(valueAxis), axis: numbers(valueAxis, labelsOf(visual.measures), "value", more) };
  }
  return { scale: { domainMax: 1, nice: false }, axis: numbers(valueAxis, labelsOf(visual.measures), "value", shares) };
}

/** What the labels at the ends of bars may need beyond the scale. */
function roomForLabels(values, flat) {
  const longest = Math.max(...values.map((each) => each.label.length), 0);
  const all = { left: 5, top: 5, bottom: 5, right: 5 };
  return { ...all, ...(flat ? { right: 8 + longest * CHARACTER } : { top: 18 }) };
}

/** A clustered bar's value stands at its end. */
export function outside(flat) {
  const below = "datum.end < 0";
  const mark = flat
    ? { align: { expr: `${below} ? 'right' : 'left'` }, dx: { expr: `${below} ? -5 : 5` } }
    : { baseline: { expr: `${below} ? 'top' : 'bottom'` }, dy: { expr: `${below} ? 4 : -4` } };
  return beside(mark, { [flat ? "x" : "y"]: { field: "end", type: "quantitative" } });
}

/** A stacked bar's name and value stand in it, so that it can be told without its color; as much as has room. */
function inside(values, visual, flat) {
  const several = visual.fields.length > 1 || visual.measures.length > 1;
  for (const each of values) {
    each.texts = flat ? [several ? `${each.name} · ${each.label}` : each.label, each.name] : [each.label];
    each.middle = (each.start + each.end) / 2;
  }
  return beside(
    { align: "center", baseline: "middle" },
    {
      [flat ? "x" : "y"]: { field: "middle", type: "quantitative" },
      text: { value: { expr: flat ? `${fits(0)} ? datum.texts[0] : ${fits(1)} ? datum.texts[1] : ''` : HIGH } },
      color: { field: "on", scale: null },
    },
  );
}

/** Expressions of Vega's: whether a text is shorter than its bar, and a text where its bar is high enough. */
const fits = (text) => `${CHARACTER} * length(datum.texts[${text}]) < ${extent("x")}`;
const extent = (scale) => `abs(scale('${scale}', datum.end) - scale('${scale}', datum.start))`;
const HIGH = `${extent("y")} > 16 ? datum.texts[0] : ''`;
