// Pies and donuts; a pie for each value of the field for small multiples.

import { chart } from "./chart.js";
import { themed } from "./colors.js";
import { OTHER, cell, choices, columnKey, compare, foldSmallest, key, ordered, place, shown } from "./data.js";
import { number, percent, short } from "./format.js";
import { legend } from "./scales.js";

const HOLE = { whole: 0, large: 0.45, medium: 0.62, small: 0.78 };
const TEXT = { width: 6.8, height: 15 }; // px of a character, about
const NAMES = 120; // px beside a pie, for names, at most
const ALIGN = { left: "right", right: "left", middle: "center" }; // of a name, by its side of the pie
const HEADER = 34; // px above a pie that has a name
const AWAY = 9; // px from a pie to its names
const LEAST = 96; // px that a pie takes

export function drawPies(visual, rows, room) {
  const panels = slices(visual, rows);
  const all = panels.flatMap((panel) => panel.slices);
  const order = [...new Set(all.map((slice) => slice.series))].sort(compare);
  const size = fit(panels.length, place(visual, "panel") >= 0, ...aside(visual, order.length, room));
  const names = roomForNames(all, visual, size);
  const radius = Math.max(
    Math.min(size.width / 2 - names, size.height / 2 - (visual.options.labels ? TEXT.height + 8 : 6)),
    20,
  );
  const of = (panel) => panel.slices.map((slice, index) => datum(slice, index, panel, visual));
  const data = { values: panels.flatMap((panel) => apart(of(panel), radius + AWAY)) };
  const pie = {
    encoding: {
      theta: { field: "value", type: "quantitative", stack: true },
      order: { field: "index", type: "quantitative" },
      color: color(visual, order, room),
    },
    layer: layers(visual, panels, radius, names),
  };
  const named = [
    ...all.map((slice) => [key(slice.series), slice.label]),
    ...panels.map((panel) => [panel.key, panel.label]),
  ];
  return chart(arranged(visual, panels, pie, data, size), {
    visual,
    choose: room.choose,
    names: Object.fromEntries(named),
  });
}

/** One pie, or one for each panel under its name. */
function arranged(visual, panels, pie, data, { across, width, height }) {
  const spec = { width, height, ...pie };
  if (place(visual, "panel") < 0) return { data, ...spec };
  const header = { labelExpr: "names[datum.value]" };
  const facet = { field: "panel", type: "nominal", sort: panels.map((panel) => panel.key), header };
  return { data, facet, columns: across, spec, spacing: 4 };
}

function color(visual, order, room) {
  const field = visual.fields[place(visual, "category")];
  return {
    field: "series",
    scale: { domain: order.map(key), range: room.colors.range(columnKey(field), order, OTHER) },
    legend: legend(visual.options.legend, field.label, { ...room, entries: order.length }),
  };
}

/** The slices, their names around them, and the total in the middle. */
function layers(visual, panels, radius, names) {
  const { thickness, labels, total } = visual.options;
  const hole = HOLE[thickness];
  const edge = { stroke: themed("card"), strokeWidth: 1.5 };
  const sum = short(panels[0]?.total ?? 0, visual.measures[0].format);
  return [
    {
      mark: { type: "arc", outerRadius: radius, innerRadius: radius * hole, ...edge },
      encoding: { description: { field: "told" } },
    },
    ...(labels ? Object.keys(ALIGN).map((side) => sideLabels(side, radius + AWAY, names)) : []),
    ...(total ? [middle(radius, hole, sum)] : []),
  ];
}

/** How wide the names beside a pie may be. */
function roomForNames(slices, visual, { width }) {
  if (!visual.options.labels) return 6;
  const longest = Math.max(...slices.map((slice) => label(slice, percent(1), visual).length));
  return Math.min(longest * TEXT.width, NAMES, width * 0.28) + 10;
}

/** The room beside or above the legend. */
function aside(visual, entries, { width, height }) {
  if (!visual.options.legend || entries < 2) return [width, height - 4];
  const side = visual.options.legend.position;
  return side === "right" || (side === "auto" && width >= 480)
    ? [width - 150, height - 4]
    : [width, height - 26 * Math.min(Math.ceil(entries / Math.max(Math.floor(width / 150), 1)), 4) - 24];
}

/** The columns in which that many pies are largest, and the room of each; a name stands above where there are several. */
function fit(count, named, width, height) {
  const candidates = Array.from({ length: count }, (_, index) => {
    const across = index + 1;
    return { across, width: width / across - 8, height: height / Math.ceil(count / across) - (named ? HEADER : 0) };
  });
  const size = (each) => Math.min(each.width / 1.4, each.height);
  const best = candidates.reduce((largest, each) => (size(each) > size(largest) ? each : largest));
  if (size(best) >= LEAST) return best;
  const across = Math.max(Math.floor(width / (1.4 * LEAST)), 1);
  return { across, width: width / across - 8, height: LEAST };
}

/** The names of the slices on one side: they end or begin at the pie, or stand in the middle above and below it. */
function sideLabels(side, radius, limit) {
  return {
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: { type: "text", aria: false, radius, limit, align: ALIGN[side], baseline: "middle" },
    // The angles are those of the whole pie, so they are given, not stacked anew.
    encoding: {
      theta: { field: "angle", type: "quantitative", scale: null, stack: null },
      order: null,
      text: { field: "label" },
      color: { value: themed("ink") },
    },
  };
}

const middle = (radius, hole, text) => ({
  name: "total",
  transform: [{ filter: "datum.index === 0" }],
  mark: {
    type: "text",
    aria: false,
    fontSize: Math.max(Math.min(radius * 0.36, (1.7 * radius * hole) / (0.62 * text.length)), 12),
    fontWeight: 600,
    align: "center",
    baseline: "middle",
  },
  encoding: {
    theta: { value: 0 },
    radius: { value: 0 },
    order: null,
    text: { field: "total" },
    color: { value: themed("ink") },
  },
});

/** The slices of each pie in their order, those of no size left out; Other is the last. */
function slices(visual, rows) {
  const [category, panel] = [place(visual, "category"), place(visual, "panel")];
  const points = rows
    .map((row) => ({
      category: panel < 0 ? "" : cell(visual, row, panel),
      series: cell(visual, row, category),
      value: row[visual.fields.length],
      label: shown(cell(visual, row, category), visual.fields[category]),
      choices: choices(visual, row),
    }))
    .filter((point) => point.value > 0);
  const folded = visual.ranked ? points : foldSmallest(points, visual);
  const panels = panel < 0 ? [""] : ordered(visual, rows, panel);
  return panels.map((name) => {
    const own = folded
      .filter((point) => point.category === name)
      .sort((a, b) => (a.series === OTHER) - (b.series === OTHER));
    return {
      key: key(name),
      label: panel < 0 ? "" : shown(name, visual.fields[panel]),
      slices: own,
      total: own.reduce((sum, slice) => sum + slice.value, 0),
    };
  });
}

function datum(slice, index, panel, visual) {
  const { format } = visual.measures[0];
  const share = percent(slice.value / panel.total);
  const line = `${slice.label}: ${number(slice.value, format)} (${share})`;
  return {
    panel: panel.key,
    series: key(slice.series),
    value: slice.value,
    index,
    lines: [panel.label, line].filter(Boolean),
    told: [panel.label, line].filter(Boolean).join(", "),
    key: `${panel.label}\n${slice.label}`,
    choices: slice.choices,
    label: label(slice, share, visual),
    total: short(panel.total, format),
  };
}

/** Labels around a pie, those of small slices left out where they would cover others. */
function apart(data, radius) {
  const whole = data.reduce((sum, each) => sum + each.value, 0);
  let turned = 0;
  for (const each of data) {
    const angle = (2 * Math.PI * (turned + each.value / 2)) / whole;
    turned += each.value;
    Object.assign(each, {
      angle,
      side: Math.abs(Math.sin(angle)) < 0.2 ? "middle" : angle > Math.PI ? "left" : "right",
    });
  }
  const kept = [];
  for (const each of data.toSorted((a, b) => b.value - a.value)) {
    const box = boxOf(each, radius);
    if (kept.some((other) => Math.abs(box.y - other.y) < TEXT.height && box.from < other.to && other.from < box.to))
      each.label = "";
    else kept.push(box);
  }
  return data;
}

/** Where a label is, from left to right and at what height, seen from the middle of the pie. */
function boxOf({ angle, side, label }, radius) {
  const [x, width] = [radius * Math.sin(angle), Math.min(label.length * TEXT.width, NAMES) + 4];
  const from = x - { left: 1, middle: 0.5, right: 0 }[side] * width;
  return { y: -radius * Math.cos(angle), from, to: from + width };
}

function label(slice, share, visual) {
  const { category, value, content } = visual.options.labels ?? {};
  const size = short(slice.value, visual.measures[0].format);
  const written = { value: size, percent: share, value_and_percent: `${size} (${share})` }[content];
  return [category ? slice.label : "", value ? written : ""].filter(Boolean).join(": ");
}
