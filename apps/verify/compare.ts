import type { Card } from "./card.ts"
import type { Crew } from "./crew.ts"
import { h } from "./element.ts"
import { words } from "./settings.ts"

/** How two files stand to each other; asked once. */
const known = new WeakMap<File, WeakMap<File, { error: string | null } | "asked">>()

/** Archives of one election, the shorter first: does each next one continue it? */
export function comparisons(crew: Crew, cards: readonly Card[], redraw: () => void): HTMLElement[] {
  const t = words()
  const pairs = pairsOf(cards)
  if (pairs.length === 0) return []
  const lines = pairs.map(([earlier, later]) => {
    const of = known.get(earlier.file) ?? new WeakMap()
    known.set(earlier.file, of)
    const found = of.get(later.file)
    if (found === undefined) {
      of.set(later.file, "asked")
      void ask(crew, earlier.file, later.file).then((error) => {
        of.set(later.file, { error })
        redraw()
      })
    }
    if (found === undefined || found === "asked") return h("p", { class: "muted" }, t.comparing)
    const names = [earlier.file.name, later.file.name] as const
    if (found.error !== null)
      return h(
        "div",
        { class: "problem" },
        h("p", { class: "problem-because" }, t.compareBad(...names)),
        h("p", { lang: "zh-CN" }, found.error),
      )
    const same = earlier.file.size === later.file.size
    return h("p", { class: "good" }, same ? t.compareSame(...names) : t.compareGood(...names))
  })
  return [h("section", { class: "panel compared" }, h("h2", {}, t.compare), lines)]
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

const ask = async (crew: Crew, earlier: File, later: File): Promise<string | null> =>
  crew.compare(await bytesOf(earlier), await bytesOf(later))

function pairsOf(cards: readonly Card[]): [Card, Card][] {
  const elections = new Map<string, Card[]>()
  for (const card of cards) {
    const uuid = card.state.kind === "checked" ? card.state.report.verified.election?.uuid : undefined
    if (uuid !== undefined) elections.set(uuid, [...(elections.get(uuid) ?? []), card])
  }
  return [...elections.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.file.size - b.file.size)
    return sorted.slice(1).map((later, i): [Card, Card] => [sorted[i]!, later])
  })
}
