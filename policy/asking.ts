import {
  addMonths,
  chineseDay,
  type Day,
  isDay,
  type Semester,
  semesterName,
  semesterOf,
} from "@qiaoliang/basics"
import type { Answer } from "@qiaoliang/clause"
import { questions } from "./questions.ts"
import type { Answered, Facts, QuestionId, Row, SelectionRecord } from "./vocabulary.ts"

/**
 * Judging by a record of another room or an attestation (`Facts.answers`). Without an answer the clause
 * is `unknown`; a sentence that rests on an attestation says whose.
 */

/** What to say when the clause is kept and when it is not. */
export interface Said {
  readonly yes: string
  readonly no: string
  readonly cure?: string
}

const resting = ({ attested }: Answered) => (attested ? `（${attested.by}证明，据${attested.source}）` : "")

const upon = (answered: Answered) => ({
  ...(answered.attested ? { attested: answered.attested } : {}),
  ...(answered.rows ? { rows: answered.rows } : {}),
})

const notAnswered = (id: QuestionId, limit: string): Answer => ({
  answer: "unknown",
  because: `系统中没有记录或证明：${questions[id].prompt}`,
  limit,
  cure: "登记有关记录，或由负责人附材料证明",
})

/** A `yes-no` question: true keeps the clause, false deviates from it. */
export function kept(f: Facts, id: QuestionId, limit: string, said: Said): Answer {
  const answered = f.answers[id]
  if (!answered || typeof answered.value !== "boolean") return notAnswered(id, limit)
  const because = `${answered.value ? said.yes : said.no}${resting(answered)}`
  const cure = said.cure ? { cure: said.cure } : {}
  return {
    answer: answered.value ? "yes" : "no",
    because,
    limit,
    value: answered.on,
    ...cure,
    ...upon(answered),
  }
}

/** A few by name, and how many there are. */
const naming = (rows: readonly Row[]): string =>
  `${rows
    .slice(0, 8)
    .map((r) => r.name)
    .join("、")}${rows.length > 8 ? `等${rows.length}人` : ""}`

/**
 * A `yes-no` question about how people came in: by the records of selection where they have everybody; who came
 * in without the chain is a no; where some were imported and their way is not on record, an attestation may
 * speak for them, else it is unknown and they are named.
 */
export function proven(
  f: Facts,
  records: readonly (SelectionRecord | undefined)[],
  id: QuestionId,
  limit: string,
  said: Said,
): Answer {
  const of = (part: keyof SelectionRecord) => records.flatMap((r) => r?.[part] ?? [])
  const [walked, without, unproven] = [of("walked"), of("without"), of("unproven")]
  const cure = said.cure ? { cure: said.cure } : {}
  const base = { limit, ...cure }
  if (without.length > 0)
    return {
      ...base,
      answer: "no",
      because: `${said.no}：${naming(without)}没有程序记录`,
      value: without.length,
      rows: without.map((r) => ({ ...r, note: "没有程序记录" })),
    }
  if (walked.length > 0 && unproven.length === 0)
    return {
      ...base,
      answer: "yes",
      because: `${said.yes}（${walked.length}人有程序记录）`,
      value: walked.length,
      rows: walked,
    }
  if (walked.length === 0 || f.answers[id]) return kept(f, id, limit, said)
  return {
    ...base,
    answer: "unknown",
    because: `${walked.length}人有程序记录；${unproven.length}人来自导入的名单，没有程序记录：${naming(unproven)}`,
    value: walked.length,
    rows: unproven.map((r) => ({ ...r, note: "没有程序记录" })),
    cure: "补办程序，或由负责人附材料证明这些人的产生过程",
  }
}

/** The day a `day` question was answered with, where it is not after the day judged. */
export function dayAnswered(f: Facts, id: QuestionId): { day: Day; answered: Answered } | undefined {
  const answered = f.answers[id]
  if (!answered || typeof answered.value !== "string" || !isDay(answered.value)) return undefined
  return answered.value <= f.asOf ? { day: answered.value, answered } : undefined
}

/** A `day` question that must have happened within so many months up to the day judged. */
export function withinMonths(
  f: Facts,
  id: QuestionId,
  months: number,
  { what, cure, known }: { what: string; cure: string; known?: Day },
): Answer {
  const limit = months === 12 ? "每年一次（12个月内）" : `${months}个月内`
  const answer = dayAnswered(f, id)
  const record = known && known <= f.asOf ? known : undefined
  const day = answer && (!record || answer.day > record) ? answer.day : record
  if (!day) return notAnswered(id, limit)
  const onFile = answer && day === answer.day && day !== record ? answer.answered : undefined
  const until = addMonths(day, months)
  const late = until < f.asOf
  return {
    answer: late ? "no" : "yes",
    because: `${what}最近一次在${chineseDay(day)}，应在${chineseDay(until)}前再次举行${late ? "，已逾期" : ""}${onFile ? resting(onFile) : ""}`,
    value: day,
    limit,
    cure,
    ...(onFile ? upon(onFile) : {}),
  }
}

const before = (s: Semester): Semester =>
  s.half === 2 ? { schoolYear: s.schoolYear, half: 1 } : { schoolYear: s.schoolYear - 1, half: 2 }

/** A `day` question that must have happened in this semester or, while this one still runs, in the last. */
export function eachSemester(
  f: Facts,
  id: QuestionId,
  { what, cure }: { what: string; cure: string },
): Answer {
  const limit = "每学期一次"
  const answer = dayAnswered(f, id)
  if (!answer) return notAnswered(id, limit)
  const now = semesterOf(f.asOf)
  const held = semesterOf(answer.day)
  const timely = [now, before(now)].some((s) => s.schoolYear === held.schoolYear && s.half === held.half)
  return {
    answer: timely ? "yes" : "no",
    because: `${what}最近一次在${chineseDay(answer.day)}（${semesterName(held)}）${timely ? "" : "，此后至少一个学期没有举行"}${resting(answer.answered)}`,
    value: answer.day,
    limit,
    cure,
    ...upon(answer.answered),
  }
}

/** A `name` question: somebody must be named; where `exactly` is given, so many and no more. */
export function named(
  f: Facts,
  id: QuestionId,
  limit: string,
  { what, cure, exactly }: { what: string; cure: string; exactly?: number },
): Answer {
  const answered = f.answers[id]
  if (!answered || typeof answered.value !== "string") return notAnswered(id, limit)
  const names = answered.value.split(/[、，,；;]/).filter((name) => name.trim() !== "")
  const right = exactly === undefined ? names.length > 0 : names.length === exactly
  return {
    answer: right ? "yes" : "no",
    because: names.length
      ? `${what}：${names.join("、")}${right ? "" : `，共${names.length}人`}${resting(answered)}`
      : `没有${what}${resting(answered)}`,
    value: names.join("、") || null,
    limit,
    cure,
    ...upon(answered),
  }
}
