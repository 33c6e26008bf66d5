// Vega-Lite specifications as elements of the page: themed, with marks that have a name, a focus and a key press.
//
// Data is never part of an expression: specifications look names up by `names[datum.value]`, a parameter. Expressions
// are interpreted (`ast`), not compiled, so that the page's Content-Security-Policy needs no `unsafe-eval`.
// https://vega.github.io/vega/usage/interpreter/

import { h, hideTooltip, showTooltip } from "./dom.js";
import { short, tick } from "./format.js";
import { themed } from "./colors.js";

// What expressions may call, beside Vega's own functions.
const FUNCTIONS = { shortNumber: (value, format) => short(value, format ?? undefined), shortTime: tick };

const ERRORS = 1; // what Vega writes to the console
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * An element with the chart in it. A datum that can be chosen has `key`, `lines` (the tooltip's) and `choices`.
 *
 * @param names what the keys of discrete scales are called
 * @param formats how numbers are written, for `shortNumber(datum.value, formats.value)`
 */
export async function chart(spec, { visual, names = {}, formats = {}, choose }) {
  const element = h("div", { class: "chart" });
  const params = [{ name: "names", value: names }, { name: "formats", value: formats }, ...(spec.params ?? [])];
  const whole = {
    ...spec,
    params,
    background: "transparent",
    description: visual.alt || visual.title,
    config: theme(),
  };
  const { view } = await vegaEmbed(element, whole, {
    mode: "vega-lite",
    ast: true,
    renderer: "svg",
    actions: false,
    defaultStyle: false,
    tooltip: false,
    hover: false,
    logLevel: ERRORS,
    expressionFunctions: FUNCTIONS,
  });
  element.view = view;
  reachable(element, visual, choose);
  return element;
}

/** Makes marks buttons, of which one is in the page's tab order and the others are reached by arrow keys. */
function reachable(element, visual, choose) {
  const marks = [...element.querySelectorAll("path[role=graphics-symbol]")].filter(
    (mark) => mark.__data__?.datum?.lines,
  );
  for (const [index, mark] of marks.entries()) {
    mark.classList.add("mark");
    mark.setAttribute("role", "button");
    mark.setAttribute("tabindex", index ? -1 : 0);
    mark.dataset.key = mark.__data__.datum.key;
  }
  const at = (event) => event.target.closest?.(".mark");
  const tell = (event) =>
    at(event) && visual.options.tooltip !== false && showTooltip(at(event), at(event).__data__.datum.lines);
  const activate = (mark) => choose?.(mark.__data__.datum.choices, mark.dataset.key);
  element.addEventListener("pointerover", tell);
  element.addEventListener("focusin", tell);
  element.addEventListener("pointerout", hideTooltip);
  element.addEventListener("focusout", hideTooltip);
  element.addEventListener("click", (event) => at(event) && activate(at(event)));
  element.addEventListener("keydown", (event) => {
    const mark = at(event);
    if (!mark) return;
    if (["Enter", " "].includes(event.key)) activate(mark);
    else if (event.key in STEPS) move(marks, marks.indexOf(mark) + STEPS[event.key]);
    else if (event.key === "Home" || event.key === "End") move(marks, event.key === "Home" ? 0 : -1);
    else return;
    event.preventDefault();
  });
}

function move(marks, index) {
  const next = marks.at(index % marks.length);
  for (const mark of marks) mark.setAttribute("tabindex", mark === next ? 0 : -1);
  next.focus();
}

/** The page's colors and type for everything that is no mark. */
function theme() {
  const [ink, muted, line] = ["ink", "muted", "line"].map(themed);
  const texts = {
    labelColor: muted,
    titleColor: muted,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
  };
  return {
    font: getComputedStyle(document.body).fontFamily,
    view: { stroke: null },
    axis: {
      ...texts,
      gridColor: line,
      domainColor: line,
      tickColor: line,
      labelLimit: 150,
      titleLimit: 400,
      titlePadding: 8,
    },
    axisBand: { ticks: false, domain: false, labelColor: ink, labelPadding: 6 },
    legend: {
      ...texts,
      labelColor: ink,
      labelLimit: 130,
      symbolType: "square",
      symbolSize: 110,
      rowPadding: 4,
      columnPadding: 14,
    },
    header: { labelColor: ink, labelFontSize: 12, labelLimit: 200, title: null },
    text: { fill: ink, fontSize: 12, limit: 180 },
    point: { filled: true, opacity: 1 },
  };
}
