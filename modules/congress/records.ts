import type { Day } from "@qiaoliang/basics"
import type { Place } from "@qiaoliang/clause"
import type { Political, UnionKind } from "#policy/vocabulary.ts"

/** The congress a list of delegates names in its title. */
export interface CongressNamed {
  /** 明湖大学第三十二次学生代表大会 */
  readonly name: string
  /** Null where the title gives no day. */
  readonly held: Day | null
  /** Whose congress: 学生代表大会 or 研究生代表大会. */
  readonly kind: UnionKind
}

/** One line of a list of delegates. */
export interface DelegateRecord {
  readonly place: Place
  readonly congress: CongressNamed
  readonly name: string
  readonly number: string | null
  readonly delegation: string
  /** The delegation's faculty as the register writes it. */
  readonly faculty: string | null
  readonly grade: number | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly political: Political
  readonly politicalWritten: string
  readonly source: string | null
  readonly society: string | null
  /** 学生会骨干 as the list says; a blank cell says no, null: the list has no such column. */
  readonly cadre: boolean | null
  readonly cadreWritten: string
}
