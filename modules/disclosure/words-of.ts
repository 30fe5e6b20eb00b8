import { schoolYearName } from "@qiaoliang/basics"
import type { UnionKind, UnionLevel } from "#policy/vocabulary.ts"

/** What a form calls things, by the level and kind of the union that files it. */
export interface WordsOf {
  readonly level: string
  /** 学生会 or 研究生会. */
  readonly union: string
  readonly congress: string
  readonly we: string
  readonly guide: string
}

export const wordsOf = (of: { level: UnionLevel; kind: UnionKind }): WordsOf => ({
  level: of.level === "school" ? "校级" : "院级",
  union: of.kind === "graduate" ? "研究生会" : "学生会",
  congress: of.kind === "graduate" ? "研究生代表大会" : "学生代表大会",
  we: of.level === "school" ? "我校" : "我院",
  guide: of.level === "school" ? "校团委" : "院（系）团组织",
})

/** The sentence every disclosure opens with (practice.md 1.1). */
export const opening = (w: WordsOf, schoolYear: number): string =>
  `为落实共青团中央、教育部、全国学联联合下发的《关于推动高校学生会（研究生会）深化改革的若干意见》，并结合《关于巩固高校学生会（研究生会）改革成果的若干措施》文件要求，接受广大师生监督，现将${w.we}${schoolYearName(schoolYear)}${w.union}改革情况公开如下。`

/** Headings in the order of the form. */
export const headings = (w: WordsOf, charter: string) => ({
  assessment: "一、改革自评表",
  own: `（一）${w.level}${w.union}组织改革自评表`,
  faculties: `（二）院级${w.union}组织改革自评表`,
  charter: `二、《${charter}》`,
  chart: `三、${w.level}组织工作机构组织架构图`,
  staff: `四、${w.level}组织工作人员名单`,
  congress: `五、${w.level}${w.congress}召开情况`,
  delegates: `六、${w.level}${w.congress}代表产生办法`,
  presidium: `七、${w.level}组织主席团成员候选人产生办法及选举办法`,
  members: `八、${w.level}组织工作部门成员选拔办法`,
  review: `九、${w.level}组织主席团成员、工作部门负责人述职评议办法及开展情况`,
  responsible: `十、${w.guide}指导${w.union}组织主要责任人`,
})

/** The two lines of section 十, in order: who guides, who is secretary-general. */
export function responsibleRoles(of: { level: UnionLevel; kind: UnionKind }): readonly [string, string] {
  const { union } = wordsOf(of)
  return of.level === "school"
    ? [`分管${union}组织的校团委副书记`, `${union}组织秘书长`]
    : [`指导院级${union}组织的团组织负责人`, `院级${union}组织秘书长`]
}
