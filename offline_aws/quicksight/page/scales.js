// Axes, scales, legends and colors by a visual's options.

import { themed } from "./colors.js";
import { OTHER, key } from "./data.js";

/** The room of a chart, of which axes and legends take their part. */
export const fitted = ({ width, height }) => ({ width, height, autosize: { type: "fit", contains: "padding" } });

/** An axis by the visual's options; `named` is its title where the definition has none of its own. */
export function axis(options, named, more = {}) {
  const title = options.title ?? named;
  return {
    title: title === "" ? null : title,
    description: title || named, // Vega's own would read all keys out
    ...(options.grid ? {} : { grid: false }),
    ...(options.line ? {} : { domain: false, ticks: false }),
    ...(options.labels ? {} : { labels: false }),
    ...more,
  };
}

/** A scale of numbers by the visual's options, from zero unless they say otherwise. */
export const numeric = (options, more = {}) => ({
  zero: !options.fitted && options.from === null,
  nice: true,
  ...(options.from === null ? {} : { domainMin: options.from }),
  ...(options.to === null ? {} : { domainMax: options.to }),
  ...more,
});

/** A legend by the visual's options, beside a wide chart and below a narrow one, with no more entries than fit. */
export function legend(options, named, { width, height, entries }) {
  if (!options || entries < 2) return null;
  const side = options.position === "auto" ? (width < 480 ? "bottom" : "right") : options.position;
  const columns = Math.max(Math.floor(width / 150), 1);
  return {
    title: (options.title ?? named) || null,
    orient: side,
    description: options.title ?? named ?? "Legend",
    labelExpr: "names[datum.label] || datum.label", // the last of too many says how many are left out
    ...(side === "right"
      ? { symbolLimit: Math.max(Math.floor(height / 19) - 1, 3) }
      : { columns, symbolLimit: 4 * columns, direction: "horizontal" }),
  };
}

/** How long the names of a vertical axis may be; beyond 200 Vega would write the axis' title over them. */
export const nameLimit = (share) => Math.min(Math.max(share, 60), 180);

/** How the names of a horizontal axis stand: level where they fit, else aslant. */
export function slant(labels, width) {
  const longest = Math.min(Math.max(...labels.map((label) => label.length), 1), 20);
  return labels.length * (longest * 6.6 + 10) < width
    ? { labelAngle: 0 }
    : { labelAngle: -40, labelAlign: "right", labelBaseline: "middle", labelLimit: 110 };
}

/** An axis of numbers, written by the format that `formats` has under this name. */
export const numbers = (options, named, format, more = {}) =>
  axis(options, named, {
    labelExpr: `shortNumber(datum.value, formats.${format})`,
    domain: false,
    ticks: false,
    tickCount: 5,
    labelSeparation: 6,
    ...more,
  });

/** What measures are called together. */
export const labelsOf = (measures) => measures.map((measure) => measure.label).join(", ");

/** The colors of series; a single one has the visual's own color, where the definition gives one. */
export function seriesColor({ visual, drawn, room, size = room, title }) {
  const order = drawn.series.map((each) => each.name);
  const own = visual.options.color && order.length === 1;
  return {
    field: "series",
    scale: {
      domain: order.map(key),
      range: own ? [visual.options.color] : room.colors.range(drawn.column, order, OTHER),
    },
    legend: legend(visual.options.legend, title, { ...size, entries: order.length }),
  };
}

/** What the keys of categories and series stand for. */
export const namesOf = (drawn) =>
  Object.fromEntries([...drawn.categories, ...drawn.series].map(({ name, label }) => [key(name), label]));

/** A text beside each mark. */
export const beside = (mark, more = {}) => ({
  mark: { type: "text", aria: false, ...mark },
  encoding: { text: { field: "label" }, color: { value: themed("ink") }, ...more },
});
