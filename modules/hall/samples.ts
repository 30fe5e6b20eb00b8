import type { Actor } from "#kit/server/actor.ts"
import { type RoomSamples, sample, self, simple, unions } from "#kit/server/samples.ts"
import type { Appointment, Assembly, Duty } from "#modules/assembly/index.ts"
import type {
  mayChair,
  mayConfirmMinutes,
  mayCount,
  mayReadRoll,
  maySpeak,
  maySteward,
  mayVote,
  mayWatch,
  mayWithdraw,
  mayWriteMinutes,
} from "./abilities.ts"

const assembly: Assembly = {
  id: "assembly",
  unionId: unions.school.id,
  kind: "congress",
  name: "本次大会",
  day: "2025-11-15",
  time: "14:00",
  place: "礼堂",
  state: "open",
  theme: "",
  proposedOn: "2025-10-01",
  openedAt: null,
  closedAt: null,
  cancelledBecause: null,
}

const serving = (duty: Duty, lead = false): Appointment => ({
  id: duty,
  assemblyId: assembly.id,
  number: self.number,
  name: self.name,
  duty,
  lead,
  basis: "预备会议通过",
  from: "2025-11-15",
  to: null,
})

const on = (...team: Appointment[]) => ({ assembly, union: unions.school, team })

/** A case for each duty whose holder is tried, and one where the person asking serves in none. */
const duties = {
  没有大会职务: { loaded: on() },
  大会主席团执行主席: { loaded: on(serving("presiding", true)), self: "执行主席" },
  大会主席团成员: { loaded: on(serving("presiding")), self: "大会主席团成员" },
  会务工作人员: { loaded: on(serving("steward")), self: "会务工作人员" },
  计票人: { loaded: on(serving("teller")), self: "计票人" },
  筹备委员会: { loaded: on(serving("preparatory")), self: "筹备委员会成员" },
}

const chair = (name: string) => sample<typeof mayChair>(name, duties)
const steward = (name: string) => sample<typeof maySteward>(name, duties)

/** A delegate only where the person of the case asks. */
const whereSelf = (actor: Actor) => (actor.number === self.number ? { number: self.number } : undefined)

export const samples: RoomSamples = {
  room: "会场",
  verbs: {
    "hall.open": chair("宣布开幕"),
    "hall.adjourn": chair("宣布休会"),
    "hall.resume": chair("宣布复会"),
    "hall.close": chair("宣布闭幕"),
    "hall.start-item": chair("开始一项议程"),
    "hall.end-item": chair("结束一项议程"),
    "hall.skip-item": chair("略过一项议程"),
    "hall.reopen-item": chair("重新列入一项议程"),
    "hall.extend": chair("延长时间"),
    "hall.note": steward("记录会场情况"),
    "hall.ask": sample<typeof maySpeak>("申请发言", {
      出席或列席的代表: { loadedFor: (actor) => ({ delegate: whereSelf(actor) }), self: "代表" },
    }),
    "hall.withdraw": sample<typeof mayWithdraw>("撤回发言申请", {
      本人的申请: { loaded: { speaker: { number: self.number } }, self: "申请发言的代表" },
    }),
    "hall.add-speaker": steward("登记发言人"),
    "hall.move-speaker": steward("调整发言顺序"),
    "hall.drop-speaker": steward("移出发言名单"),
    "hall.call-speaker": chair("请人发言"),
    "hall.end-speech": steward("结束发言"),
    "hall.set-list": steward("截止或开放发言名单"),
    "hall.open-vote": chair("付表决"),
    "hall.vote": sample<typeof mayVote>("公开表决", {
      表决开始时到会的正式代表: {
        loadedFor: (actor) => ({ elector: whereSelf(actor) !== undefined }),
        self: "到会的正式代表",
      },
    }),
    "hall.close-vote": sample<typeof mayCount>("结束表决、登记举手人数", duties),
    "hall.announce": chair("宣布表决结果"),
    "hall.void-vote": chair("作废一次表决"),
    "hall.write-minutes": sample<typeof mayWriteMinutes>("整理会议记录", duties),
    "hall.confirm-minutes": sample<typeof mayConfirmMinutes>("确认会议记录", duties),
    "hall.mine": simple("查看本人在会场的情况"),
    "hall.one": sample<typeof mayWatch>("打开会场控制台和大屏幕", duties),
    "hall.roll": sample<typeof mayReadRoll>("查看记名表决名单", {
      本次大会的代表: { loadedFor: (actor) => ({ ...on(), delegate: whereSelf(actor) }), self: "代表" },
    }),
    "hall.minutes": sample<typeof mayWatch>("查看会议记录", duties),
  },
}
