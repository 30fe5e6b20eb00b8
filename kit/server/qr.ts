import { toString as draw } from "qrcode"

/** A QR code as SVG that leads to a page of the site; `site` is where the screen that shows it was opened. */
export const qrOf = (site: string, page: string): Promise<string> =>
  draw(`${new URL(site).origin}${page}`, { type: "svg", margin: 2, errorCorrectionLevel: "M" })
