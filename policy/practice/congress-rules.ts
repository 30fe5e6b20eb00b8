import { compareRatio, type Day, type Ratio, ratio } from "@qiaoliang/basics"
import { atLeastShare, fitShare, type Limit, spell } from "@qiaoliang/clause"
import type { CongressRecord, Row } from "../vocabulary.ts"

/**
 * 学代会 practice outside the Opinions: the 《高校学生代表大会工作规则》 (2019) and the charters and
 * measures universities published under it. What it finds is reported beside the findings, never as one.
 */

export interface PracticeNote {
  readonly kind: "practice-non-cadre-60"
  readonly verdict: "met" | "deviates" | "unknown"
  readonly value: string | null
  readonly limit: string
  readonly because: string
  readonly cure?: string
  readonly source: string
  readonly rows: readonly Row[]
}

/** A share that a meeting or vote needs. `strict`: more than it, not merely as much. */
export interface Threshold {
  readonly of: string
  readonly share: Ratio
  readonly strict: boolean
  readonly since: Day
  readonly source: string
}

const since: Day = "2019-05-13"
const rules = "《高校学生代表大会工作规则》及各校实施办法"

export const thresholds = {
  /** Delegates present, of those due, to open and to elect. */
  quorum: { of: "应到代表", share: ratio(2, 3), strict: false, since, source: rules },
  /** Votes for, of delegates present, to be elected. */
  elected: { of: "实到代表", share: ratio(1, 2), strict: true, since, source: rules },
  /** Votes for an ordinary decision. */
  decision: { of: "到会代表", share: ratio(1, 2), strict: true, since, source: "高校学生会章程" },
  amendment: { of: "到会代表", share: ratio(2, 3), strict: false, since, source: "高校学生会章程" },
  /** Members of a class present at the meeting that elects its delegate. */
  classMeeting: { of: "班级人数", share: ratio(2, 3), strict: false, since, source: "高校学代会实施办法" },
  /** Candidates over the number of delegates to be elected. */
  surplus: { of: "应选代表", share: ratio(1, 5), strict: false, since, source: "高校学代会实施办法" },
} as const satisfies Record<string, Threshold>

/** Whether `part` of `whole` reaches a threshold. Nobody of nobody reaches none. */
export function reaches({ share, strict }: Threshold, part: number, whole: number): boolean {
  if (whole === 0) return false
  const sign = compareRatio(ratio(part, whole), share)
  return strict ? sign > 0 : sign >= 0
}

/** The least part of `whole` that reaches a threshold; of nobody, nobody. */
export function leastOf(of: Threshold, whole: number): number {
  let least = Math.floor((whole * of.share.num) / of.share.den)
  while (!reaches(of, least, whole) && least < whole) least++
  return least
}

/** Months from one congress to the next (6.1 每年召开一次): so long a candidate determined for it stands. */
export const yearly = 12

/** Faculties with fewer students may call all of them together instead of a congress (工作规则 art. 3). */
export const smallFaculty = 400

/** Fewest voters of an electronic vote: among fewer, sums tell who voted how. Our own rule, for secrecy. */
export const secretFrom = 5

/** Fewest scrutineers who share the key of an electronic vote, and fewest who open the box: never one alone. Our own rule. */
export const fewestTrustees = 2

/** Months between setting up the preparatory committee and the day of the congress. */
export const committeeAhead = { months: 1, source: "高校学代会实施办法" } as const

/** Working days between the request to the Party organisation and the day. */
export const requestAhead = { workingDays: 3, source: "院（系）学代会实施办法（2024年所见）" } as const

export const nonCadre: { limit: Limit; source: string } = { limit: atLeastShare(3, 5), source: rules }

/** 6.3: delegates to students represented, as the clause writes it. */
export const leastDelegates: Ratio = ratio(1, 100)

/** Ways by which universities share out seats per head, as they word them. */
export const seatRules = {
  /** 班级人数×10%，四舍五入，至少1名. */
  roundHalfUp: { offset: ratio(1, 2), least: 1, source: "高校学代会实施办法（四舍五入，至少1名）" },
  /** 每10人1名，余数超过6加1名: floor((人数 + 3) ÷ 10). */
  overSix: {
    share: ratio(1, 10),
    offset: ratio(3, 10),
    least: 0,
    source: "高校学代会实施办法（每10人1名，余数超过6加1名）",
  },
  /** 每班3名. */
  flat: { each: 3, source: "高校学代会实施办法（每班名额相同）" },
} as const

/** 组织和社团的名额不占基层团支部名额; 当然代表, 列席代表 besides. */
export const outsideQuota = "高校学代会实施办法：学生组织、社团的名额不占基层团支部名额"

/** Floors some universities set for the composition, each to be chosen by the university itself. */
export const floors = {
  women: { name: "女代表", share: ratio(1, 4), source: "高校学代会实施办法（女代表不少于25%）" },
  party: { name: "党员代表", share: ratio(1, 10), source: "高校学代会实施办法（党员代表不少于10%）" },
  minorities: {
    name: "少数民族代表",
    share: ratio(1, 10),
    source: "高校学代会实施办法（少数民族代表不少于10%）",
  },
  eachGrade: {
    name: "每个年级的代表",
    share: ratio(1, 10),
    source: "高校学代会实施办法（每个年级不少于10%）",
  },
} as const

/** What the working rules say about a congress's delegates. */
export function congressPractice({ delegates }: CongressRecord): PracticeNote[] {
  const { limit, source } = nonCadre
  const base = { kind: "practice-non-cadre-60" as const, limit: spell(limit), source }
  const known = delegates.filter((d) => d.cadre !== undefined)
  if (known.length === 0)
    return [{ ...base, verdict: "unknown", value: null, because: "代表名单没有注明谁是学生会骨干", rows: [] }]
  const others = known.filter((d) => d.cadre === false)
  const met = fitShare(limit, others.length, known.length)
  const value = `${others.length}/${known.length}`
  const missing = Math.ceil((known.length * 3) / 5) - others.length
  return [
    {
      ...base,
      verdict: met ? "met" : "deviates",
      value,
      because: `非学生会组织骨干的代表${value}，工作规则要求不少于60%`,
      ...(met ? {} : { cure: `代表总数不变时，再以${missing}名非骨干代表替换` }),
      rows: others.map((d) => d.row),
    },
  ]
}
