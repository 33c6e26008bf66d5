// Lines and areas over time or categories.

import { h, short, number, ticks, told } from "./dom.js";
import { legend } from "./bars.js";
import { series } from "./series.js";

const MARGIN = { top: 14, right: 18, bottom: 30, left: 46 };

export function drawLines(visual, rows, { colors, choose, width, height }) {
  const drawn = series(visual, rows, colors);
  const steps = ticks(Math.max(...drawn.categories.flatMap((each) => each.points.map((point) => point.value ?? 0)), 0));
  const inner = { width: Math.max(width - MARGIN.left - MARGIN.right, 60), height: Math.max(height - MARGIN.top - MARGIN.bottom - (drawn.series.length > 1 ? 40 : 4), 80) };
  const x = across(drawn.categories, visual, inner.width);
  const y = (value) => inner.height * (1 - value / steps.at(-1));
  const size = { width: inner.width + MARGIN.left + MARGIN.right, height: inner.height + MARGIN.top + MARGIN.bottom };
  return h("div", { class: "chart" }, [
    h("svg", { class: "plot", viewBox: `0 0 ${size.width} ${size.height}`, role: "group", "aria-label": visual.title },
      h("g", { transform: `translate(${MARGIN.left} ${MARGIN.top})` }, [
        ...steps.map((step) => h("g", { class: "line", transform: `translate(0 ${y(step)})` }, [
          h("line", { x2: inner.width }), h("text", { x: -8 }, short(step)),
        ])),
        ...dates(drawn.categories, x, inner),
        ...drawn.series.map((each) => path(each, drawn.categories, x, y, visual, choose)),
      ])),
    legend(visual, drawn.series),
  ]);
}

/** The place of a category from left to right: dates at their time, others one after the other. */
function across(categories, visual, width) {
  const dated = visual.fields[0].granularity !== null;
  const places = categories.map(({ name }, index) => (dated && name !== null ? Date.parse(`${name.replace(" ", "T")}Z`) : index));
  const [first, last] = [places[0], places.at(-1)];
  return (index) => (first === last ? width / 2 : (width * (places[index] - first)) / (last - first));
}

/** As many category labels as fit, each below its place or as near as the edges let it be. */
function dates(categories, x, inner) {
  const most = inner.width + MARGIN.right;
  let end = -Infinity;
  return categories.flatMap(({ label }, index) => {
    const wide = 6.8 * label.length;
    const left = Math.max(Math.min(x(index) - wide / 2, most - wide), 2 - MARGIN.left);
    if (left < end + 14) return [];
    end = left + wide;
    return [h("text", { x: left, y: inner.height + 20 }, label)];
  });
}

function path({ name, label, color }, categories, x, y, visual, choose) {
  const points = categories.flatMap((category, index) => {
    const point = category.points.find((each) => each.series === name);
    return point?.value == null ? [] : [{ ...point, at: [x(index), y(point.value)], category: category.label }];
  });
  const line = points.map((point) => point.at.map((each) => each.toFixed(1)).join(",")).join(" ");
  const area = points.length ? `${points[0].at[0]},${y(0)} ${line} ${points.at(-1).at[0]},${y(0)}` : "";
  return h("g", { style: { "--color": color } }, [
    visual.options.area ? h("polygon", { class: "area", points: area }) : null,
    h("polyline", { points: line }),
    ...points.map((point) => h("circle", {
      class: "mark", cx: point.at[0], cy: point.at[1], r: 4, tabindex: "0", role: "button",
      "data-key": `${point.category}\n${label}`,
      click: () => choose(point.choices),
      keydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), choose(point.choices)),
      ...told([point.category, `${label}: ${number(point.value)}`]),
    })),
  ]);
}
