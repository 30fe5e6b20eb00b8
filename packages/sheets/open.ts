import { CFB } from "@e965/xlsx"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type ArchiveFault, ArchiveRefused, tameArchive } from "./archive.ts"
import { type CsvFault, decodeText, parseCsv } from "./csv.ts"
import type { RawSheet, Workbook } from "./raw.ts"
import { readSheets } from "./xlsx.ts"

export interface OpenOptions {
  /** Bytes of the file; 50 MB. */
  maxBytes?: number
  /** Bytes of all its parts once inflated; 400 MB. */
  maxInflated?: number
  /** Rows of each sheet; 200 000. */
  maxRows?: number
  /** Columns that hold anything; 200. */
  maxColumns?: number
}

const saveAs = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”再上传。"

/**
 * Bytes of .xlsx, .xls or .csv → sheets of plain cell values. Refused with `unreadable` or `too-large`:
 * other kinds of file, encrypted ones, macros, archives that inflate beyond reason, endless sheets,
 * empty files. Formulas are never evaluated: their saved values are read.
 */
export function openWorkbook(
  fileName: string,
  bytes: Uint8Array,
  options: OpenOptions = {},
): Result<Workbook, Refusal> {
  const limits = {
    maxBytes: options.maxBytes ?? 50 << 20,
    maxInflated: options.maxInflated ?? 400 << 20,
    maxRows: options.maxRows ?? 200_000,
    maxColumns: options.maxColumns ?? 200,
  }
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ""
  if (bytes.length === 0) return unreadable(fileName, "是空文件", "请重新导出后再上传。")
  if (bytes.length > limits.maxBytes)
    return refuse(
      "too-large",
      `“${fileName}”有 ${megabytes(bytes.length)} MB，超过 ${megabytes(limits.maxBytes)} MB`,
      { cure: "请删去图片和无关的工作表，或分成几个文件上传。", at: fileName },
    )
  if (/^(xlsm|xltm|xlam)$/.test(ending)) return withMacros(fileName)
  if (startsWith(bytes, 0x50, 0x4b)) return openXlsx(fileName, bytes, limits)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return openXls(fileName, bytes, limits)
  if (!/^(csv|txt|tsv)$/.test(ending)) return notATable(fileName, bytes, ending)
  return openCsv(fileName, bytes, limits)
}

type Limits = Required<OpenOptions>

function openXlsx(fileName: string, bytes: Uint8Array, limits: Limits): Result<Workbook, Refusal> {
  let tame: Uint8Array
  try {
    tame = tameArchive(bytes, limits)
  } catch (error) {
    if (error instanceof ArchiveRefused) return archiveRefusal(fileName, error.fault, limits)
    throw error
  }
  return finish(fileName, "xlsx", tame, limits)
}

function openXls(fileName: string, bytes: Uint8Array, limits: Limits): Result<Workbook, Refusal> {
  let paths: string[]
  try {
    const container: { FullPaths: string[] } = CFB.read(Buffer.from(bytes), { type: "buffer" })
    paths = container.FullPaths
  } catch {
    return unreadable(fileName, "已损坏，无法读取", saveAs)
  }
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path))
  if (has(/EncryptedPackage$/)) return encrypted(fileName)
  if (has(/_VBA_PROJECT/i)) return withMacros(fileName)
  if (has(/WordDocument$|PowerPoint Document$/))
    return unreadable(fileName, "不是电子表格", "请上传 .xlsx、.xls 或 .csv 文件。")
  if (!has(/\/(Workbook|Book)$/i)) return unreadable(fileName, "里没有找到工作表", saveAs)
  return finish(fileName, "xls", bytes, limits)
}

function finish(
  fileName: string,
  format: "xlsx" | "xls",
  bytes: Uint8Array,
  limits: Limits,
): Result<Workbook, Refusal> {
  let sheets: RawSheet[]
  try {
    sheets = readSheets(bytes, fileName)
  } catch (error) {
    const message = error instanceof Error ? error.message : ""
    if (/password|encrypt/i.test(message)) return encrypted(fileName)
    return unreadable(fileName, "已损坏，无法读取", saveAs)
  }
  for (const sheet of sheets) {
    const where = `“${fileName}”的工作表“${sheet.name}”`
    if (sheet.cells.length > limits.maxRows) return tooManyRows(where, fileName, limits)
    if (sheet.cells.some((row) => row.length > limits.maxColumns))
      return tooManyColumns(where, fileName, limits)
  }
  if (sheets.every((sheet) => sheet.cells.length === 0))
    return unreadable(fileName, "里没有任何内容", "请检查是否上传了正确的文件。")
  return ok({ fileName, format, sheets })
}

function openCsv(fileName: string, bytes: Uint8Array, limits: Limits): Result<Workbook, Refusal> {
  const text = decodeText(bytes)
  if (text === undefined)
    return unreadable(
      fileName,
      "不是文本表格，或编码无法识别",
      "请另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再上传。",
    )
  if (text.trim() === "") return unreadable(fileName, "里没有任何内容", "请检查是否上传了正确的文件。")
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(text)) return notATable(fileName, bytes, "csv")
  const cells = parseCsv(text, limits.maxRows, limits.maxColumns)
  if (!Array.isArray(cells)) return csvRefusal(fileName, cells, limits)
  return ok({ fileName, format: "csv", sheets: [{ name: null, fileName, cells, firstRow: 1, merges: [] }] })
}

function archiveRefusal(fileName: string, fault: ArchiveFault, limits: Limits) {
  switch (fault) {
    case "encrypted":
      return encrypted(fileName)
    case "macros":
      return withMacros(fileName)
    case "rows":
      return tooManyRows(`“${fileName}”`, fileName, limits)
    case "too-large":
      return refuse("too-large", `“${fileName}”解压后大得不合常理，可能是压缩炸弹，未予读取`, {
        cure: "请只保留需要的工作表，选中数据区复制到新工作簿后再上传。",
        at: fileName,
      })
    case "binary":
      return unreadable(fileName, "是二进制工作簿（.xlsb）", saveAs)
    case "other-kind":
      return unreadable(fileName, "不是电子表格", "请上传 .xlsx、.xls 或 .csv 文件。")
    case "broken":
      return unreadable(fileName, "已损坏，无法读取", saveAs)
  }
}

function csvRefusal(fileName: string, fault: CsvFault, limits: Limits) {
  if (fault.fault === "rows") return tooManyRows(`“${fileName}”`, fileName, limits)
  if (fault.fault === "columns") return tooManyColumns(`“${fileName}”`, fileName, limits)
  if (fault.fault === "binary") return unreadable(fileName, "不是文本表格", saveAs)
  const where = fault.line ? `第 ${fault.line} 行` : ""
  return unreadable(fileName, `${where}的引号没有成对`, "请补上引号，或另存为 .xlsx 再上传。")
}

function notATable(fileName: string, bytes: Uint8Array, ending: string) {
  const head = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  if (head.startsWith("<")) return unreadable(fileName, "其实是网页或 XML 文件，只是名字像表格", saveAs)
  if (/^(xlsx|xls|et)$/.test(ending)) return unreadable(fileName, `内容不是 .${ending} 工作簿`, saveAs)
  return unreadable(fileName, "不是电子表格", "请上传 .xlsx、.xls 或 .csv 文件。")
}

const unreadable = (fileName: string, what: string, cure: string) =>
  refuse("unreadable", `“${fileName}”${what}`, { cure, at: fileName })

const encrypted = (fileName: string) =>
  unreadable(fileName, "设有打开密码", "请在 Excel 中取消密码后重新保存，再上传。")

const withMacros = (fileName: string) =>
  unreadable(
    fileName,
    "含有宏（VBA），为安全起见不予读取",
    "请另存为不含宏的“Excel 工作簿（*.xlsx）”再上传。",
  )

const tooManyRows = (where: string, at: string, { maxRows }: Limits) =>
  refuse("too-large", `${where}超过 ${maxRows} 行`, {
    cure: "请删去数据下方的空行（选中后“删除整行”），或分成几个文件上传。",
    at,
  })

const tooManyColumns = (where: string, at: string, { maxColumns }: Limits) =>
  refuse("too-large", `${where}超过 ${maxColumns} 列`, { cure: "请删去数据右侧的列后再上传。", at })

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

const megabytes = (n: number) => Math.ceil(n / (1 << 20))
