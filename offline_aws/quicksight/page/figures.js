// KPIs: a figure, what it is compared with, and how it went.

import { chart } from "./chart.js";
import { themed } from "./colors.js";
import { h } from "./dom.js";
import { milliseconds, number, percent, text } from "./format.js";

export async function drawKpi(visual, rows, room) {
  const values = visual.measures.filter((measure) => measure.role === "value");
  if (visual.fields.length) return trend(visual, values[0], rows, room);
  if (visual.measures.length > values.length)
    return figure(visual, values[0], rows[0][0], { value: rows[0][1], label: visual.measures[1].label, target: true });
  return h(
    "div",
    { class: "kpis" },
    values.map((measure, index) =>
      h("p", {}, [
        h("strong", {}, number(rows[0][index], measure.format)),
        values.length > 1 ? h("span", {}, measure.label) : null,
      ]),
    ),
  );
}

/** The last period beside its target or the period before it; rows run from the last period to the first. */
async function trend(visual, measure, rows, room) {
  const [field] = visual.fields;
  const periods = rows.filter((row) => row[0] !== null);
  const [last, before] = periods;
  if (!last) return figure(visual, measure, null, null);
  const target = visual.measures.find((each) => each.role === "target");
  const against = target
    ? { value: last[visual.measures.indexOf(target) + 1], label: target.label, target: true }
    : before && { value: before[1], label: text(before[0], field.format) };
  const shown = figure(visual, measure, last[1], against, text(last[0], field.format));
  if (visual.options.sparkline && periods.length > 1)
    shown.append(await sparkline(visual, measure, periods.toReversed(), room));
  return shown;
}

function figure(visual, measure, value, against, period) {
  const { primary, secondary, progress } = visual.options;
  const change =
    against && typeof value === "number" && typeof against.value === "number"
      ? comparison(visual, measure, value, against)
      : null;
  const first = primary === "comparison" && change ? change : h("strong", {}, number(value, measure.format));
  const second = primary === "comparison" && change ? h("span", {}, number(value, measure.format)) : change;
  return h("div", { class: "figure" }, [
    primary === "hidden" ? null : first,
    secondary && second
      ? h("p", { class: "against" }, [
          second,
          against &&
            h(
              "span",
              {},
              `${against.target ? "of" : "from"} ${number(against.value, measure.format)} ${against.target ? "" : `(${against.label})`}`,
            ),
        ])
      : null,
    period ? h("p", { class: "period" }, period) : null,
    against?.target && progress && typeof against.value === "number"
      ? h("progress", {
          max: Math.max(against.value, 0),
          value: Math.max(value, 0),
          "aria-label": `${measure.label} of ${against.label}`,
        })
      : null,
  ]);
}

/** How far a value is from what it is compared with; up or down is told by an arrow, not by color alone. */
function comparison(visual, measure, value, against) {
  const { method, format, arrows } = visual.options;
  const difference = value - against.value;
  const share = against.value === 0 ? null : difference / Math.abs(against.value);
  const written = {
    difference: `${difference > 0 ? "+" : ""}${number(difference, format ?? measure.format)}`,
    percent_difference:
      share === null ? "–" : `${share > 0 ? "+" : ""}${format ? number(share, format) : percent(share)}`,
    percent:
      against.value === 0 ? "–" : format ? number(value / against.value, format) : percent(value / against.value),
  }[method];
  const way = difference > 0 ? "up" : difference < 0 ? "down" : "level";
  const arrow = { up: "▲", down: "▼", level: "" }[way];
  return h("span", { class: `change ${way}` }, `${arrows && arrow ? `${arrow} ` : ""}${written}`);
}

function sparkline(visual, measure, periods, { width, height }) {
  const [field] = visual.fields;
  const { type, color } = visual.options.sparkline;
  const stroke = color ?? themed("mark-1");
  const values = periods.map((row, index) => {
    return { at: field.granularity ? milliseconds(row[0]) : index, value: row[1] };
  });
  const axis = null;
  const spec = {
    width: Math.max(width, 60),
    height: Math.max(Math.min(height - 104, 90), 24),
    autosize: { type: "fit", contains: "padding" },
    padding: { left: 2, right: 2, top: 4, bottom: 2 },
    data: { values },
    mark:
      type === "area"
        ? { type: "area", aria: false, color: stroke, fillOpacity: 0.16, line: { color: stroke, strokeWidth: 2 } }
        : { type: "line", aria: false, color: stroke, strokeWidth: 2 },
    encoding: {
      x: { field: "at", type: "quantitative", axis, scale: { zero: false, nice: false } },
      y: { field: "value", type: "quantitative", axis, stack: null, scale: { zero: true } },
    },
  };
  return chart(spec, { visual });
}
