// From the rows of a visual to what charts draw: categories, and in each of them a point for each series.

import { text } from "./dom.js";

const OTHER = Symbol("other");
const MOST_SERIES = 20;

/** The place of a field with this role among a row's values, -1 when there is none. */
const place = (visual, role) => visual.fields.findIndex((field) => field.role === role);

/**
 * The categories in their order, and the series. A point is {category, series, value, label, color, choices}.
 *
 * Series are the values of the color field, or else the measures.
 */
export function series(visual, rows, colors) {
  const [category, color] = [place(visual, "category"), place(visual, "color")];
  const width = visual.fields.length;
  const points = rows.flatMap((row) =>
    visual.measures.map((measure, m) => ({
      category: row[category],
      series: color < 0 ? measure.label : row[color],
      value: row[width + m],
      label: color < 0 ? measure.label : text(row[color]),
      choices: choices(visual, row),
    })),
  );
  const folded = color < 0 ? points : foldSmallest(points, visual);
  const names = [...new Set(folded.map((point) => point.series))].sort(compare);
  const key = color < 0 ? `measures of ${visual.id}` : columnKey(visual.fields[color]);
  for (const name of names) colors.of(key, name);
  for (const point of folded) point.color = colors.of(key, point.series);
  return { categories: ordered(visual, folded), series: names.map((name) => ({ name, label: label(name), color: colors.of(key, name) })) };
}

/** The categories, each with its points; by their sums where the visual is sorted by its value. */
function ordered(visual, points) {
  const groups = new Map();
  for (const point of points) {
    if (!groups.has(point.category)) groups.set(point.category, []);
    groups.get(point.category).push(point);
  }
  const categories = [...groups].map(([name, members]) => ({
    name,
    label: text(name),
    points: members.sort((a, b) => compare(a.series, b.series)),
    total: members.reduce((sum, point) => sum + (point.value ?? 0), 0),
  }));
  if (visual.sort.byMeasure && place(visual, "color") >= 0) {
    const sign = visual.sort.descending ? -1 : 1;
    categories.sort((a, b) => sign * (a.total - b.total) || compare(a.name, b.name));
  }
  return categories;
}

/** The series beyond the twenty largest become one, as in QuickSight; only where values add up. */
function foldSmallest(points, visual) {
  const totals = new Map();
  for (const point of points) totals.set(point.series, (totals.get(point.series) ?? 0) + point.value);
  if (totals.size <= MOST_SERIES || !visual.measures[0].additive) return points;
  const kept = new Set([...totals].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, MOST_SERIES - 1).map(([name]) => name));
  const others = new Map();
  for (const point of points.filter((each) => !kept.has(each.series))) {
    const other = others.get(point.category) ?? { ...point, series: OTHER, label: "Other", value: 0, choices: [] };
    other.value += point.value;
    others.set(point.category, other);
  }
  return [...points.filter((each) => kept.has(each.series)), ...others.values()];
}

/** The slices of each pie: [{label, slices}], one pie for each value of the panel field. */
export function pies(visual, rows, colors) {
  const [category, panel] = [place(visual, "category"), place(visual, "panel")];
  const key = columnKey(visual.fields[category]);
  const points = rows.map((row) => ({
    category: panel < 0 ? "" : row[panel],
    series: row[category],
    value: row[visual.fields.length],
    label: text(row[category]),
    choices: choices(visual, row),
  }));
  const folded = foldSmallest(points, visual);
  for (const name of [...new Set(folded.map((point) => point.series))].sort(compare)) colors.of(key, name);
  for (const point of folded) point.color = colors.of(key, point.series);
  const panels = [...new Set(folded.map((point) => point.category))].sort(compare);
  return panels.map((name) => ({
    label: panel < 0 ? "" : text(name),
    slices: folded.filter((point) => point.category === name).sort((a, b) => (a.series === OTHER) - (b.series === OTHER)),
  }));
}

/** What choosing this row means: a value for each of the visual's fields. */
function choices(visual, row) {
  return visual.fields.map((field, index) => ({
    dataSet: field.dataSet,
    column: field.column,
    granularity: field.granularity,
    value: row[index],
  }));
}

/** One color for one value of a column, whatever visual shows it. */
export class Colors {
  #columns = new Map();

  of(key, value) {
    if (value === OTHER) return "var(--other)";
    if (!this.#columns.has(key)) this.#columns.set(key, new Map());
    const values = this.#columns.get(key);
    if (!values.has(value)) values.set(value, (values.size % 10) + 1);
    return `var(--mark-${values.get(value)})`;
  }
}

const columnKey = (field) => `${field.dataSet}.${field.column}`;
const label = (name) => (name === OTHER ? "Other" : text(name));

/** Numbers by size, texts by the alphabet, nothing after everything, what is folded last. */
export function compare(a, b) {
  if (a === b) return 0;
  if (a === OTHER || b === OTHER) return a === OTHER ? 1 : -1;
  if (a === null || b === null) return a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
}
