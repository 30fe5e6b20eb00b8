import { chineseDay } from "@qiaoliang/basics"
import { describe, organisationSvg } from "#modules/unions/pure.ts"
import type {
  CharterText,
  CongressFacts,
  DisclosureInput,
  Responsible,
  ReviewRound,
  TextId,
} from "./input.ts"
import { type RosterOptions, rosterGroups, rosterNote } from "./roster.ts"
import type { SectionOf } from "./shape.ts"
import { suggestion } from "./suggestion.ts"
import { unionTree } from "./tree.ts"
import { responsibleRoles } from "./words-of.ts"

/** The remark of a section left open on purpose, or what is missing. */
const lacking = (input: DisclosureInput, key: string, what: string): string => input.own.pending[key] ?? what

export function charterSection(input: DisclosureInput, heading: string): SectionOf<"charter"> {
  const charter = charterOf(input)
  const none = { kind: "charter" as const, heading, name: charterName(input), adopted: null, paragraphs: [] }
  if (!charter?.text.trim()) return { ...none, missing: lacking(input, "charter", "章程全文尚未提供") }
  const paragraphs = charter.text
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ role: roleOf(text), text }))
  return { ...none, adopted: charter.adopted, paragraphs, missing: null }
}

const numerals = "[一二三四五六七八九十百零〇\\d]+"
const chapter = new RegExp(`^(第${numerals}章|附\\s*则$|总\\s*则$|序\\s*言$)`)
const article = new RegExp(`^第${numerals}条`)
const roleOf = (text: string): "chapter" | "article" | "text" =>
  chapter.test(text) ? "chapter" : article.test(text) ? "article" : "text"

/** The charter room's, where it holds the words; else what was filled in by hand. */
export function charterOf({ charter, own }: DisclosureInput): CharterText | null {
  return charter?.text.trim() ? charter : (own.supplement.charter ?? charter)
}

export const charterName = (input: DisclosureInput): string =>
  charterOf(input)?.name ?? `${input.filer.name}章程`

export function chartSection(input: DisclosureInput, heading: string): SectionOf<"chart"> {
  const tree = unionTree(input.filer)
  const missing = input.filer.posts ? null : lacking(input, "chart", "名册尚未导入")
  return {
    kind: "chart",
    heading,
    svg: missing === null ? organisationSvg(tree, { names: false, findings: false }) : "",
    alt: describe(tree),
    missing,
  }
}

export function staffSection(
  input: DisclosureInput,
  heading: string,
  options: RosterOptions,
): SectionOf<"staff"> {
  const groups = rosterGroups(input.filer, options)
  const people = groups.flatMap((g) => g.people).filter((p) => p.number !== null).length
  const presidium = (input.filer.posts ?? []).filter((p) => p.kind === "presidium").length
  return {
    kind: "staff",
    heading,
    summary: `共${people}人，其中主席团成员${presidium}人；工作部门${input.filer.departments.length}个。`,
    note: rosterNote(input.filer, options),
    groups,
    missing: input.filer.posts ? null : lacking(input, "staff", "名册尚未导入"),
  }
}

export function congressSection(input: DisclosureInput, heading: string): SectionOf<"congress"> {
  const held = congressOf(input)
  const text = input.own.texts.congress ?? ""
  const base = { kind: "congress" as const, heading, text }
  if (!held)
    return {
      ...base,
      lines: [],
      agenda: [],
      missing: text ? null : lacking(input, "congress", "大会召开情况尚未提供"),
    }
  const present = [
    held.delegates === undefined ? "" : `代表${held.delegates}人`,
    held.present === undefined ? "" : `实到${held.present}人`,
  ]
  const lines = [
    { label: "大会名称", value: held.name },
    { label: "召开日期", value: chineseDay(held.held) },
    { label: "召开地点", value: held.venue ?? "" },
    { label: "代表人数", value: present.filter(Boolean).join("，") },
    { label: "公开报道", value: held.link ?? "", ...(held.link ? { href: held.link } : {}) },
  ]
  return { ...base, lines: lines.filter((l) => l.value), agenda: [...held.agenda], missing: null }
}

/** The record says when and how many; the place, the agenda and the report may be filled in by hand. */
function congressOf({ congress, own }: DisclosureInput): CongressFacts | undefined {
  const byHand = own.supplement.congress
  if (!congress) return byHand
  return { ...byHand, ...congress, agenda: congress.agenda.length ? congress.agenda : (byHand?.agenda ?? []) }
}

export function methodSection(
  input: DisclosureInput,
  id: Exclude<TextId, "congress">,
  heading: string,
): SectionOf<"method"> {
  const own = input.own.texts[id]?.trim()
  const rounds: readonly ReviewRound[] =
    id === "review" ? (input.reviews.length ? input.reviews : (input.own.supplement.reviews ?? [])) : []
  return {
    kind: "method",
    id,
    heading,
    text: own || suggestion(id, input.filer),
    suggested: !own,
    rounds: rounds.map((r) => ({
      name: r.name,
      held: chineseDay(r.held),
      owed: r.owed,
      reported: r.reported,
      panel: r.panel ?? null,
      note: r.note ?? "",
    })),
    missing:
      id === "review" && rounds.length === 0
        ? lacking(input, "review", "本学年述职评议开展情况尚未提供")
        : null,
  }
}

/** By role, in the order of the form: what was filled in by hand corrects what the offices have on record. */
export function responsibleSection(input: DisclosureInput, heading: string): SectionOf<"responsible"> {
  const wanted = responsibleRoles(input.filer)
  const byHand = input.own.supplement.responsible ?? []
  const known = [
    ...wanted.flatMap((role): Responsible[] => {
      const written = byHand.filter((r) => r.role === role)
      const found = written.length ? written : input.responsible.filter((r) => r.role === role)
      return found.length ? [...found] : [{ role, name: "", fullTime: null }]
    }),
    ...byHand.filter((r) => !wanted.includes(r.role)),
  ]
  return {
    kind: "responsible",
    heading,
    rows: known.map((r) => ({ role: r.role, name: r.name, fullTime: r.fullTime, remark: r.remark ?? "" })),
    missing: known.every((r) => r.name) ? null : lacking(input, "responsible", "主要责任人尚未填全"),
  }
}
