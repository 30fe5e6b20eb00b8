import { Resvg } from "@resvg/resvg-js"
import { selfContained } from "./drawing.ts"
import { family, fontFiles } from "./fonts.ts"

/**
 * A drawing as a PNG of `width` pixels on white, in the fonts that come with the program.
 * A native library draws it: about 0.1 s for the fonts, then a few milliseconds.
 */
export async function toPng(svg: string, { width }: { width: number }): Promise<Uint8Array> {
  const drawing = new Resvg(selfContained(svg), {
    fitTo: { mode: "width", value: Math.round(width) },
    background: "#ffffff",
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: false,
      defaultFontFamily: family.sans,
      sansSerifFamily: family.sans,
      serifFamily: family.serif,
    },
  })
  return drawing.render().asPng()
}
