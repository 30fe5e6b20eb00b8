import type { Ratio } from "@qiaoliang/basics"

/** Who shares the seats: faculties of a school, or classes of a faculty, with their students by grade. */
export interface Faculty {
  readonly name: string
  readonly grades: Readonly<Record<string, number>>
  /** How many of them are of a kind, where that is known. */
  readonly women?: number
  readonly party?: number
  readonly minorities?: number
}

interface Society {
  readonly name: string
  readonly members: number
  /** 主要学生社团 (6.4). */
  readonly main: boolean
  /** A number settled beforehand, as for 学生组织. */
  readonly seats?: number
}

/** A count of seats, or a share of all. */
export type Floor = number | Ratio

/** Kinds of people of whom a floor asks each faculty for some. */
export const peopleFloors = ["nonCadre", "women", "party", "minorities"] as const
export type PeopleFloor = (typeof peopleFloors)[number]

export interface Floors extends Readonly<Partial<Record<PeopleFloor, Floor>>> {
  readonly eachGrade?: Floor
  readonly grades?: Readonly<Record<string, Floor>>
  readonly faculties?: Readonly<Record<string, Floor>>
}

export const methodNames = {
  "largest-remainder": "最大余额法",
  "sainte-lague": "圣拉格法（最高均数）",
  "round-half-up": "按比例四舍五入",
  "over-six": "每10人1名、余数超过6加1名",
  flat: "每组名额相同",
} as const
export type MethodName = keyof typeof methodNames
export const methodList = Object.keys(methodNames) as MethodName[]

/** What an allocation is made from. */
export interface Terms {
  readonly unit: "faculty" | "class"
  readonly faculties: readonly Faculty[]
  readonly societies: readonly Society[]
  /** Undefined: the least the clauses ask for. */
  readonly total?: number
  readonly method: MethodName
  /** `round-half-up` without a total: so much of each group. */
  readonly perHead?: Ratio
  /** `flat`: so many for each group. */
  readonly each?: number
  readonly floors: Floors
  /** Seats of all societies together. Undefined: one for each main society, and those settled beforehand. */
  readonly societySeats?: number
  /** Whether societies' seats are part of the total; outside it by default (不占基层团支部名额). */
  readonly societiesInside: boolean
  /** 当然代表, who vote; 列席代表, who do not. Both outside the total. */
  readonly exOfficio: number
  readonly observers: number
}

/** The words for a group and for all groups. */
export const unitWords = {
  faculty: { one: "学院（系）", each: "每个学院（系）" },
  class: { one: "班级", each: "每个班级" },
} as const
