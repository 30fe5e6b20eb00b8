import { mermaid, type Procedure, type Step } from "@qiaoliang/procedure"
import { type CourseKind, nameOf } from "#modules/courses/index.ts"

/** docs/procedures.md: every procedure as it is drawn, so that a changed step is a visible difference. */
export function proceduresFile(kinds: readonly CourseKind[]): string {
  const rooms = [...Map.groupBy(kinds, (k) => k.module)]
  return [
    "# 程序",
    "由 `npm run generate` 生成，请勿手改。各业务的办理程序，与条文写明的步骤、组织一致；双线框为联合办理。学校可以增加步骤，不能减少（见 [modules/courses](../modules/courses/README.md)）。",
    ...(kinds.length === 0 ? ["目前没有程序。"] : []),
    ...rooms.flatMap(([room, own]) => [`## ${room}`, ...own.flatMap(({ procedure }) => drawn(procedure))]),
  ]
    .join("\n\n")
    .concat("\n")
}

const drawn = (p: Procedure): string[] => [
  `### ${p.title}（${p.clause}）`,
  `\`${p.id}\`${p.reopens ? "，批准后改动材料须重新办理" : ""}`,
  `\`\`\`mermaid\n${mermaid(p, nameOf)}\n\`\`\``,
  [
    "| 步骤 | 办理 | 期限 | 须写明 | 条款 |",
    "| --- | --- | --- | --- | --- |",
    ...p.steps.map((s) => row(p, s)),
  ].join("\n"),
]

function row(p: Procedure, s: Step): string {
  const within = s.days === undefined ? [] : [`${s.days}个工作日`]
  const notice = s.notice === undefined ? [] : [`公示${s.notice}个工作日`]
  const asks = (s.asks ?? []).map((a) => (a.min === 0 ? `${a.label}（可不填）` : a.label))
  return `| ${[
    `${s.label} \`${s.id}\``,
    s.by.map(nameOf).join("、"),
    [...notice, ...within].join("，") || "—",
    asks.join("、") || "—",
    s.clause ?? p.clause,
  ].join(" | ")} |`
}
