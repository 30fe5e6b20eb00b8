import type { ElectionTemplate, Question } from "@qiaoliang/ballot"
import { answers, type Candidate, type Count, type Counts, type Election } from "./election.ts"

/** How a ballot names somebody: by name, with the faculty where two share one. */
export const labelOf = (c: Candidate, among: readonly Candidate[]): string =>
  among.filter((other) => other.name === c.name).length > 1 ? `${c.name}（${c.faculty}）` : c.name

type Asked = Pick<Election, "mode" | "candidates" | "post" | "seats">

/** 等额: a verdict on each. 差额: one question, up to as many names as seats, or blank; an over-vote cannot be cast. */
function questionsOf({ mode, candidates, post, seats }: Asked): Question[] {
  const names = candidates.map((c) => labelOf(c, candidates))
  return mode === "equal"
    ? names.map((question) => ({ question, answers: [...answers], min: 1, max: 1 }))
    : [{ question: `${post}（至多选${seats}名）`, answers: names, min: 1, max: seats, blank: true }]
}

export const templateOf = (e: Election, assembly: string): ElectionTemplate => ({
  name: `${assembly}${e.title}`,
  description: `${e.post}，应选${e.seats}名，候选人${e.candidates.length}名，${modeNames[e.mode]}选举`,
  questions: questionsOf(e),
  administrator: `${assembly}主席团`,
  credentialAuthority: `${assembly}代表资格审查委员会`,
})

export const modeNames = { equal: "等额", surplus: "差额" } as const

/** The counts of an electronic vote from `{"result": [[…]]}`; rows of a 差额 question begin with the blank votes. */
export function countsOf(
  { mode, candidates }: Asked,
  resultText: string,
  { issued, counted }: { readonly issued: number; readonly counted: number },
): Counts {
  const { result } = JSON.parse(resultText) as { result: number[][] }
  const named = ({ number, name }: Candidate) => ({ number, name, illegible: 0 })
  const rows: Count[] =
    mode === "equal"
      ? candidates.map((c, i) => {
          const [yes, against, abstain] = result[i]!
          return { ...named(c), for: yes!, against: against!, abstain: abstain! }
        })
      : candidates.map((c, i) => ({ ...named(c), for: result[0]![i + 1]!, against: null, abstain: null }))
  return {
    issued,
    recovered: counted,
    valid: counted,
    invalid: 0,
    blank: mode === "surplus" ? result[0]![0]! : null,
    candidates: rows,
    writeIns: [],
  }
}
