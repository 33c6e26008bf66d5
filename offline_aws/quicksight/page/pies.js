// Pies and donuts; a pie for each value of the field for small multiples.

import { chart, legend } from "./chart.js";
import { themed } from "./colors.js";
import { OTHER, cell, choices, columnKey, compare, foldSmallest, key, ordered, place, shown } from "./data.js";
import { number, percent, short } from "./format.js";

const HOLE = { whole: 0, large: 0.45, medium: 0.62, small: 0.78 };
const TEXT = { width: 6.8, height: 15 }; // px of a character, about
const NAMES = 56; // px around a pie, for names

export function drawPies(visual, rows, room) {
  const panels = slices(visual, rows);
  const all = panels.flatMap((panel) => panel.slices);
  const order = [...new Set(all.map((slice) => slice.series))].sort(compare);
  const colors = room.colors.range(columnKey(visual.fields[place(visual, "category")]), order, OTHER);
  const beside = visual.options.legend && order.length > 1 && room.width >= 480 ? 150 : 0;
  const { across, size } = fit(panels.length, room.width - beside, room.height - (beside || order.length < 2 || !visual.options.legend ? 0 : 70));
  const radius = Math.max(size / 2 - (visual.options.labels ? NAMES / (panels.length > 1 ? 1.6 : 1.25) : 6), 24);
  const values = panels.flatMap((panel) => apart(panel.slices.map((slice, index) => datum(slice, index, panel, visual)), radius + 18));
  const pie = {
    width: size, height: size,
    encoding: {
      theta: { field: "value", type: "quantitative", stack: true },
      order: { field: "index", type: "quantitative" },
      color: { field: "series", scale: { domain: order.map(key), range: colors }, legend: legend(visual.options.legend, visual.fields[0].label, { ...room, entries: order.length }) },
    },
    layer: [
      { mark: { type: "arc", outerRadius: radius, innerRadius: radius * HOLE[visual.options.thickness], stroke: themed("card"), strokeWidth: 1.5 }, encoding: { description: { field: "told" } } },
      ...(visual.options.labels ? [{ mark: { type: "text", aria: false, radius: radius + 18, limit: NAMES + 20 }, encoding: { text: { field: "label" }, color: { value: themed("ink") } } }] : []),
      ...(visual.options.total ? [{ name: "total", transform: [{ filter: "datum.index === 0" }], mark: { type: "text", aria: false, theta: 0, radius: 0, fontSize: Math.max(radius * 0.36, 14), fontWeight: 600, align: "center", baseline: "middle" }, encoding: { theta: { value: 0 }, radius: { value: 0 }, text: { field: "total" }, color: { value: themed("ink") } } }] : []),
    ],
  };
  const several = place(visual, "panel") >= 0;
  const { width, height, ...layered } = pie;
  const spec = several
    ? { data: { values }, facet: { field: "panel", type: "nominal", sort: panels.map((panel) => panel.key), header: { labelExpr: "names[datum.value]" } }, columns: across, spec: { width, height, ...layered }, spacing: 4, config: {} }
    : { data: { values }, ...pie };
  const named = Object.fromEntries([...all.map((slice) => [key(slice.series), slice.label]), ...panels.map((panel) => [panel.key, panel.label])]);
  return chart(spec, { visual, choose: room.choose, names: named });
}

/** As many squares as there are pies, in as many columns as make them largest. */
function fit(count, width, height) {
  const candidates = Array.from({ length: count }, (_, index) => {
    const across = index + 1;
    return { across, size: Math.min(width / across, height / Math.ceil(count / across)) - (count > 1 ? 24 : 12) };
  });
  const best = candidates.reduce((largest, each) => (each.size > largest.size ? each : largest));
  return best.size < 110 ? { across: Math.max(Math.floor(width / 134), 1), size: 110 } : best;
}

/** The slices of each pie in their order, those of no size left out; Other is the last. */
function slices(visual, rows) {
  const [category, panel] = [place(visual, "category"), place(visual, "panel")];
  const points = rows.map((row) => ({
    category: panel < 0 ? "" : cell(visual, row, panel),
    series: cell(visual, row, category),
    value: row[visual.fields.length],
    label: shown(cell(visual, row, category), visual.fields[category]),
    choices: choices(visual, row),
  })).filter((point) => point.value > 0);
  const folded = visual.ranked ? points : foldSmallest(points, visual);
  const panels = panel < 0 ? [""] : ordered(visual, rows, panel);
  return panels.map((name) => {
    const own = folded.filter((point) => point.category === name).sort((a, b) => (a.series === OTHER) - (b.series === OTHER));
    return { key: key(name), label: panel < 0 ? "" : shown(name, visual.fields[panel]), slices: own, total: own.reduce((sum, slice) => sum + slice.value, 0) };
  });
}

function datum(slice, index, panel, visual) {
  const { format } = visual.measures[0];
  const share = percent(slice.value / panel.total);
  const line = `${slice.label}: ${number(slice.value, format)} (${share})`;
  return {
    panel: panel.key, series: key(slice.series), value: slice.value, index,
    lines: [panel.label, line].filter(Boolean), told: [panel.label, line].filter(Boolean).join(", "),
    key: `${panel.label}\n${slice.label}`, choices: slice.choices,
    label: label(slice, share, visual),
    total: short(panel.total, format),
  };
}

/** Labels around a pie, those of small slices left out where they would cover others. */
function apart(data, radius) {
  const whole = data.reduce((sum, each) => sum + each.value, 0);
  let turned = 0;
  const boxes = data.map((each) => {
    const angle = (2 * Math.PI * (turned + each.value / 2)) / whole;
    turned += each.value;
    return { each, x: radius * Math.sin(angle), y: -radius * Math.cos(angle), half: (Math.min(each.label.length, 12) * TEXT.width) / 2 };
  });
  const kept = [];
  for (const box of boxes.toSorted((a, b) => b.each.value - a.each.value)) {
    const covers = kept.some((other) => Math.abs(box.y - other.y) < TEXT.height && Math.abs(box.x - other.x) < box.half + other.half);
    if (covers) box.each.label = "";
    else kept.push(box);
  }
  return data;
}

function label(slice, share, visual) {
  const { category, value, content } = visual.options.labels ?? {};
  const size = short(slice.value, visual.measures[0].format);
  const written = { value: size, percent: share, value_and_percent: `${size} (${share})` }[content];
  return [category ? slice.label : "", value ? written : ""].filter(Boolean).join(": ");
}
