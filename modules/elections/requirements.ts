import type { Quorum } from "#modules/roll/index.ts"
import type { Election } from "./election.ts"

interface Requirement {
  readonly key:
    | "candidates"
    | "rules"
    | "trustees"
    | "keys"
    | "credentials"
    | "tellers"
    | "assembly"
    | "quorum"
  readonly ready: boolean
  readonly says: string
  readonly who: string
}

export interface Ground {
  readonly election: Election
  readonly assemblyOpen: boolean
  readonly quorum: Quorum
  /** Trustees who have handed in all they must. */
  readonly keysDone: number
  readonly blamed: boolean
  readonly issued: number | null
  /** Candidates no longer determined (5.2, 5.5). */
  readonly lapsed: readonly string[]
}

/** What has to hold before a vote opens, in the order people do it. */
export function requirementsOf(g: Ground): Requirement[] {
  const { election: e } = g
  const electronic = e.method === "electronic"
  const need = (key: Requirement["key"], ready: boolean, who: string, says: string): Requirement => ({
    key,
    ready,
    says,
    who,
  })
  return [
    need(
      "candidates",
      g.lapsed.length === 0,
      "学校党委或学院党组织",
      g.lapsed.length === 0
        ? `候选人${e.candidates.length}名`
        : `${g.lapsed.join("、")}没有经程序确定为候选人`,
    ),
    need(
      "rules",
      e.rulesOn !== null,
      "大会主席团执行主席",
      e.rulesOn ? `选举办法已于${e.rulesOn}通过` : "选举办法尚未经大会通过",
    ),
    ...(electronic
      ? [
          need(
            "keys",
            g.keysDone === e.trustees.length && !g.blamed,
            "监票人",
            g.blamed
              ? "有监票人指出收到的份额有误，须重新生成"
              : `密钥已就绪${g.keysDone}/${e.trustees.length}人`,
          ),
          need(
            "credentials",
            g.issued !== null,
            "代表资格审查委员会主任",
            g.issued === null ? "尚未发放投票凭证" : `已发放投票凭证${g.issued}份`,
          ),
        ]
      : [
          need(
            "tellers",
            e.tellers.length === 2,
            "大会主席团",
            e.tellers.length === 2 ? `计票人${e.tellers.map((t) => t.name).join("、")}` : "须指定两名计票人",
          ),
        ]),
    need(
      "assembly",
      g.assemblyOpen,
      "大会主席团执行主席",
      g.assemblyOpen ? "大会正在进行" : "大会还没有开幕",
    ),
    need(
      "quorum",
      g.quorum.met,
      "代表",
      `应到${g.quorum.due}人，实到${g.quorum.present}人，须${g.quorum.needed}人以上`,
    ),
  ]
}
