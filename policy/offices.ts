import type { ClauseId } from "./clauses.generated.ts"

/**
 * The offices the Opinions name (9.1, 9.5, 10.1, 10.3, 5.2–5.5), and over what each acts; and the university's other
 * departments, each under its own name (后勤保障处、校医院、图书馆), to which needs are handed on (1.4).
 */
export type OfficeKind =
  | "school-party"
  | "administration"
  | "student-affairs"
  | "school-league"
  | "publicity"
  | "academic-affairs"
  | "personnel"
  | "security"
  | "faculty-party"
  | "faculty-league"
  | "class-branch"
  | "service"
  | "federation"

export interface OfficeNoun {
  readonly kind: OfficeKind
  readonly name: string
  readonly scope: "university" | "faculty" | "class" | "unit" | "above"
  readonly clause: ClauseId
}

export const offices: readonly OfficeNoun[] = [
  { kind: "school-party", name: "学校党委", scope: "university", clause: "9.1" },
  { kind: "administration", name: "学校行政", scope: "university", clause: "9.5" },
  { kind: "student-affairs", name: "党委学生工作部", scope: "university", clause: "9.1" },
  { kind: "school-league", name: "学校团委", scope: "university", clause: "9.1" },
  { kind: "publicity", name: "党委宣传部", scope: "university", clause: "9.1" },
  { kind: "academic-affairs", name: "教务处", scope: "university", clause: "9.1" },
  { kind: "personnel", name: "人事处", scope: "university", clause: "9.1" },
  { kind: "security", name: "保卫处", scope: "university", clause: "9.1" },
  { kind: "faculty-party", name: "学院（系）党组织", scope: "faculty", clause: "5.2" },
  { kind: "faculty-league", name: "学院（系）团组织", scope: "faculty", clause: "5.2" },
  { kind: "class-branch", name: "班级团支部", scope: "class", clause: "5.5" },
  { kind: "service", name: "职能部门", scope: "unit", clause: "1.4" },
  { kind: "federation", name: "上级学联", scope: "above", clause: "10.1" },
]

/**
 * Posts held in an office or a union by people who are not elected students. `head` leads the office;
 * `deputy-secretary` is the League committee's full-time deputy designated by 10.3; `secretary` is the
 * League cadre appointed secretary-general of a union; `clerk` prepares and decides nothing.
 */
export type OfficePost = "head" | "deputy" | "deputy-secretary" | "secretary" | "clerk"
