/** The door of the paper room. */
export { toDocx } from "./docx.ts"
export { toHtml } from "./html.ts"
export * from "./pack.ts"
export * from "./paper.ts"
export { toPdf } from "./pdf.ts"
export { toPng } from "./picture.ts"
export { type Sheet, type SheetColumn, toXlsx, type Value } from "./sheet.ts"
export { toText } from "./text.ts"
