// Draws the icons of the installed app from the favicon: `node apps/web/icons.ts`, after the favicon has changed.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Resvg } from "@resvg/resvg-js"

const folder = fileURLToPath(new URL("static/", import.meta.url))
const seal = readFileSync(`${folder}favicon.svg`, "utf8")
// A mask may cut away all but the middle four fifths: there the ground goes to the edge, the bridge stands smaller.
const full = seal
  .replace('rx="5" ', "")
  .replace("<path ", '<path transform="translate(16 16) scale(.72) translate(-16 -16)" ')

for (const [name, size, svg] of [
  ["icon-192.png", 192, seal],
  ["icon-512.png", 512, seal],
  ["icon-maskable.png", 512, full],
  ["apple-touch-icon.png", 180, full],
] as const)
  writeFileSync(folder + name, new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng())
