import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import { zipEpoch } from "./pack.ts"

/**
 * Takes the clock and chance out of a fresh DOCX, and adds the language Word looks for in its properties.
 * docx writes the present moment and random relationship names; two prints of one paper must be equal, or an
 * evidence pack could not be made again.
 */
export function settle(docx: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(docx)
  const names = new Map<string, string>()
  const steady = (xml: string): string =>
    xml.replace(/\brId[\w-]{12,}/g, (name) => {
      const known = names.get(name) ?? `rIdLink${names.size + 1}`
      names.set(name, known)
      return known
    })
  const out: Zippable = {}
  for (const [path, bytes] of Object.entries(parts)) {
    let content = bytes
    if (path === "docProps/core.xml") content = strToU8(properties(strFromU8(bytes), date))
    else if (/^word\/(?:document|_rels\/document)\.xml(?:\.rels)?$/.test(path)) content = strToU8(steady(strFromU8(bytes)))
    out[path] = [content, { mtime: zipEpoch() }]
  }
  return zipSync(out)
}

const properties = (xml: string, date: string): string =>
  xml
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, (_, which: string) =>
      date === "" ? "" : `<dcterms:${which} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${which}>`,
    )
    .replace("</cp:coreProperties>", "<dc:language>zh-CN</dc:language></cp:coreProperties>")
