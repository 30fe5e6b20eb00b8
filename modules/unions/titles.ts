import { narrowText } from "@qiaoliang/sheets"
import type { PostKind } from "#policy/vocabulary.ts"

/** The closed list of 3.9: 主席团成员 and 工作部门成员, under the names officers give them. */
const titles: Readonly<Record<string, Exclude<PostKind, "listed">>> = {
  执行主席: "presidium",
  轮值执行主席: "presidium",
  轮值主席: "presidium",
  主席团成员: "presidium",
  主席团: "presidium",
  主席: "presidium",
  副主席: "presidium",
  部长: "head",
  副部长: "head",
  正部长: "head",
  负责人: "head",
  副负责人: "head",
  部门负责人: "head",
  部门副负责人: "head",
  工作部门负责人: "head",
  部门主要负责人: "head",
  主要负责人: "head",
  干事: "member",
  成员: "member",
  部员: "member",
  工作人员: "member",
  部门成员: "member",
  部门工作人员: "member",
  工作部门成员: "member",
  委员: "member",
}

const unionWords = /^(校级?|院级?|学校|学院)?(本科)?(学生会|研究生会)/

/**
 * The kind of post a title means; `listed` for any other title. A leading 学生会 or the department's
 * own name (学习部部长) and remarks in brackets make no difference; a second post (副主席兼中心主任) does.
 */
export function postKindOf(written: string, department?: string): PostKind {
  const text = narrowText(written)
    .replace(/\s/g, "")
    .replace(/[([（【][^)\]）】]*[)\]）】]/g, "")
  const plain = text.replace(unionWords, "")
  const bare = department && plain.startsWith(department) ? plain.slice(department.length) : plain
  return (
    titles[plain] ??
    titles[bare] ??
    titles[plain.replace(/^[^兼、,，/]{1,10}?部(?=部|副|干|成|负|工)/, "")] ??
    "listed"
  )
}

/** Titles that belong to a presidium without rotation (2.2b). */
export const isPresidiumGroup = (name: string): boolean =>
  /^主席团(成员|组成人员)?$|^(执行)?主席团?$/.test(name)
