// The colors of a dashboard: those of its theme, else the page's own in light or dark.
//
// https://docs.aws.amazon.com/quicksight/latest/APIReference/API_UIColorPalette.html

import { id } from "./dom.js";

const UI = {
  PrimaryForeground: ["ink", "muted"],
  PrimaryBackground: ["card"],
  SecondaryForeground: ["on-ground"],
  SecondaryBackground: ["ground"],
  Accent: ["accent"],
  Danger: ["lost"],
  Success: ["live"],
};
const MOST_COLORS = 20;

/** Let a theme's colors take the place of the page's. One with a ground of its own is neither light nor dark. */
export function applyTheme(theme) {
  const { DataColorPalette: data = {}, UIColorPalette: ui = {} } = theme ?? {};
  const set = (name, color) => document.documentElement.style.setProperty(`--${name}`, color);
  for (const [member, names] of Object.entries(UI)) if (ui[member]) for (const name of names) set(name, ui[member]);
  if (ui.PrimaryForeground && ui.PrimaryBackground)
    set("line", mixed(ui.PrimaryForeground, ui.PrimaryBackground, 0.16));
  const { Colors: colors = [], MinMaxGradient: [low, high] = [], EmptyFillColor: empty } = data;
  if (colors.length)
    for (let number = 1; number <= MOST_COLORS; number += 1) set(`mark-${number}`, colors[number - 1] ?? " ");
  if (high)
    for (const [name, color] of [
      ["low", low],
      ["high", high],
    ])
      set(name, color);
  if (empty) set("empty", empty);
  id("theme").hidden = Boolean(ui.PrimaryBackground || ui.SecondaryBackground);
}

function mixed(one, other, share) {
  const channels = (color) => [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
  const [a, b] = [channels(one), channels(other)];
  return `#${a
    .map((channel, index) =>
      Math.round(channel * share + b[index] * (1 - share))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

export function setDark(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  id("theme").textContent = dark ? "Light" : "Dark";
  id("theme").setAttribute("aria-label", dark ? "Light colors" : "Dark colors");
}
