import type { Case } from "#kit/server/samples.ts"
import type { Served } from "#kit/server/verbs.ts"
import { type Asked, answer, isAllowed, misfit, type Room } from "../permissions/ask.ts"
import { administrator, stranger } from "../permissions/cast.ts"
import { actingAs, refusals, whatSelfMay, whoMay } from "../permissions/who.ts"

/** docs/permissions.md: who may do what, found by asking every verb, so that a changed permission is a visible difference. */
export const permissionsFile = (rooms: readonly Room[]): string =>
  [
    "# 权限",
    "由 `npm run generate` 生成，请勿手改。对每一项业务动作和查询，逐一以各组织的各种职务去试，记下谁可以、谁不可以。权限只来自职务：系统管理员管理账号、依任命文件设定职务，对学生会的事不作任何决定。",
    "- 样例中的“本学院”“本班”是事项所在的学院、班级；“其他学院”与事项无关。代行人与所代行的职务相同。各种情形下答复都相同的事项列在一起。\n- “当事人”一栏说的是事项涉及的人自己；“以职务”办理的，记录中写明以哪一个职务。\n- “其他人得到的答复”是系统给没有权限的人的答复，括号内是所依据的条款。\n- 程序中每一步由哪个组织办理，见[程序](procedures.md)；这里列出的是谁可以接近一件事项。\n- 设立学校、登录、激活和修改密码，以及附件、文件的上传和下载，不在此列。",
    ...rooms.flatMap(sectionOf),
  ]
    .join("\n\n")
    .concat("\n")

const sectionOf = ({ module, samples, verbs }: Room): string[] => [
  `## ${samples?.room ?? module}`,
  [
    "| 事项 | 情形 | 类别 | 谁可以 | 当事人 | 其他人得到的答复 | 系统管理员 | 未登录 |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...alike(verbs).flatMap(({ names, rows }) =>
      rows.map((row, i) => line([i === 0 ? names.join("<br>") : "", ...row])),
    ),
  ].join("\n"),
]

interface Block {
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Verbs of a room that are answered alike in every case stand together, where the first of them stands. */
const alike = (verbs: readonly Asked[]): readonly Block[] =>
  [...Map.groupBy(verbs.map(blockOf), ({ rows }) => JSON.stringify(rows)).values()].map((same) => ({
    names: same.flatMap((b) => b.names),
    rows: same[0]?.rows ?? [],
  }))

const blockOf = ({ served, sample }: Asked): Block => {
  const code = `\`${served.contract.name}\``
  // What is missing or wrong is named by the check; the table only must not hide it.
  const wrong = !sample
    ? "没有样例"
    : sample.cases.some((c) => misfit(served, c).length > 0)
      ? "样例不符"
      : ""
  if (!sample || wrong) return { names: [code], rows: [[wrong, "", "", "", "", "", ""]] }
  return {
    names: [`${sample.name} ${code}`],
    rows: sample.cases.map((c) => [
      c.of,
      actingAs(served, c),
      whoMay(served, c),
      whatSelfMay(served, c),
      refusals(served, c),
      yes(served, c, administrator),
      yes(served, c, stranger),
    ]),
  }
}

const yes = (served: Served, c: Case, actor: Parameters<typeof answer>[2]): string =>
  isAllowed(answer(served, c, actor)) ? "可以" : "—"

const line = (cells: readonly string[]): string =>
  `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`
