import { type Field, fields } from "#policy/practice/proposals.ts"

/** Other words registers use for the four fields of 1.3. */
const others: Readonly<Record<string, Field>> = {
  学业: "学业发展",
  教学: "学业发展",
  学习: "学业发展",
  教务: "学业发展",
  健康: "身心健康",
  心理: "身心健康",
  体育: "身心健康",
  医疗: "身心健康",
  融入: "社会融入",
  就业: "社会融入",
  实践: "社会融入",
  就业实践: "社会融入",
  社团: "社会融入",
  权益: "权益维护",
  生活: "权益维护",
  后勤: "权益维护",
  生活服务: "权益维护",
  后勤服务: "权益维护",
}

/** The field a category as written stands for; null where it says nothing, undefined where it is not known. */
export function fieldOf(
  written: string,
): { readonly field: Field; readonly same: boolean } | null | undefined {
  if (written === "") return null
  const same = fields.find((f) => f === written)
  if (same) return { field: same, same: true }
  const other = others[written]
  return other ? { field: other, same: false } : undefined
}
