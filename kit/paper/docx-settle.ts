import { strFromU8, strToU8 } from "fflate"
import { officialFont } from "./fonts.ts"
import { rezipped } from "./zip.ts"

/**
 * The official fonts, described well enough for a program without them to choose the nearest it has:
 * another name of the same design, and whether the strokes have serifs.
 */
const fonts = [
  {
    name: officialFont.title,
    other: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong",
    family: "roman",
  },
  { name: officialFont.body, other: "仿宋,FangSong,FangSong_GB2312", family: "modern" },
  { name: officialFont.heading, other: "SimHei", family: "swiss" },
  { name: officialFont.subheading, other: "楷体,KaiTi,KaiTi_GB2312", family: "modern" },
  { name: officialFont.number, other: "SimSun", family: "roman" },
] as const

const fontTable = fonts
  .map(
    ({ name, other, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join("")

/**
 * Takes the clock and chance out of a fresh DOCX, and adds the language Word looks for in its properties.
 * docx writes the present moment and random relationship names; two prints of one paper must be equal, or an
 * evidence pack could not be made again.
 */
export function settle(docx: Uint8Array, date: string): Uint8Array {
  const links = new Map<string, string>()
  const bookmarks = new Map<string, string>()
  const drawings = new Map<string, string>()
  // Each pattern begins with the tag: what people wrote cannot contain one.
  const steady = (xml: string): string =>
    xml
      .replace(
        /(<(?:w:hyperlink|Relationship)\b[^>]*?\b(?:r:id|Id)=")(rId[^"]{9,})/g,
        (_, before, id) => before + numbered(links, id, "rIdLink"),
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)/g,
        (_, before, id) => before + numbered(bookmarks, id, ""),
      )
      .replace(/(<wp:docPr\b[^>]*?\bid=")(\d+)/g, (_, before, id) => before + numbered(drawings, id, ""))
  return rezipped(docx, (path, bytes) => {
    if (path === "docProps/core.xml") return strToU8(properties(strFromU8(bytes), date))
    if (path === "word/fontTable.xml") return strToU8(described(strFromU8(bytes)))
    if (/^word\/(?:document|_rels\/document)\.xml(?:\.rels)?$/.test(path))
      return strToU8(steady(strFromU8(bytes)))
    return bytes
  })
}

const described = (xml: string): string =>
  xml.replace(/\/>$|<\/w:fonts>$/, (end) => `${end === "/>" ? ">" : ""}${fontTable}</w:fonts>`)

const properties = (xml: string, date: string): string =>
  xml
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, (_, which: string) =>
      date === "" ? "" : `<dcterms:${which} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${which}>`,
    )
    .replace("</cp:coreProperties>", "<dc:language>zh-CN</dc:language></cp:coreProperties>")

/** The same new name each time an old one comes by, in order of appearance. */
function numbered(known: Map<string, string>, name: string, stem: string): string {
  const given = known.get(name) ?? `${stem}${known.size + 1}`
  known.set(name, given)
  return given
}
