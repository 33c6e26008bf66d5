// From the rows of a visual to what charts draw: points, the order of their categories, and their series.

import { number, text } from "./format.js";

/** What stands for all values beyond a limit. */
export const OTHER = Symbol("other");
const MOST_SERIES = 20;

/** A value as a key of its own: null is not "null". */
export const key = (value) => (value === OTHER ? "other" : JSON.stringify(value));

export const place = (visual, role) => visual.fields.findIndex((field) => field.role === role);

/** A dimension's value in a row. Behind fields and measures, ranked rows have the place of each dimension's value. */
export function cell(visual, row, index) {
  const { limit } = visual.fields[index];
  const at = row[visual.fields.length + visual.measures.length + index];
  return visual.ranked && limit !== null && at > limit ? OTHER : row[index];
}

export const shown = (value, field) => (value === OTHER ? "Other" : text(value, field.format));

/** What choosing this row means: a value for each of the visual's fields; nothing where one of them is Other. */
export function choices(visual, row) {
  const values = visual.fields.map((_, index) => cell(visual, row, index));
  if (values.includes(OTHER)) return [];
  return visual.fields.map((field, index) => ({
    dataSet: field.dataSet,
    column: field.column,
    granularity: field.granularity,
    value: values[index],
  }));
}

/**
 * The points of a chart, {category, series, value, label, measure, choices}, and its categories and series in their order.
 *
 * Series are the values of the color field, or else the measures. A category is {name, label, points, total}.
 */
export function series(visual, rows, measures = visual.measures) {
  const [category, color] = [place(visual, "category"), place(visual, "color")];
  const points = rows.flatMap((row) =>
    measures.map((measure) => {
      const name = color < 0 ? measure.id || measure.label : cell(visual, row, color);
      return {
        category: cell(visual, row, category),
        series: name,
        measure,
        choices: choices(visual, row),
        value: row[visual.fields.length + visual.measures.indexOf(measure)],
        label: color < 0 ? measure.label : shown(name, visual.fields[color]),
      };
    }),
  );
  const folded = color < 0 || visual.ranked ? points : foldSmallest(points, visual);
  const names = distinct(folded, "series");
  if (color >= 0) names.sort(visual.ranked ? byPlace(visual, rows, color) : compare);
  return {
    points: folded,
    categories: categories(visual, folded, visual.fields[category]),
    series: names.map((name) => ({ name, label: folded.find((point) => point.series === name).label })),
    column: color < 0 ? `measures of ${visual.id}` : columnKey(visual.fields[color]),
  };
}

const distinct = (points, member) => [...new Set(points.map((point) => point[member]))];

/** The categories in the order of the rows, or by their sums where several rows make up one and the value sorts them. */
function categories(visual, points, field) {
  const groups = Map.groupBy(points, (point) => point.category);
  const found = [...groups].map(([name, members]) => ({
    name,
    label: shown(name, field),
    points: members,
    total: members.reduce((sum, point) => sum + (point.value ?? 0), 0),
  }));
  if (visual.sort.byMeasure && !visual.ranked && place(visual, "color") >= 0) {
    const sign = visual.sort.descending ? -1 : 1;
    found.sort((a, b) => sign * (a.total - b.total) || compare(a.name, b.name));
  }
  return found;
}

/** Compares values of a dimension by the places that a ranked query gives them. */
function byPlace(visual, rows, index) {
  const places = new Map(
    rows.map((row) => [cell(visual, row, index), row[visual.fields.length + visual.measures.length + index]]),
  );
  return (a, b) => places.get(a) - places.get(b);
}

/** The series beyond the twenty largest become one, as in QuickSight; only where values add up. */
export function foldSmallest(points, visual) {
  const totals = new Map();
  for (const point of points) totals.set(point.series, (totals.get(point.series) ?? 0) + point.value);
  if (totals.size <= MOST_SERIES || !visual.measures[0].additive) return points;
  const kept = new Set(
    [...totals]
      .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      .slice(0, MOST_SERIES - 1)
      .map(([name]) => name),
  );
  const others = new Map();
  for (const point of points.filter((each) => !kept.has(each.series))) {
    const other = others.get(point.category) ?? { ...point, series: OTHER, label: "Other", value: 0, choices: [] };
    other.value += point.value;
    others.set(point.category, other);
  }
  return [...points.filter((each) => kept.has(each.series)), ...others.values()];
}

/** The values of a dimension in their order: by their places in ranked rows, else by themselves. */
export function ordered(visual, rows, index) {
  const values = [...new Set(rows.map((row) => cell(visual, row, index)))];
  return values.sort(visual.ranked ? byPlace(visual, rows, index) : compare);
}

/** What a datum needs to be chosen: the lines of its tooltip, of which the first is its key, its name, its choices. */
export const chosen = (lines, visual, row) => ({
  lines,
  told: lines.join(", "),
  key: lines[0],
  choices: choices(visual, row),
});

/** A line for a tooltip: what it is, and its value as its measure is written. */
export const told = (label, value, measure) => `${label}: ${number(value, measure.format)}`;

export const columnKey = (field) => `${field.dataSet}.${field.column}`;

/** Numbers by size, texts by the alphabet, nothing after everything, what is folded last. */
export function compare(a, b) {
  if (a === b) return 0;
  if (a === OTHER || b === OTHER) return a === OTHER ? 1 : -1;
  if (a === null || b === null) return a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true });
}
