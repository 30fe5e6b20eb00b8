import type { Out } from "#kit/web/call.ts"
import type { booth } from "../contract-asked.ts"

export type Booth = Out<typeof booth>

/** The answers of 等额 in the order of the ballot. */
export const verdicts = ["for", "against", "abstain"] as const
export type Verdict = (typeof verdicts)[number]

/** What the delegate marked. 等额: a verdict on each. 差额: places of the chosen, or blank. */
export interface Marks {
  readonly verdicts: Readonly<Record<number, Verdict>>
  readonly chosen: readonly number[]
  readonly blank: boolean
}

export const unmarked: Marks = { verdicts: {}, chosen: [], blank: false }

/** Names as the ballot that is encrypted has them, not as the page is told beside it. */
export function namesOn({ election, mode, candidates }: Booth): string[] {
  try {
    const { questions } = JSON.parse(election ?? "") as {
      questions: { question: string; answers: string[] }[]
    }
    return mode === "equal" ? questions.map((q) => q.question) : questions[0]!.answers
  } catch {
    return candidates.map((c) => c.name)
  }
}

/** Names without a mark yet; none where the ballot can be cast. */
export function missingOn(of: Booth, names: readonly string[], m: Marks): string[] {
  if (of.mode === "equal") return names.filter((_, i) => !m.verdicts[i])
  return m.blank || m.chosen.length > 0 ? [] : [...names]
}

/** Mark or unmark a candidate of a 差额 ballot: one too many is not taken. */
export function toggled(m: Marks, place: number, seats: number): Marks {
  if (m.chosen.includes(place)) return { ...m, chosen: m.chosen.filter((c) => c !== place) }
  return m.chosen.length >= seats ? m : { ...m, blank: false, chosen: [...m.chosen, place] }
}

/** Rows of zeros and ones, as the ballot encrypts them: a question each, a blank vote first. */
export function rowsOf(of: Booth, names: readonly string[], m: Marks): number[][] {
  if (of.mode === "equal") return names.map((_, i) => verdicts.map((v) => (m.verdicts[i] === v ? 1 : 0)))
  return [[m.blank ? 1 : 0, ...names.map((_, i) => (!m.blank && m.chosen.includes(i) ? 1 : 0))]]
}
