import type { Case } from "#kit/server/samples.ts"
import type { Served } from "#kit/server/verbs.ts"
import { type Asked, answer, isAllowed, type Room } from "../permissions/ask.ts"
import { administrator, stranger } from "../permissions/cast.ts"
import { actingAs, refusals, whatSelfMay, whoMay } from "../permissions/who.ts"

/** docs/permissions.md: who may do what, found by asking every verb, so that a changed permission is a visible difference. */
export const permissionsFile = (rooms: readonly Room[]): string =>
  [
    "# 权限",
    "由 `npm run generate` 生成，请勿手改。对每一项业务动作和查询，逐一以各组织的各种职务去试，记下谁可以、谁不可以。权限只来自职务：系统管理员维护系统，对学生会的事不作任何决定。",
    "- 样例中的“本学院”“本班”是事项所在的学院、班级；“其他学院”与事项无关。代行人与所代行的职务相同。\n- “当事人”一栏说的是事项涉及的人自己；“以职务”办理的，记录中写明以哪一个职务。\n- “其他人得到的答复”是系统给没有权限的人的答复，括号内是所依据的条款。\n- 程序中每一步由哪个组织办理，见[程序](procedures.md)；这里列出的是谁可以接近一件事项。\n- 设立学校、登录、激活和修改密码不问职务，不在此列；附件和文件的上传、下载依所属事项的权限。",
    ...rooms.flatMap(sectionOf),
  ]
    .join("\n\n")
    .concat("\n")

const sectionOf = ({ module, samples, verbs }: Room): string[] => [
  `## ${samples?.room ?? module}`,
  [
    "| 事项 | 情形 | 类别 | 谁可以 | 当事人 | 其他人得到的答复 | 系统管理员 | 未登录 |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...verbs.flatMap(rowsOf),
  ].join("\n"),
]

const rowsOf = ({ served, sample }: Asked): string[] => {
  const { name } = served.contract
  if (!sample) return [line([`\`${name}\``, "没有样例", "", "", "", "", "", ""])]
  return sample.cases.map((c, i) =>
    line([
      i === 0 ? `${sample.name} \`${name}\`` : "",
      c.of,
      actingAs(served, c),
      whoMay(served, c),
      whatSelfMay(served, c),
      refusals(served, c),
      yes(served, c, administrator),
      yes(served, c, stranger),
    ]),
  )
}

const yes = (served: Served, c: Case, actor: Parameters<typeof answer>[2]): string =>
  isAllowed(answer(served, c, actor)) ? "可以" : "—"

const line = (cells: readonly string[]): string =>
  `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`
