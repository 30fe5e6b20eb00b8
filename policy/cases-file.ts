import { z } from "zod"

/**
 * `cases.yaml`: examples a union secretary can read and correct, how its file is written. Every key is Chinese;
 * what is not said is as in an ordinary undergraduate school union on 15 November 2025.
 */

export const political = {
  中共党员: "member",
  预备党员: "probationary",
  共青团员: "league",
  群众: "other",
} as const
export const levels = { 本科: "undergraduate", 硕士: "master", 博士: "doctor" } as const
export const kinds = { 主席团: "presidium", 负责人: "head", 工作人员: "member", 其他职务: "listed" } as const
export const windows = { 最近1个学期: "semester", 最近1学年: "year", 入学以来: "overall" } as const
export const agreed = { 规章制度: "rule", 工作规划: "plan", 工作人员遴选: "selection" } as const
export const verdicts = {
  符合: "met",
  已说明: "explained",
  提醒: "warning",
  违反: "violated",
  未知: "unknown",
} as const

const oneOf = <T extends object>(of: T) => z.enum(Object.keys(of) as [keyof T & string])
const rank = z.string().regex(/^\d+\/\d+$/)
const ranks = z.partialRecord(oneOf(windows), rank)

const person = z.strictObject({
  姓名: z.string().optional(),
  职务: z.string().optional(),
  类别: oneOf(kinds).optional(),
  部门: z.string().optional(),
  学号: z.string().optional(),
  年级: z.number().optional(),
  层次: oneOf(levels).optional(),
  政治面貌: z.string().optional(),
  排名: ranks.optional(),
  不及格: z.number().optional(),
  查无此人: z.boolean().optional(),
  来源: z.enum(["学院学生会", "其他"]).optional(),
  /** How many alike. */
  人数: z.number().optional(),
})

const congress = z.strictObject({
  日期: z.string(),
  联系学生: z.number(),
  学院: z.array(z.string()).default([]),
  年级: z.array(z.number()).default([]),
  主要社团: z.array(z.string()).default([]),
  代表: z.array(
    z.strictObject({
      学院: z.string().optional(),
      年级: z.number().optional(),
      社团: z.string().optional(),
      人数: z.number().default(1),
    }),
  ),
})

const names = z.array(z.string()).default([])
/** 走完程序、没有程序（在系统中直接登记）、没有记录（导入）. */
const came = z.strictObject({ 走完程序: names, 没有程序: names, 没有记录: names }).partial()
export const requestKinds = {
  活动: "activity",
  信息: "information",
  对外联系: "external",
  经费物资: "funds",
  事先报告: "report",
} as const
const request = z.strictObject({
  名称: z.string(),
  类别: oneOf(requestKinds),
  重大: z.boolean().default(false),
  报送: z.string(),
  实施: z.string(),
  /** Not said: not approved. */
  通过: z.string().optional(),
})
const held = z.strictObject({
  名称: z.string(),
  举办: z.string(),
  /** Not said: without a review. */
  通过: z.string().optional(),
  参加: z.number().default(0),
})
const major = z.strictObject({ 名称: z.string(), 认定: z.string(), 汇报: z.string().optional() })

const known = z.strictObject({
  日期: z.string().optional(),
  级别: z.enum(["校级", "学院"]).optional(),
  类型: z.enum(["学生会", "研究生会"]).optional(),
  /** `无`: no roster of this union in the system. */
  名单: z.union([z.literal("无"), z.array(person)]).optional(),
  部门: z.array(z.string()).optional(),
  章程: z.strictObject({ 公开: z.boolean(), 轮值: z.boolean().optional() }).optional(),
  /** Who is executive chair by the plan in force; `无`: nobody. */
  当值: z.string().optional(),
  大会: congress.optional(),
  遴选: z
    .strictObject({ 主席团: came.optional(), 成员: came.optional(), 候选人: names, 范围之外: names })
    .partial()
    .optional(),
  事项: z.array(request).optional(),
  重大事项: z.array(major).optional(),
  /** 本学期举办的活动，参加过的同学（每人一次）和所联系的学生。 */
  举办活动: z.strictObject({ 学生: z.number(), 参加: z.number(), 活动: z.array(held) }).optional(),
  /** 组织名称 → 负责人，空白为空缺。 */
  组织: z.record(z.string(), z.string()).optional(),
  /** 学工部和校团委共同签署、现行有效的文件，按类别。 */
  共同研究: z.array(oneOf(agreed)).optional(),
  回答: z.record(z.string(), z.union([z.boolean(), z.string()])).optional(),
  /** 一学期下来没有听取、收集的方面（1.3），由记录得出；空白为四个方面都有。 */
  没有听取的方面: z.array(z.string()).optional(),
  证明人: z.string().optional(),
  说明: z
    .array(
      z.strictObject({
        条款: z.string(),
        对象: z.string().optional(),
        理由: z.string(),
        已批准: z.boolean(),
      }),
    )
    .optional(),
  读法: z.record(z.string(), z.string()).optional(),
  本会规定: z
    .record(
      z.string(),
      z.strictObject({
        最少: z.number().optional(),
        最多: z.number().optional(),
        最多百分之: z.number().optional(),
      }),
    )
    .optional(),
})

const expected = z.strictObject({
  结论: oneOf(verdicts),
  数值: z.union([z.number(), z.string()]).optional(),
  对象: z.union([z.string(), z.array(z.string())]).optional(),
  涉及: z.array(z.string()).optional(),
  /** A phrase of the sentence shown. */
  写明: z.string().optional(),
})

/** `不判断`: the clause does not speak about this union. */
export const caseFile = z.array(
  z.strictObject({
    条款: z.string(),
    情形: z.string(),
    已知: known,
    应为: z.union([z.literal("不判断"), expected, z.array(expected)]),
  }),
)

export type Case = z.infer<typeof caseFile>[number]
export type Expected = z.infer<typeof expected>
export type Known = Case["已知"]
export type Person = z.infer<typeof person>
export type Congress = z.infer<typeof congress>
export type Came = z.infer<typeof came>
export type Request = z.infer<typeof request>
export type Major = z.infer<typeof major>
