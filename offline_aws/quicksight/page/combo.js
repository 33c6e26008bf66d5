// Bars by the primary axis, and lines over them by an axis of their own on the right or by the same.

import { bands, datum, outside, stack, thickness } from "./bars.js";
import { chart } from "./chart.js";
import { series } from "./data.js";
import { beside, fitted, labelsOf, namesOf, numbers, numeric, seriesColor } from "./scales.js";

export function drawCombo(visual, rows, room) {
  const [bars, lines] = ["value", "line"].map((role) => visual.measures.filter((measure) => measure.role === role));
  const drawn = series(visual, rows);
  const color = seriesColor({ visual, drawn, room, title: null });
  const { oneAxis } = visual.options;
  const data = (points) => ({ values: points.map((point) => datum(point, visual, color.scale)) });
  const part = { visual, drawn, color, room, x: bands(drawn.categories, visual, false, room) };
  const spec = {
    ...fitted(room),
    layer: [
      { data: data(barPoints(drawn, bars, visual)), ...barLayers(part, bars, oneAxis ? visual.measures : bars) },
      { data: data(linePoints(drawn, lines)), ...lineLayers(part, oneAxis ? visual.measures : lines) },
    ],
    resolve: oneAxis ? {} : { scale: { y: "independent" } },
  };
  const formats = { value: bars[0].format, line: lines[0].format };
  return chart(spec, { visual, choose: room.choose, names: namesOf(drawn), formats });
}

const whole = (point) => ({ ...point, start: 0, end: point.value });

function barPoints(drawn, bars, visual) {
  const order = bars.map((measure) => measure.id);
  return drawn.categories.flatMap((category) => {
    const points = category.points.filter((point) => bars.includes(point.measure));
    return visual.options.arrangement === "stacked" ? stack({ points }, order, false) : points.map(whole);
  });
}

const linePoints = (drawn, lines) => drawn.points.filter((point) => lines.includes(point.measure)).map(whole);

function barLayers({ visual, drawn, color, room, x }, bars, named) {
  const several = visual.options.arrangement === "clustered" && bars.length > 1;
  const { valueAxis, labels } = visual.options;
  const y = { scale: numeric(valueAxis), axis: numbers(valueAxis, labelsOf(named), "value") };
  const thick = thickness(room, { categories: drawn.categories, series: bars }, false, several);
  return {
    encoding: { x, ...(several ? { xOffset: { field: "series", sort: color.scale.domain } } : {}) },
    layer: [
      {
        mark: { type: "bar", width: thick },
        encoding: {
          y: { field: "start", type: "quantitative", ...y },
          y2: { field: "end" },
          color,
          description: { field: "told" },
        },
      },
      ...(labels ? [outside(false)] : []),
    ],
  };
}

function lineLayers({ visual, color, x }, named) {
  const { oneAxis, valueAxis, lineAxis, lineLabels } = visual.options;
  const options = oneAxis ? valueAxis : lineAxis;
  const side = oneAxis ? { orient: "left" } : { orient: "right", grid: false };
  const y = { scale: numeric(options), axis: numbers(options, labelsOf(named), oneAxis ? "value" : "line", side) };
  return {
    encoding: { x, y: { field: "end", type: "quantitative", ...y }, color },
    layer: [
      { mark: { type: "line", aria: false, strokeWidth: 2.5 } },
      { mark: { type: "point", size: 70 }, encoding: { description: { field: "told" } } },
      ...(lineLabels ? [beside({ dy: -10 })] : []),
    ],
  };
}
