// Bars, horizontal and vertical: clustered, stacked, 100 % stacked.

import { h, number, percent, short, ticks, told } from "./dom.js";
import { series } from "./series.js";

const CHARACTER = 7.5; // px, about

export function drawBars(visual, rows, { colors, choose, width }) {
  const drawn = series(visual, rows, colors);
  const { orientation, arrangement } = visual.options;
  const shares = arrangement === "stacked_percent";
  const most = Math.max(...drawn.categories.map((each) => (arrangement === "clustered" ? largest(each) : each.total)), 0);
  const steps = shares ? [0, 0.25, 0.5, 0.75, 1] : wholeSteps(ticks(most), rows, visual);
  const chart = { visual, choose, shares, stacked: arrangement !== "clustered", end: steps.at(-1), width };
  const bars = drawn.categories.map((category, index) => bar(category, index + 1, chart));
  return h("div", { class: "chart" }, [
    h("div", { class: `bars ${orientation}`, style: { "--count": bars.length } }, [
      h("div", { class: "lines", "aria-hidden": "true" }, steps.map((step) => tick(step, chart))),
      ...bars.flat(),
    ]),
    axisTitles(visual),
    legend(visual, drawn.series),
  ]);
}

const largest = (category) => Math.max(...category.points.map((point) => point.value ?? 0));

/** Counts have no fractions, so their scale has none. */
function wholeSteps(steps, rows, visual) {
  const whole = rows.every((row) => row.slice(visual.fields.length).every(Number.isInteger));
  return whole ? steps.filter(Number.isInteger) : steps;
}

function tick(step, { end, shares }) {
  return h("span", { style: { "--at": `${(100 * step) / end}%` } }, shares ? percent(step) : short(step));
}

function bar(category, place, chart) {
  const marks = category.points.map((point) => segment(point, category, chart));
  const style = { "--place": place };
  return [
    h("div", { class: "label", style, title: category.label }, category.label),
    h("div", { class: chart.stacked ? "track stacked" : "track", style }, marks),
  ];
}

function segment(point, category, { visual, choose, shares, stacked, end, width }) {
  const share = category.total ? point.value / category.total : 0;
  const size = shares ? share : Math.max(point.value ?? 0, 0) / end;
  const value = shares ? `${percent(share)} (${number(point.value)})` : number(point.value);
  const lines = [category.label, `${point.label}: ${value}`];
  const shown = stacked ? stackedLabel(point.label, room(size, visual, width), shares ? percent(share) : short(point.value)) : short(point.value ?? 0);
  return h("button", {
    type: "button",
    class: "mark",
    style: { "--size": `${100 * size}%`, "--color": point.color },
    "data-key": `${category.label}\n${point.label}`,
    click: () => choose(point.choices),
    ...told(lines),
  }, visual.options.dataLabels && shown ? h("span", {}, shown) : null);
}

/** How wide a segment's text may be, in px: some of the width goes to the names of the categories. */
const room = (size, visual, width) => (visual.options.orientation === "horizontal" ? 0.7 * size * width : size > 0.06 ? 30 : 0);

/** What has room in a segment: its name, so that it can be told without its color, and its value. */
function stackedLabel(name, room, value) {
  const both = `${name} · ${value}`;
  return [both, name].find((label) => label.length * CHARACTER < room);
}

function axisTitles(visual) {
  const { categoryTitle, valueTitle } = visual.options;
  const value = valueTitle ?? visual.measures.map((each) => each.label).join(", ");
  const category = categoryTitle ?? visual.fields.map((each) => each.label).join(" and ");
  return h("p", { class: "axes" }, [value, category].filter(Boolean).join(" by "));
}

export function legend(visual, entries) {
  if (!visual.options.legend || entries.length < 2) return null;
  return h("ul", { class: "legend" }, entries.map(({ label, color }) => h("li", { title: label, style: { "--color": color } }, label)));
}
