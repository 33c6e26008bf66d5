// Small helpers: elements and the tooltip. Data only ever becomes text nodes and attributes, never markup.

/** An element with attributes (a function is a listener, `style` an object) and children (text, elements, null). */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "style")
      for (const [property, given] of Object.entries(value)) element.style.setProperty(property, given);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export const id = (name) => document.getElementById(name);

/** What the tooltip tells of. */
let told;

/** Show lines of text at an element: the first is what it is about. */
export function showTooltip(mark, lines) {
  const tooltip = id("tooltip");
  told = mark;
  tooltip.replaceChildren(...lines.map((line, index) => h(index ? "span" : "strong", {}, line)));
  tooltip.hidden = false;
  const at = mark.getBoundingClientRect();
  const left = Math.min(
    Math.max(at.left + at.width / 2 - tooltip.offsetWidth / 2, 8),
    innerWidth - tooltip.offsetWidth - 8,
  );
  const above = at.top - tooltip.offsetHeight - 8;
  tooltip.style.left = `${left}px`;
  tooltip.style.top = `${above > 8 ? above : Math.min(at.bottom + 8, innerHeight - tooltip.offsetHeight - 8)}px`;
}

export function hideTooltip() {
  id("tooltip").hidden = true;
}

/** The same, when it tells of something in an element that is about to go. */
export function hideTooltipIn(element) {
  if (element.contains(told)) hideTooltip();
}
