import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Finding } from "@qiaoliang/clause"
import { toDocx } from "#kit/paper/docx.ts"
import { type Pack, type PackFile, pack, packPath } from "#kit/paper/pack.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { clauses } from "#policy/clauses.generated.ts"
import { computedRows } from "./assess.ts"
import { compose } from "./compose.ts"
import { toCsv } from "./csv.ts"
import { factHeader, factLines } from "./facts-of.ts"
import { formRows, rowKey } from "./forms.ts"
import type { DisclosureInput, DocumentLabel, RowAttested, UnionFacts } from "./input.ts"
import { paperOf } from "./paper.ts"
import { canonical, seal } from "./seal.ts"
import type { AssessedRow, Disclosure } from "./shape.ts"

export { type PackVerified, verifyPack } from "./verify.ts"

export interface PackOf {
  readonly content: Disclosure
  readonly input: DisclosureInput
  /** Which version on record; none where it was composed straight from workbooks. */
  readonly version?: { readonly id: string; readonly number: number; readonly state: string }
  readonly made: Day
  /** The attached files, by id. */
  readonly documents: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }>
}

/**
 * The binder inspectors leaf through, as a ZIP: the public copy, the unmasked copy, and for every row of
 * the form a folder with its conclusion, the findings with the clause's words, the people counted, and
 * the documents. It holds 学号 and ranks: for the office only.
 */
export async function evidencePack(of: PackOf): Promise<Pack> {
  const { content, input } = of
  const unmasked = compose(input, { unmasked: true })
  const [docx, pdf, binder] = await Promise.all([
    toDocx(paperOf(content, { signatures: true })),
    toPdf(paperOf(content, { signatures: true })),
    toDocx(paperOf(unmasked, { signatures: true, watermark: "核查件" })),
  ])
  const files: PackFile[] = [
    text("说明.txt", readme(of)),
    json("disclosure.json", content),
    json("grounds.json", input),
    json("version.json", { sha256: seal(content), made: of.made, ...of.version }),
    { path: "公开件.docx", bytes: docx },
    { path: "公开件.pdf", bytes: pdf },
    { path: "核查件（未遮盖）.docx", bytes: binder },
    ...unionFiles([], input.filer, input, input.own.attested, input.own.pending, of.documents),
    ...input.faculties.flatMap((f) => unionFiles(["院级", f.name], f, input, f.attested, {}, of.documents)),
  ]
  const charter = input.charter?.document ?? input.own.supplement.charter?.document
  if (charter) files.push(...attached(["章程"], [charter], of.documents))
  return pack(files)
}

function unionFiles(
  folder: readonly string[],
  union: UnionFacts,
  input: DisclosureInput,
  attested: readonly RowAttested[],
  pending: Readonly<Record<string, string>>,
  documents: PackOf["documents"],
): PackFile[] {
  const printed = formRows(union, input.sheet, attested, pending)
  return computedRows(union, input.sheet).flatMap(({ row, findings }, i) => {
    const key = rowKey(row.number)
    const at = [...folder, key]
    const word = attested.find((a) => a.row === key)
    const labels = [word?.document, ...findings.map((f) => f.attested?.document)].filter(
      (d) => d !== undefined,
    )
    return [
      text(packPath(...at, "结论.txt"), conclusionText(union, printed[i] ?? row, word, findings)),
      json(packPath(...at, "findings.json"), findings.map(withWords)),
      csv(packPath(...at, "findings.csv"), findingHeader, findings.map(findingLine)),
      json(packPath(...at, "facts.json"), factLines(union, findings)),
      csv(
        packPath(...at, "facts.csv"),
        factHeader,
        factLines(union, findings).map((l) => Object.values(l)),
      ),
      ...attached([...at, "documents"], labels, documents),
    ]
  })
}

const say = { yes: "是", no: "否", open: "待证明" } as const

function conclusionText(
  union: UnionFacts,
  row: AssessedRow,
  word: RowAttested | undefined,
  findings: readonly Finding[],
): string {
  const lines = [
    `${union.name}　自评表第${row.number}项`,
    row.text,
    "",
    `结论：${say[row.conclusion]}`,
    `备注：${row.remark || "无"}`,
    row.confirmed ? "" : "说明：本项措辞系依惯例拟定，尚未与主管部门印发的表格核对。",
    word
      ? `证明：${word.by}（${word.capacity}）填“${say[word.answer]}”，据${word.source}（${chineseDay(word.on)}）${word.document ? `，附件 ${word.document.name}，SHA-256 ${word.document.sha256}` : "，未附文件"}`
      : "",
    "",
    findings.length ? "依据：" : "依据：系统中没有可据以研判的记录。",
    ...findings.map((f) => `  ${f.clause}　${verdictName[f.verdict]}　${f.because}（${chineseDay(f.asOf)}）`),
  ]
  return `${lines.filter((l, i) => l !== "" || i === 2 || i === 7).join("\n")}\n`
}

const verdictName = {
  met: "符合",
  explained: "已说明",
  warning: "提示",
  violated: "不符合",
  unknown: "待证明",
} as const

const withWords = (f: Finding) => ({
  ...f,
  words: (clauses as Readonly<Record<string, { words: string } | undefined>>)[f.clause]?.words ?? "",
})

const findingHeader = ["条款", "条款原文", "对象", "研判", "实测", "限度", "读法", "说明", "整改", "截至"]
function findingLine(f: Finding) {
  const { words } = withWords(f)
  return [
    f.clause,
    words,
    f.subject ?? "",
    verdictName[f.verdict],
    f.value === null ? "" : String(f.value),
    f.limit,
    f.reading ?? "",
    f.because,
    f.cure ?? "",
    f.asOf,
  ]
}

function attached(
  folder: readonly string[],
  labels: readonly DocumentLabel[],
  documents: PackOf["documents"],
): PackFile[] {
  const seen = new Set<string>()
  return labels.flatMap((label) => {
    const file = documents.get(label.id)
    if (seen.has(label.id)) return []
    seen.add(label.id)
    if (!file)
      return [
        text(
          packPath(...folder, `${label.id} 缺失.txt`),
          `附件“${label.name}”已不在系统中。SHA-256 ${label.sha256}\n`,
        ),
      ]
    const twin = labels.some((l) => l.id !== label.id && l.name === label.name)
    return [{ path: packPath(...folder, twin ? `${label.id} ${file.name}` : file.name), bytes: file.bytes }]
  })
}

const encode = (value: string): Uint8Array => new TextEncoder().encode(value)
const text = (path: string, value: string): PackFile => ({ path, bytes: encode(value) })
/** Canonical, so that the hash of the data can be taken again from the file. */
const json = (path: string, value: unknown): PackFile => ({ path, bytes: encode(`${canonical(value)}\n`) })
const csv = (path: string, ...table: Parameters<typeof toCsv>): PackFile => ({ path, bytes: toCsv(...table) })

function readme({ content, version, made }: PackOf): string {
  return `${content.title}　支撑材料
生成日期：${chineseDay(made)}；数据截至${chineseDay(content.asOf)}${version ? `；第${version.number}版` : "；据工作簿直接编制，未经审核"}

disclosure.json　公开内容（与公开网页一致）
grounds.json　　编制所据的全部数据
公开件.docx、公开件.pdf　　供签字盖章
核查件（未遮盖）.docx　　含学号和名次，仅供核查
row-01、row-02……　　自评表逐项：结论、研判结果与条款原文、计入的人员、所附文件
院级/　　各院级组织逐项，同上
manifest.json　全部文件的 SHA-256

公开内容的 SHA-256：${seal(content)}
核验：qiaoliang verify-pack 本文件.zip

本材料含个人信息，仅供核查，不得公开或转发。
`
}
