// Small helpers: elements, texts, the tooltip. Data only ever becomes text nodes and attributes, never markup.

const SVG = new Set(["svg", "g", "path", "line", "text", "circle", "polyline", "polygon", "title"]);

/** An element with attributes (a function is a listener, `style` an object) and children (text, elements, null). */
export function h(tag, attributes = {}, ...children) {
  const element = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "style") for (const [property, given] of Object.entries(value)) element.style.setProperty(property, given);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const numbers = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

export const number = (value) => (typeof value === "number" ? numbers.format(value) : text(value));
export const short = (value) => (Math.abs(value) >= 10000 ? compact.format(value) : numbers.format(value));
export const percent = (value) => percents.format(value);

/** A value as text: NULL as QuickSight shows it; a whole hour or day of a timestamp without its zeros. */
export function text(value) {
  if (value === null || value === undefined) return "null";
  const timestamp = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}):(\d{2})\.000$/.exec(value);
  if (!timestamp) return value === "" ? "empty" : String(value);
  const [, day, minutes, seconds] = timestamp;
  if (seconds !== "00") return `${day} ${minutes}:${seconds}`;
  return minutes === "00:00" ? day : `${day} ${minutes}`;
}

export function bytes(count) {
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), 4);
  return `${numbers.format(Number((count / 1000 ** power).toPrecision(3)))} ${["B", "kB", "MB", "GB", "TB"][power]}`;
}

/** Round steps from 0 to `most` or just beyond it: at most about `count` of them. */
export function ticks(most, count = 5) {
  if (!(most > 0)) return [0, 1];
  const raw = most / count;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * magnitude).find((each) => each >= raw);
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** The attributes by which a mark tells its values on hover and on focus. */
export function told(lines) {
  const show = (event) => showTooltip(event.currentTarget, lines);
  return { pointerenter: show, pointermove: show, focus: show, pointerleave: hideTooltip, blur: hideTooltip, "aria-label": lines.join(", ") };
}

function showTooltip(mark, lines) {
  const tooltip = document.getElementById("tooltip");
  tooltip.replaceChildren(...lines.map((line, index) => h(index ? "span" : "strong", {}, line)));
  tooltip.hidden = false;
  const at = mark.getBoundingClientRect();
  const left = Math.min(Math.max(at.left + at.width / 2 - tooltip.offsetWidth / 2, 8), innerWidth - tooltip.offsetWidth - 8);
  const above = at.top - tooltip.offsetHeight - 8;
  tooltip.style.left = `${left}px`;
  tooltip.style.top = `${above > 8 ? above : Math.min(at.bottom + 8, innerHeight - tooltip.offsetHeight - 8)}px`;
}

export function hideTooltip() {
  document.getElementById("tooltip").hidden = true;
}
