import type { Ratio } from "@qiaoliang/basics"
import { thresholds } from "#policy/practice/congress-rules.ts"
import type { Election } from "./election.ts"
import { modeNames } from "./questions.ts"

type Terms = Pick<
  Election,
  "post" | "seats" | "candidates" | "mode" | "method" | "tie" | "trust" | "trustees" | "office" | "title"
>

const ties = {
  vacant: "得票数相等、不能确定当选人时，得票相等的候选人均不当选，名额空缺。",
  "second-round": "得票数相等、不能确定当选人时，就得票相等的候选人再次投票，得票多的当选。",
} as const

/** 选举办法 from the parameters of the vote, an article a paragraph; the assembly adopts these words. */
export function rulesText(e: Terms, { union, assembly }: { union: string; assembly: string }): string {
  const names = e.candidates.map((c) => c.name).join("、")
  const trustees = e.trustees.map((t) => t.name).join("、")
  const electronic = e.method === "electronic"
  const key =
    e.trust.kind === "mandatory"
      ? "须全部监票人到场方能开启票箱"
      : `其中任意${e.trust.threshold}人到场即能开启票箱，不足${e.trust.threshold}人不能开启`
  const articles = [
    `根据《关于推动高校学生会（研究生会）深化改革的若干意见》、《高校学生代表大会工作规则》和${union}章程，制定本办法。`,
    `本次大会选举${e.post}${e.seats}名，采取无记名投票的方式进行。`,
    `候选人${e.candidates.length}名，按姓氏笔画为序：${names}。实行${modeNames[e.mode]}选举。`,
    `${thresholds.quorum.of}的${inWords(thresholds.quorum.share)}以上到会方可进行选举。每名到会正式代表一票，不能委托他人代为投票。`,
    electronic
      ? e.mode === "equal"
        ? "代表在本人设备上对每名候选人选择赞成、反对或弃权。选票在本人设备上加密后提交；投票结束前可以重新投票，以最后一次为准。"
        : `代表在本人设备上至多选择${e.seats}名候选人，也可以全部弃权；多选的选票不能提交。选票在本人设备上加密后提交；投票结束前可以重新投票，以最后一次为准。`
      : `代表对候选人可以投赞成票、不赞成票，也可以弃权。赞成的，在姓名前的空格内画“○”；不赞成的，画“×”；弃权的，不作任何标记。另选他人的，在另选人姓名栏写明其姓名，并画“○”。所选人数等于或少于应选名额的为有效票，多于应选名额的为无效票。模糊无法辨认的，该项无效。`,
    ...(electronic
      ? [
          `票箱密钥由监票人${trustees || "（待定）"}在本人设备上分别生成和保管，${key}。投票凭证由代表资格审查委员会发放。监票人、代表资格审查委员会主任不得由候选人担任。任何人可以下载选举存档，核验全部选票和结果。`,
        ]
      : [
          "监票人、计票人由非候选人的代表担任，由大会通过。两名计票人分别独立计票，结果一致并经总监票人确认后有效。",
        ]),
    "收回的选票等于或少于发出的选票，选举有效；多于发出的选票，选举无效，应重新进行选举。",
    `候选人获得的赞成票超过${thresholds.elected.of}的${inWords(thresholds.elected.share)}，始得当选。获得赞成票超过${inWords(thresholds.elected.share)}的候选人多于应选名额时，以得票多的当选。${ties[e.tie]}当选人数少于应选名额的，可以就不足的名额另行投票。`,
    "选举结果由大会主席团向大会公告，经同级党委批准，并报上级学联、学生会组织备案。批准之前，当选人不履行职务。",
    `本办法经${assembly}通过后生效，由大会主席团负责解释。`,
  ]
  return articles.map((text, i) => `第${numerals[i]}条　${text}`).join("\n")
}

/** 1/2 → 半数, 2/3 → 三分之二. */
export const inWords = ({ num, den }: Ratio): string =>
  num * 2 === den ? "半数" : `${numerals[den - 1]}分之${numerals[num - 1]}`

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
