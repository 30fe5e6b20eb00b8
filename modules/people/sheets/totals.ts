import { narrowText, type Recognised } from "@qiaoliang/sheets"
import type { Cells } from "./cells.ts"

/** A group's name without its numbering and count: `二、文体活动部（6人）` → 文体活动部, 6. */
export function readGroup(text: string): { readonly name: string; readonly stated: number | null } {
  const plain = narrowText(text)
    .replace(/\s/g, "")
    .replace(/^[(]?[一二三四五六七八九十\d]+[)]?[、.．:：]/, "")
  const match = /^(.*?)[([]?共?(\d+)[人名][)\]]?$/.exec(plain)
  const name = (match?.[1] ?? plain).replace(/[：:]$/, "")
  return { name, stated: match ? Number(match[2]) : null }
}

const statedTotal = /(?:合计|总计|共计|共有|以上共|总人数|共)[:：为]?(\d{1,6})(?:[人名位]|$)/

/** Tells where a count written into a grouping row, a title or a note is not the number of rows listed. */
export function compareTotals(recognised: Recognised, cells: Cells): void {
  const { rows, titles, notes } = recognised
  for (const { row, text } of [...titles, ...notes]) {
    const plain = narrowText(text).replace(/\s/g, "")
    if (/小计/.test(plain)) continue
    const match = statedTotal.exec(plain)
    if (match) compare(row, "全表", Number(match[1]), rows.length, cells)
  }
  const groups = new Map<number, { text: string; rows: number }>()
  for (const { group } of rows) {
    if (!group) continue
    const seen = groups.get(group.row)
    if (seen) seen.rows++
    else groups.set(group.row, { text: group.text, rows: 1 })
  }
  for (const [row, group] of groups) {
    const { name, stated } = readGroup(group.text)
    if (stated !== null) compare(row, name, stated, group.rows, cells)
  }
}

function compare(row: number, what: string, written: number, measured: number, cells: Cells): void {
  if (written === measured) return
  cells.tellAt("notice", row, `${what}写明${written}人，实际列出${measured}人`, {
    report: "stated-total-wrong",
    measured,
    written,
    cure: "核对名单，更正人数或补齐人员",
  })
}
