// What a reader takes along: a visual's rows as CSV, a sheet as a picture. A PDF is what the browser prints.

import { h, id } from "./dom.js";
import { themed } from "./colors.js";

export function download(blob, name) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

const CAPTION = 48; // px

/** The sheet as PNG: its elements and the page's styles as one SVG, which the browser draws on a canvas. */
export async function picture(name, caption) {
  const sheet = id("sheet");
  const [width, height] = [sheet.offsetWidth, sheet.scrollHeight + CAPTION];
  const styles = [...document.styleSheets].flatMap((each) => [...each.cssRules].map((rule) => rule.cssText)).join("\n");
  const copy = sheet.cloneNode(true);
  for (const tools of copy.querySelectorAll(".tools")) tools.remove();
  const root = document.createElement("div");
  root.setAttribute("class", "picture");
  root.dataset.theme = document.documentElement.dataset.theme;
  root.append(h("p", { class: "caption" }, caption), copy);
  const style = document.createElement("style");
  style.textContent = styles.replaceAll(":root", ".picture").replace(/^body \{/m, ".picture {");
  root.prepend(style);
  // Vega writes a gradient's address with that of the page.
  const html = new XMLSerializer().serializeToString(root).replaceAll(location.href.split("#")[0], "");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${html}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = h("canvas", { width: 2 * width, height: 2 * height });
  const context = canvas.getContext("2d");
  context.fillStyle = themed("ground");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  download(await new Promise((done) => canvas.toBlob(done)), `${name}.png`);
}
