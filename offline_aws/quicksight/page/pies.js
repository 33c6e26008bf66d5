// Pies and donuts; a pie for each value of the field for small multiples.

import { h, number, percent, short, told } from "./dom.js";
import { pies } from "./series.js";

const HOLE = { whole: 0, large: 0.45, medium: 0.62, small: 0.78 };
const LEAST_LABELED = 0.05; // of the whole: a smaller slice has no room for its name

export function drawPies(visual, rows, { colors, choose }) {
  const drawn = pies(visual, rows, colors);
  return h("div", { class: "chart" }, [
    h("div", { class: "pies" }, drawn.map((each) => pie(each, visual, choose))),
    visual.options.legend ? legend(drawn, visual, choose) : null,
  ]);
}

function pie({ label, slices }, visual, choose) {
  const total = slices.reduce((sum, slice) => sum + slice.value, 0);
  const hole = HOLE[visual.options.thickness];
  let turned = 0;
  const drawn = slices.filter((slice) => slice.value > 0).map((slice) => {
    const from = turned;
    turned += slice.value / total;
    return arc(slice, from, turned, hole, { total, panel: label, visual, choose });
  });
  const caption = label ? h("figcaption", { title: label }, label) : null;
  return h("figure", { class: "pie" }, [
    h("svg", { viewBox: "-104 -104 208 208", role: "group", "aria-label": label || visual.title }, [
      ...drawn,
      visual.options.total ? h("text", { class: "total" }, short(total)) : null,
    ]),
    caption,
  ]);
}

function arc(slice, from, to, hole, { total, panel, visual, choose }) {
  const share = slice.value / total;
  const lines = [panel, `${slice.label}: ${number(slice.value)} (${percent(share)})`].filter(Boolean);
  const middle = point((from + to) / 2, hole ? (100 + 100 * hole) / 2 : 68);
  const activate = () => choose(slice.choices);
  return h("g", {
    class: "mark",
    role: "button",
    tabindex: "0",
    style: { "--color": slice.color },
    "data-key": `${panel}\n${slice.label}`,
    click: activate,
    keydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), activate()),
    ...told(lines),
  }, [
    h("path", { d: outline(from, to, 100, 100 * hole), "fill-rule": "evenodd" }),
    visual.options.dataLabels && share >= LEAST_LABELED
      ? h("text", { x: middle[0], y: middle[1], "aria-hidden": "true" }, shortened(slice.label))
      : null,
  ]);
}

/** The point at a share of the turn, clockwise from the top, at a radius. */
const point = (share, radius) => [radius * Math.sin(2 * Math.PI * share), -radius * Math.cos(2 * Math.PI * share)].map((each) => Number(each.toFixed(3)));

/** A sector or a ring's part; the whole turn as two half circles, since an arc to its own start is none. */
function outline(from, to, outer, inner) {
  if (to - from > 0.99999) return circle(outer) + (inner ? circle(inner) : "");
  const large = to - from > 0.5 ? 1 : 0;
  const outside = `M ${point(from, outer)} A ${outer} ${outer} 0 ${large} 1 ${point(to, outer)}`;
  return inner ? `${outside} L ${point(to, inner)} A ${inner} ${inner} 0 ${large} 0 ${point(from, inner)} Z` : `${outside} L 0 0 Z`;
}

const circle = (radius) => `M 0 ${-radius} A ${radius} ${radius} 0 1 1 0 ${radius} A ${radius} ${radius} 0 1 1 0 ${-radius} Z `;
const shortened = (label) => ([...label].length > 9 ? `${[...label].slice(0, 8).join("")}…` : label);

/** Each slice's color, name and share: what a slice is can be read without its color. */
function legend(drawn, visual, choose) {
  const slices = new Map();
  for (const { slices: members } of drawn)
    for (const slice of members) slices.set(slice.label, { ...slice, value: slice.value + (slices.get(slice.label)?.value ?? 0) });
  const total = [...slices.values()].reduce((sum, slice) => sum + slice.value, 0);
  return h("div", { class: "slices", tabindex: "0", role: "region", "aria-label": "Legend" }, h("table", {}, [
    h("caption", {}, visual.fields[0].label),
    h("tbody", {}, [...slices.values()].map((slice) => h("tr", { style: { "--color": slice.color } }, [
      h("th", { scope: "row", title: slice.label }, slice.label),
      h("td", {}, number(slice.value)),
      h("td", {}, total ? percent(slice.value / total) : ""),
    ]))),
  ]));
}
